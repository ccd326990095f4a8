import fc from 'fast-check';
import { coachNext } from './coach-next.ts';
import { coachingValue } from './coaching-value.ts';
import type { CoachingChoice } from './types.ts';

const NOW = new Date('2026-11-25T09:00:00Z');
const CHOICE: CoachingChoice = {
  personId: 'ana',
  skillId: 'negotiation',
  score: 48,
  lower: 40,
  upper: 56,
  enoughEvidence: true,
  target: 70,
  weight: 1,
  observedAt: '2026-11-01',
};
const valueOf = (change: Partial<CoachingChoice>): number => coachingValue({ ...CHOICE, ...change }, NOW)?.value ?? 0;
const kindsOf = (change: Partial<CoachingChoice>): string[] =>
  coachingValue({ ...CHOICE, ...change }, NOW)?.reasons.map(({ kind }) => kind) ?? [];

describe('the value of coaching', () => {
  it('is the gap by its weight, as far as it is probably real', () => {
    expect(valueOf({})).toBeCloseTo(22, 1);
    expect(valueOf({ weight: 2 })).toBeCloseTo(44, 1);
    expect(valueOf({ lower: 8, upper: 88 })).toBeLessThan(18);
  });

  it.each([
    ['on target', { score: 70 }],
    ['above it', { score: 90 }],
    ['of a skill that does not count', { weight: 0 }],
  ])('is nothing %s', (_name, change) => {
    expect(coachingValue({ ...CHOICE, ...change }, NOW)).toBeUndefined();
  });

  it.each([
    ['launch', { launch: { name: 'Rollout 5.2', on: '2026-12-05', target: 75 } }],
    ['stuck', { learningRate: 0.1 }],
    ['fading', { dueForReview: '2026-11-20' }],
    ['newInRole', { roleStart: '2026-10-20' }],
    ['notObserved', { observedAt: undefined }],
    ['notObserved', { observedAt: '2026-08-01T10:00:00Z' }],
  ] as [string, Partial<CoachingChoice>][])('grows by %s, and says so', (kind, change) => {
    expect(valueOf(change)).toBeGreaterThan(valueOf({}));
    expect(kindsOf(change)).toEqual(['gap', kind]);
  });

  it.each([
    ['a launch that is over', { launch: { name: 'Old', on: '2026-11-20', target: 95 } }],
    ['a launch that is far', { launch: { name: 'Far', on: '2027-03-01', target: 95 } }],
    ['somebody who is learning', { learningRate: 2 }],
    ['a review that is not due', { dueForReview: '2026-12-20' }],
    ['somebody who has the role for long', { roleStart: '2020-01-01' }],
  ] as [string, Partial<CoachingChoice>][])('does not grow by %s', (_name, change) => {
    expect(valueOf(change)).toBe(valueOf({}));
  });

  it('rests after an observation, so that coaching has time to work', () => {
    expect(valueOf({ observedAt: '2026-11-20' })).toBeCloseTo(valueOf({}) * 0.4, 2);
  });

  it('is less where too little is known, and then the thing to do is to look', () => {
    const unknown = { ...CHOICE, enoughEvidence: false };
    expect(valueOf({ enoughEvidence: false })).toBeLessThan(valueOf({}));
    expect(coachNext([unknown], NOW)[0]).toMatchObject({ action: 'observe', reasons: [{ kind: 'unknown' }] });
    expect(coachNext([CHOICE], NOW)[0]).toMatchObject({ action: 'assign' });
  });

  it('is the sum of its reasons', () => {
    const everything = { ...CHOICE, learningRate: 0, dueForReview: '2026-11-20', roleStart: '2026-11-01' };
    const valued = coachingValue({ ...everything, observedAt: undefined }, NOW);
    const sum = valued?.reasons.reduce((total, { points }) => total + points, 0) ?? 0;
    expect(valued?.value).toBeCloseTo(sum, 2);
    expect(valued?.reasons).toHaveLength(5);
  });
});

describe('coach next', () => {
  const choice = fc.record({
    personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    skillId: fc.constantFrom('x', 'y', 'z'),
    score: fc.integer({ min: 0, max: 100 }),
    half: fc.integer({ min: 0, max: 40 }),
    enoughEvidence: fc.boolean(),
    target: fc.integer({ min: 40, max: 90 }),
    weight: fc.constantFrom(0, 0.5, 1, 2),
    learningRate: fc.option(fc.double({ min: -3, max: 3, noNaN: true }), { nil: undefined }),
    observedAt: fc.constantFrom(undefined, '2026-11-20', '2026-10-01', '2026-01-01'),
  });
  const choices = fc
    .uniqueArray(choice, { maxLength: 20, selector: ({ personId, skillId }) => personId + skillId })
    .map((list) => list.map(({ half, ...rest }) => ({ ...rest, lower: rest.score - half, upper: rest.score + half })));

  it('names each person once, at most five, the most valuable first', () => {
    fc.assert(
      fc.property(choices, (list) => {
        const next = coachNext(list, NOW);
        expect(next.length).toBeLessThanOrEqual(5);
        expect(new Set(next.map(({ personId }) => personId)).size).toBe(next.length);
        expect(next.map(({ value }) => value)).toEqual(next.map(({ value }) => value).sort((a, b) => b - a));
        for (const { reasons } of next) expect(reasons.every(({ points }) => points >= 0)).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which it is told', () => {
    fc.assert(
      fc.property(choices, (list) => {
        expect(coachNext([...list].reverse(), NOW)).toEqual(coachNext(list, NOW));
      }),
    );
  });

  it('never values a higher score more, all else equal', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 30 }), (list, more) => {
        for (const one of list) {
          const better = { ...one, score: one.score + more, lower: one.lower + more, upper: one.upper + more };
          expect(coachingValue(better, NOW)?.value ?? 0).toBeLessThanOrEqual(coachingValue(one, NOW)?.value ?? 0);
        }
      }),
    );
  });
});
