import fc from 'fast-check';
import { bestTraining, type TrainingChoice, type TrainingRecord } from './best-training.ts';
import { member, normal, numbers, repeat } from './teams-fixture.ts';
import { teamStanding } from './team-standing.ts';

describe('the mean of a team', () => {
  it('has an interval that holds the truth about eight times in ten, in small teams too', () => {
    const next = numbers(7);
    let held = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run += 1) {
      const people = Array.from({ length: 6 }, () => {
        const truth = 55 + 8 * normal(next);
        const score = truth + 6 * normal(next);
        return { score, lower: score - 6 * 1.2816, upper: score + 6 * 1.2816, target: 70, flagged: false };
      });
      const { gap } = teamStanding(people);
      if (gap && gap.lower <= 15 && 15 <= gap.upper) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.76);
    expect(held / runs).toBeLessThan(0.88);
  });
});

describe('a team', () => {
  it('has a gap only where the whole interval lies below the target', () => {
    expect(teamStanding(repeat(50, 9))).toMatchObject({ n: 9, people: 9, gapFlagged: true, tooFew: false });
    expect(teamStanding(repeat(69, 9)).gapFlagged).toBe(false);
  });

  it('of four is too few to say', () => {
    expect(teamStanding([...repeat(30, 4), member(undefined)])).toMatchObject({
      n: 4,
      people: 5,
      gapFlagged: false,
      tooFew: true,
    });
  });

  it('of nobody says nothing', () => {
    expect(teamStanding([])).toEqual({
      n: 0,
      people: 0,
      flaggedPeople: 0,
      score: undefined,
      gap: undefined,
      gapFlagged: false,
      tooFew: true,
    });
  });

  it('does not depend on the order of its people', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(scores, (list) => {
        const people = list.map(([score, half]) => member(score, 70, half));
        expect(teamStanding([...people].reverse())).toEqual(teamStanding(people));
      }),
    );
  });

  it('keeps its mean between the lowest and the highest of its people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (scores) => {
        const mean = teamStanding(scores.map((score) => member(score))).score?.mean ?? -1;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores) - 0.01);
        expect(mean).toBeLessThanOrEqual(Math.max(...scores) + 0.01);
      }),
    );
  });
});

describe('the training for a gap', () => {
  const choice = (nuggetId: string, rest: Partial<TrainingChoice> = {}): TrainingChoice => ({
    nuggetId,
    weight: 1,
    level: 2,
    minutes: 3,
    ...rest,
  });
  const record = (nuggetId: string, people: number, meanGain: number, half: number): TrainingRecord => ({
    nuggetId,
    people,
    meanGain,
    lower: meanGain - half,
    upper: meanGain + half,
  });
  const choices = [choice('a'), choice('b'), choice('c', { weight: 2 })];

  it('is the one that is surely best, not the one that looks best', () => {
    const records = [record('a', 6, 20, 18), record('b', 31, 14, 4), record('c', 3, 40, 1)];
    expect(bestTraining(choices, records)).toEqual({ nuggetId: 'b', record: records[1] });
  });

  it('is the nugget most about the skill while there is no record', () => {
    expect(bestTraining(choices, [record('a', 4, 20, 2)])).toEqual({ nuggetId: 'c' });
    expect(bestTraining([choice('z', { level: 1 }), choice('y')], [])).toEqual({ nuggetId: 'z' });
  });

  it('is not one after which readiness fell, while there is another', () => {
    const fell = record('c', 9, -6, 2);
    expect(bestTraining(choices, [fell])).toEqual({ nuggetId: 'a' });
    expect(bestTraining([choice('c')], [fell])).toEqual({ nuggetId: 'c', record: fell });
  });

  it('is never one that is not published', () => {
    expect(bestTraining([choice('a')], [record('gone', 50, 30, 1)])).toEqual({ nuggetId: 'a' });
    expect(bestTraining([], [record('gone', 50, 30, 1)])).toBeUndefined();
  });
});
