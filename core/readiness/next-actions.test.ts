import { emptyPerson, emptySkill, emptyState, expectedGap, nextActions, predict } from './index.ts';
import { after, check, day } from './readiness-fixture.ts';
import type { ReadinessState } from './types.ts';

describe('expectedGap', () => {
  const score = (middle: number, lower: number, upper: number) => ({ score: middle, lower, upper });

  it('is the gap where the score is sure', () => {
    expect(expectedGap(score(50, 50, 50), 70)).toBeCloseTo(20, 5);
    expect(expectedGap(score(80, 80, 80), 70)).toBe(0);
  });

  it('is above zero for an unsure score at its target, and more so the less sure', () => {
    const [sure, unsure] = [score(70, 67, 73), score(70, 50, 85)].map((each) => expectedGap(each, 70));
    expect(sure).toBeGreaterThan(0);
    expect(unsure).toBeGreaterThan(2 * (sure ?? NaN));
  });

  it('falls with what is learned', () => {
    expect(expectedGap(score(50, 40, 60), 70, 0.5)).toBeLessThan(expectedGap(score(50, 40, 60), 70));
  });
});

describe('nextActions', () => {
  const strong = after([0, 1, 2, 3, 4, 5, 6, 7].map((days) => check(days, 1)));
  const weak = after([0, 1, 2, 3].map((days) => check(days, 0)));
  const choice = (skillCode: string, state: ReadinessState, weight = 1) => {
    return { skillCode, state, skill: emptySkill(), target: 80, weight };
  };

  it('begins with the skill in which most of the gap can be closed', () => {
    const actions = nextActions([choice('strong', strong.state), choice('weak', weak.state)], emptyPerson(), day(60));
    expect(actions[0]).toMatchObject({ skillCode: 'weak', kind: 'learn' });
    expect(actions[0]?.gain).toBeGreaterThan(0);
  });

  it('follows the weight', () => {
    const skills = [choice('light', emptyState(), 1), choice('heavy', emptyState(), 5)];
    expect(nextActions(skills, emptyPerson(), day(9))[0]).toMatchObject({ skillCode: 'heavy', kind: 'measure' });
  });

  it('lets a skill settle that was worked on a moment ago', () => {
    const skills = [choice('just', weak.state), choice('never', emptyState())];
    const codes = (moment: number) => nextActions(skills, emptyPerson(), day(moment)).map(({ skillCode }) => skillCode);
    expect(codes(3)).toEqual(['never', 'just']);
    expect(nextActions([choice('just', weak.state)], emptyPerson(), day(3))).toHaveLength(1);
  });

  it('says review where something known has faded', () => {
    const [action] = nextActions([choice('strong', strong.state)], strong.person, day(300));
    expect(action).toMatchObject({ kind: 'review' });
  });

  it('goes on with a skill whose score lies only just above its target', () => {
    const { score } = predict(strong.state, strong.person, emptySkill(), day(9));
    const reached = { ...choice('strong', strong.state), target: score - 1 };
    const [action] = nextActions([reached], strong.person, day(9));
    expect(action).toMatchObject({ kind: 'measure' });
    expect(action?.gain).toBeGreaterThan(0);
  });

  it('is empty where every target is reached beyond doubt', () => {
    const easy = { ...choice('strong', strong.state), target: 10 };
    expect(nextActions([easy], emptyPerson(), day(9))).toEqual([]);
  });
});
