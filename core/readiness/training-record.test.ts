import { recordOf, type GainSums } from './training-record.ts';

const gainsOf = (...gains: readonly number[]): GainSums => ({
  people: gains.length,
  sum: gains.reduce((sum, gain) => sum + gain, 0),
  sumOfSquares: gains.reduce((sum, gain) => sum + gain * gain, 0),
});

it('says nothing of fewer than five people', () => {
  expect(recordOf(gainsOf(1, 2, 3, 4))).toBeUndefined();
});

it('gives the mean with its interval by Student’s t', () => {
  // Quantile .90 with 4 degrees of freedom is 1.5332 (tables), standard error √(2.5 / 5).
  expect(recordOf(gainsOf(1, 2, 3, 4, 5))).toEqual({ people: 5, meanGain: 3, lower: 1.92, upper: 4.08 });
});

it('has no width where everybody gained the same, rounding or not', () => {
  expect(recordOf(gainsOf(...Array.from({ length: 9 }, () => 0.1)))).toMatchObject({ lower: 0.1, upper: 0.1 });
});
