import { normalCdf, normalQuantile } from './normal.ts';
import { pooledMean } from './pooled-mean.ts';
import { student90 } from './student.ts';

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1.2816, 0.9],
    [-1.96, 0.025],
  ])('lies below %d with probability %d, and back', (z, probability) => {
    expect(normalCdf(z)).toBeCloseTo(probability, 4);
    expect(normalQuantile(probability)).toBeCloseTo(z, 3);
  });
});

it.each([
  [4, 1.533],
  [9, 1.383],
  [30, 1.31],
])('Student’s t with %d degrees of freedom is that of the tables', (freedom, expected) => {
  expect(student90(freedom)).toBeCloseTo(expected, 2);
});

describe('a pooled mean', () => {
  it('lets who is known badly count less', () => {
    const pooled = pooledMean([
      { value: 40, error: 1 },
      { value: 42, error: 1 },
      { value: 90, error: 60 },
    ]);
    expect(pooled?.mean).toBeCloseTo(41, 0);
  });

  it('of one value has the error of its measurement, of none there is none', () => {
    expect(pooledMean([{ value: 40, error: 4 }])).toEqual({ mean: 40, error: 4, between: 0, n: 1 });
    expect(pooledMean([])).toBeUndefined();
  });
});
