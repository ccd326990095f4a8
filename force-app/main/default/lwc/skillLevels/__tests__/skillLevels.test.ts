import { LEVELS, levelOf } from 'c/skillLevels';

describe('the levels of an observation', () => {
  it('are the middles of five fifths', () => {
    expect(LEVELS.map(({ value }) => value)).toEqual([10, 30, 50, 70, 90]);
  });

  it.each([
    [0, 10],
    [19, 10],
    [21, 30],
    [50, 50],
    [100, 90],
  ])('are found again from a level of %d', (value, level) => {
    expect(levelOf(value)?.value).toBe(level);
  });
});
