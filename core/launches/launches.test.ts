import fc from 'fast-check';
import { DEFAULT_PARAMETERS } from '../readiness/parameters.ts';
import { emptyPerson, emptyState } from '../readiness/empty-states.ts';
import { computePeople } from '../readiness/compute-people.ts';
import type { Evidence } from '../readiness/types.ts';
import { isoDateOf } from '../situation/days.ts';
import { forecast } from './forecast.ts';
import { launchReadiness } from './launch-readiness.ts';
import { launchSkills } from './launch-skills.ts';
import { learningRate } from './learning-rate.ts';
import { chanceOn, countDistribution, likelyCount, likelyCountByDay } from './team-forecast.ts';
import type { LaunchSkill } from './types.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const inDays = (days: number): Date => new Date(Date.UTC(2026, 2, 2 + days));

function skill(score: number, change: Partial<LaunchSkill> & { half?: number; enough?: boolean } = {}): LaunchSkill {
  const { half = 10, enough = true, ...rest } = change;
  return {
    skillCode: 'pricing',
    target: 70,
    weight: 1,
    score: { score, lower: score - half, upper: score + half, enoughEvidence: enough, evidenceCount: 8 },
    fadedScore: score,
    gained: 0,
    pieces: 1,
    missing: 0,
    ...rest,
  };
}

describe('learning rate', () => {
  it('believes a gain the more, the surer the scores are', () => {
    expect(learningRate(skill(60, { gained: 3, half: 0 })).mean).toBe(3);
    const sure = learningRate(skill(60, { gained: 3, half: 4 })).mean;
    const unsure = learningRate(skill(60, { gained: 3, half: 25 })).mean;
    expect(sure).toBeGreaterThan(unsure);
    expect(unsure).toBeGreaterThan(0);
  });
});

