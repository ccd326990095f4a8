import fc from 'fast-check';
import { bestTraining, type TrainingChoice, type TrainingRecord } from './best-training.ts';
import { compareTeams } from './compare-teams.ts';
import { pooledMean, student90 } from './spread.ts';
import { teamStanding, type MemberScore } from './team-standing.ts';

const member = (score: number | undefined, target = 70, half = 8): MemberScore =>
  score === undefined
    ? { target, flagged: false }
    : { score, lower: score - half, upper: score + half, target, flagged: score + half < target };

const repeat = (score: number, count: number): MemberScore[] =>
  Array.from({ length: count }, (_, i) => member(score + (i % 3) - 1));

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(next() || 1e-9)) * Math.cos(2 * Math.PI * next());

describe('a pooled mean', () => {
  it('lets who is known badly count less', () => {
    const pooled = pooledMean([
      { value: 40, error: 1 },
      { value: 42, error: 1 },
      { value: 90, error: 60 },
    ]);
    expect(pooled?.mean).toBeCloseTo(41, 0);
  });

  it.each([
    [4, 1.533],
    [9, 1.383],
    [30, 1.31],
  ])('takes t for %d degrees of freedom from the tables', (freedom, expected) => {
    expect(student90(freedom)).toBeCloseTo(expected, 2);
  });

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

describe('teams beside each other', () => {
  it('are called further only where that is probably real', () => {
    const compared = compareTeams(
      new Map([
        ['A', repeat(40, 12)],
        ['B', repeat(66, 12)],
        ['C', repeat(64, 12)],
        ['D', repeat(30, 4)],
      ]),
    );
    expect([...compared].map(([key, { beside }]) => [key, beside])).toEqual([
      ['A', 'further'],
      ['B', 'closer'],
      ['C', 'closer'],
      ['D', 'tooFew'],
    ]);
  });

  it('that are alike are called alike', () => {
    const teams = new Map(['A', 'B', 'C'].map((key, i) => [key, repeat(60 + i, 8)]));
    expect([...compareTeams(teams).values()].map(({ beside }) => beside)).toEqual(['alike', 'alike', 'alike']);
  });

  it('need another to be compared with', () => {
    expect(compareTeams(new Map([['A', repeat(60, 8)]])).get('A')).toEqual({ beside: 'alone' });
  });

  it('never differ by more than what was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 2, maxLength: 8 }), (means) => {
        const compared = compareTeams(new Map(means.map((mean, i) => [String(i), repeat(mean, 6)])));
        const reach = Math.max(...means) - Math.min(...means) + 1;
        for (const { difference } of compared.values()) {
          expect(Math.abs(difference?.mean ?? 0)).toBeLessThanOrEqual(reach);
        }
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

  it('is never one that is not published', () => {
    expect(bestTraining([choice('a')], [record('gone', 50, 30, 1)])).toEqual({ nuggetId: 'a' });
    expect(bestTraining([], [record('gone', 50, 30, 1)])).toBeUndefined();
  });
});
