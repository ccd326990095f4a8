import { format, inOneLine, signed, whole } from 'c/labels';

describe('format', () => {
  it.each([
    ['{0} of {1}', [3, 4], '3 of 4'],
    ['{1} before {0}', ['a', 'b'], 'b before a'],
    ['{0}, {0}', ['twice'], 'twice, twice'],
    ['no place', ['unused'], 'no place'],
    ['{0} stays', [], '{0} stays'],
    ['{0}', [0], '0'],
  ])('fills %s with %j', (text, values, expected) => {
    expect(format(text, ...(values as (string | number)[]))).toBe(expected);
  });

  it('does not fill places that a value brings along', () => {
    expect(format('{0} {1}', '{1}', 'x')).toBe('{1} x');
  });
});

it.each([
  [14.4, '+14'],
  [-3.2, '−3'],
  [-0.3, '0'],
  [0, '0'],
])('signed writes %d as %s', (value, expected) => {
  expect(signed(value)).toBe(expected);
});

it('puts facts in one line, and nothing for what is empty', () => {
  expect(inOneLine(['2 min', '', undefined, '3 checks'])).toBe('2 min · 3 checks');
  expect(inOneLine([])).toBe('');
});

it.each([
  [14.4, '14'],
  [-2, '−2'],
  [-0.3, '0'],
])('whole writes %d as %s', (value, expected) => {
  expect(whole(value)).toBe(expected);
});