describe('forecast', () => {
  it('is a fact on the day', () => {
    expect(forecast([skill(70), skill(71)], 0).chance).toBe(1);
    expect(forecast([skill(70), skill(69.9)], 0).chance).toBe(0);
    expect(forecast([skill(90, { enough: false, missing: 1 })], 0).chance).toBe(0);
  });

  it('gives someone just short of the target and learning fast a good chance, someone far off none', () => {
    expect(forecast([skill(66, { gained: 6 })], 4).chance).toBeGreaterThan(0.6);
    expect(forecast([skill(30)], 2).chance).toBeLessThan(0.01);
  });

  it('counts what fades, and what evidence is missing', () => {
    const held = forecast([skill(74)], 6).chance;
    expect(forecast([skill(74, { fadedScore: 66 })], 6).chance).toBeLessThan(held);
    expect(forecast([skill(74, { missing: 2 })], 6).chance).toBeLessThan(held);
  });

  const skills = fc.array(
    fc.record({
      score: fc.double({ min: 5, max: 95, noNaN: true }),
      half: fc.double({ min: 0, max: 20, noNaN: true }),
      gained: fc.double({ min: 0.1, max: 6, noNaN: true }),
      target: fc.integer({ min: 20, max: 90 }),
      pieces: fc.double({ min: 0, max: 3, noNaN: true }),
      missing: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const TINY = 1e-6;

  it('is a probability, and more score never lowers it', () => {
    fc.assert(
      fc.property(
        skills,
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.integer({ min: 0, max: 26 }),
        (all, more, weeks) => {
          const { chance, expectedScore } = forecast(
            all.map(({ score, ...rest }) => skill(score, rest)),
            weeks,
          );
          const better = forecast(
            all.map(({ score, ...rest }) => skill(score + more, rest)),
            weeks,
          );
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(better.chance).toBeGreaterThanOrEqual(chance - TINY);
          expect(better.expectedScore).toBeGreaterThanOrEqual(expectedScore - TINY);
        },
      ),
    );
  });

  it('never falls with a later day for someone who is short everywhere, learns and forgets nothing', () => {
    fc.assert(
      fc.property(skills, fc.integer({ min: 0, max: 26 }), fc.integer({ min: 0, max: 26 }), (all, weeks, later) => {
        const short = all.map(({ score, ...rest }) => skill(Math.min(score, rest.target - 0.1), rest));
        expect(forecast(short, weeks + later).chance).toBeGreaterThanOrEqual(forecast(short, weeks).chance - TINY);
        expect(forecast(short, weeks + later).expectedScore).toBeGreaterThanOrEqual(
          forecast(short, weeks).expectedScore - TINY,
        );
      }),
    );
  });
});

describe('launch readiness', () => {
  it('is nothing where the launch asks nothing', () => {
    expect(launchReadiness([], { now: NOW, launchAt: inDays(10) })).toBeUndefined();
  });

  it('names what is short, most first, and thin evidence too', () => {
    const readiness = launchReadiness(
      [
        skill(64, { skillCode: 'pricing' }),
        skill(50, { skillCode: 'demo' }),
        skill(80, { skillCode: 'security', enough: false, missing: 2 }),
        skill(75, { skillCode: 'story' }),
      ],
      { now: NOW, launchAt: inDays(12) },
    );
    expect(readiness?.ready).toBe(false);
    expect(readiness?.shortSkills).toEqual([
      { skillCode: 'demo', score: 50, target: 70, gap: 20, enoughEvidence: true },
      { skillCode: 'pricing', score: 64, target: 70, gap: 6, enoughEvidence: true },
      { skillCode: 'security', score: 80, target: 70, gap: 0, enoughEvidence: false },
    ]);
    expect(readiness?.score).toMatchObject({ score: 67.25, target: 70, gap: 2.75 });
    expect(readiness?.chanceByDay[0]).toEqual({ day: '2026-03-02', chance: 0 });
    expect(readiness?.chanceByDay.at(-1)).toEqual({ day: '2026-03-14', chance: readiness?.chance });
  });

  it.each([0, -5])('is what holds today when the day was %d days ahead', (days) => {
    const ready = launchReadiness([skill(71)], { now: NOW, launchAt: inDays(days) });
    expect(ready).toMatchObject({ ready: true, chance: 1, expectedScore: 71 });
    expect(ready?.chanceByDay).toEqual([{ day: isoDateOf(inDays(days).getTime()), chance: 1 }]);
    expect(launchReadiness([skill(69)], { now: NOW, launchAt: inDays(days) })?.chance).toBe(0);
  });
});

describe('launch skills', () => {
  const check = (days: number, value: number): Evidence => ({
    id: `e${days}`,
    kind: 'check',
    personId: 'ana',
    skillCode: 'pricing',
    itemId: `q${days}`,
    at: new Date(NOW.getTime() - days * 86_400_000).toISOString(),
    value,
  });
  const of = (evidence: readonly Evidence[], days: number) => {
    const { people, skills } = computePeople({ people: [{ personId: 'ana', targets: [] }], evidence, now: NOW });
    const person = people.get('ana');
    if (!person) throw new Error('Ana has readiness.');
    const targets = [{ skillCode: 'pricing', target: 70, weight: 2 }];
    const [found] = launchSkills(person, targets, skills, { now: NOW, launchAt: inDays(days) });
    if (!found) throw new Error('The launch asks for pricing.');
    return { found, row: person.skills[0] };
  };

  it('take the gain of the last eight weeks from what evidence did', () => {
    const { found, row } = of([check(100, 1), check(20, 1), check(3, 0)], 30);
    const [latest, before] = row?.contributions ?? [];
    expect(found.gained).toBeCloseTo(((latest?.points ?? 0) + (before?.points ?? 0)) / 8, 10);
    expect(found.pieces).toBeCloseTo(3 / 12, 10);
    expect(found.fadedScore).toBeLessThan(found.score.score);
  });

  it('look back as far as the kept contributions reach where somebody is busy', () => {
    const { found } = of(
      Array.from({ length: 60 }, (_, index) => check(index / 4 + 0.1, 1)),
      30,
    );
    expect(found.pieces).toBeGreaterThan(4);
  });

  it('start from the prior where nothing is known', () => {
    const skills = launchSkills(
      { person: emptyPerson(), skills: [] },
      [{ skillCode: 'new', target: 60, weight: 1 }],
      new Map(),
      {
        now: NOW,
        launchAt: inDays(7),
      },
    );
    expect(skills[0]).toMatchObject({ gained: 0, missing: DEFAULT_PARAMETERS.enoughWeight });
    expect(skills[0]?.score.enoughEvidence).toBe(false);
    expect(emptyState().count).toBe(0);
  });
});

describe('how many are likely to be ready', () => {
  it('follows the binomial distribution where all chances are equal', () => {
    const distribution = countDistribution([0.5, 0.5, 0.5, 0.5]);
    expect(distribution.map((each) => each * 16)).toEqual([1, 4, 6, 4, 1]);
    expect(likelyCount([0.5, 0.5, 0.5, 0.5])).toEqual({ expected: 2, lower: 1, upper: 3 });
  });

  it('is exact where nothing is uncertain', () => {
    expect(likelyCount([1, 1, 0])).toEqual({ expected: 2, lower: 2, upper: 2 });
    expect(likelyCount([])).toEqual({ expected: 0, lower: 0, upper: 0 });
  });

  it('holds what is expected, and many people give the same as few by either way', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (chances) => {
        const { expected, lower, upper } = likelyCount(chances);
        expect(lower).toBeLessThanOrEqual(expected + 1);
        expect(upper).toBeGreaterThanOrEqual(expected - 1);
        const many = likelyCount(Array.from({ length: 20 }, () => chances).flat());
        expect(many.expected).toBeCloseTo(20 * expected, 6);
        expect(many.lower).toBeGreaterThanOrEqual(20 * lower - 20);
        expect(many.upper).toBeLessThanOrEqual(20 * upper + 20);
      }),
    );
  });

  it('goes evenly from one known day to the next', () => {
    const path = [
      { day: '2026-03-02', chance: 0.2 },
      { day: '2026-03-06', chance: 0.6 },
    ];
    expect(
      ['2026-03-01', '2026-03-03', '2026-03-06', '2026-04-01'].map((day) => chanceOn(path, day).toFixed(2)),
    ).toEqual(['0.20', '0.30', '0.60', '0.60']);
    expect(chanceOn([], '2026-03-01')).toBe(0);
    const days = likelyCountByDay([path, path], '2026-03-02', '2026-03-06', 2);
    expect(days.map(({ day, expected }) => [day, Math.round(expected * 10) / 10])).toEqual([
      ['2026-03-02', 0.4],
      ['2026-03-04', 0.8],
      ['2026-03-06', 1.2],
    ]);
  });
});
