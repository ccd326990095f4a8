import { DAY } from '../situation/index.ts';
import {
  dueForReview,
  emptyPerson,
  emptySkill,
  emptyState,
  EvidenceError,
  orderEvidence,
  parsePerson,
  parseState,
  predict,
  ReadinessStateError,
  replayEvidence,
  serializeState,
  update,
} from './index.ts';
import { after, check, day, scoreOf } from './readiness-fixture.ts';
import type { UpdateInput } from './types.ts';

describe('predict', () => {
  it('starts from a prior with a wide interval, not from 0', () => {
    const score = predict(emptyState(), emptyPerson(), emptySkill(), day(0));
    expect(score).toMatchObject({ enoughEvidence: false, evidenceCount: 0 });
    expect(score.score).toBeGreaterThan(40);
    expect(score.upper - score.lower).toBeGreaterThan(50);
  });

  it('narrows with evidence, and says when there is enough', () => {
    const one = scoreOf(after([check(0, 1)]), 0);
    const many = scoreOf(after(Array.from({ length: 12 }, (_unused, i) => check(i, i % 3 === 0 ? 0 : 1))), 12);
    expect(one.enoughEvidence).toBe(false);
    expect(many.enoughEvidence).toBe(true);
    expect(many.upper - many.lower).toBeLessThan(one.upper - one.lower);
  });

  it('does not take reading for knowing', () => {
    const reader = after(
      Array.from({ length: 10 }, (_unused, i) => check(i, 1, { kind: 'completion', itemId: undefined })),
    );
    expect(scoreOf(reader, 10).enoughEvidence).toBe(false);
    expect(scoreOf(reader, 10).score).toBeLessThan(scoreOf(after([check(0, 1), check(1, 1), check(2, 1)]), 10).score);
  });

  it('fades, and more slowly after spaced practice than after the same practice in a row', () => {
    const spaced = after([check(0, 1), check(20, 1), check(40, 1), check(60, 1)]);
    const massed = after([check(57, 1), check(58, 1), check(59, 1), check(60, 1)]);
    const loss = (input: UpdateInput) => scoreOf(input, 60).score - scoreOf(input, 150).score;
    expect(loss(spaced)).toBeGreaterThan(0);
    expect(loss(spaced)).toBeLessThan(loss(massed));
  });

  it('credits a hard question more than an easy one', () => {
    const others = (skillCode: string, value: number) =>
      Array.from({ length: 20 }, (_unused, i) => check(0, value, { personId: `p${i}`, itemId: 'shared', skillCode }));
    const hard = replayEvidence({ evidence: [...others('a', 0), check(1, 1, { itemId: 'shared' })] });
    const easy = replayEvidence({ evidence: [...others('a', 1), check(1, 1, { itemId: 'shared' })] });
    const points = (replay: typeof hard) => replay.people.get('ana')?.contributions.get('a')?.[0]?.points ?? 0;
    expect(points(hard)).toBeGreaterThan(points(easy));
  });

  it('lets evidence on one skill say a little about another', () => {
    const { people } = replayEvidence({ evidence: Array.from({ length: 8 }, (_unused, i) => check(i, 1)) });
    const person = people.get('ana')?.person ?? emptyPerson();
    const other = predict(emptyState(), person, emptySkill(), day(8)).score;
    expect(other).toBeGreaterThan(predict(emptyState(), emptyPerson(), emptySkill(), day(8)).score);
  });
});

describe('the interval', () => {
  /** A small linear congruential generator: the test is the same on every run. */
  function generator(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
  }

  it('holds the true probability about eight times in ten', () => {
    const random = generator(7);
    const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
    const difficulty = Array.from({ length: 30 }, () => 0.9 * normal());
    const people = Array.from({ length: 150 }, (_unused, i) => ({ personId: `p${i}`, ability: 0.3 + 1.1 * normal() }));
    const evidence = people.flatMap(({ personId, ability }) =>
      Array.from({ length: 8 }, (_unused, i) => {
        const item = Math.floor(random() * 30);
        const value = random() < 1 / (1 + Math.exp(-(ability - (difficulty[item] ?? 0)))) ? 1 : 0;
        return check(i, value, { personId, itemId: `q${item}` });
      }),
    );
    const replay = replayEvidence({ evidence });
    const held = people.filter(({ personId, ability }) => {
      const known = replay.people.get(personId);
      const skill = replay.skills.get('a');
      if (!known || !skill) return false;
      const { lower, upper } = predict(known.states.get('a') ?? emptyState(), known.person, skill, day(8));
      const passes = difficulty.reduce((sum, hard) => sum + 1 / (1 + Math.exp(hard - ability)), 0);
      const truth = (100 * passes) / difficulty.length;
      return lower <= truth && truth <= upper;
    });
    expect(held.length / people.length).toBeGreaterThan(0.72);
    expect(held.length / people.length).toBeLessThan(0.97);
  });
});

describe('update', () => {
  it.each([
    ['invalidValue', { value: 1.2 }],
    ['invalidValue', { value: NaN }],
    ['invalidDate', { at: 'yesterday' }],
  ])('refuses evidence with %s', (code, change) => {
    const input = { state: emptyState(), person: emptyPerson(), skill: emptySkill() };
    expect(() => update(input, check(0, 1, change))).toThrow(EvidenceError);
    expect(() => update(input, check(0, 1, change))).toThrow(expect.objectContaining({ code }));
  });

  it('adds the contributions up in the state', () => {
    const { people } = replayEvidence({ evidence: [check(0, 1), check(3, 0), check(5, 1)] });
    const contributions = people.get('ana')?.contributions.get('a') ?? [];
    expect(contributions.map(({ value }) => value)).toEqual([1, 0, 1]);
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
      people.get('ana')?.states.get('a')?.points ?? NaN,
      6,
    );
  });
});

describe('orderEvidence', () => {
  it('drops the same question within 24 hours of the last answer that counted, and repeats of an id', () => {
    const first = check(0, 0, { itemId: 'q' });
    const soon = check(0.9, 1, { itemId: 'q' });
    const next = check(1, 1, { itemId: 'q' });
    const other = check(0.5, 1, { itemId: 'q', personId: 'ben' });
    expect(orderEvidence([next, soon, first, other, first])).toEqual([first, other, next]);
  });

  it('orders the same moment by id', () => {
    const [a, b] = [check(0, 1, { id: 'a' }), check(0, 0, { id: 'b', itemId: 'other' })];
    expect(orderEvidence([b, a])).toEqual([a, b]);
  });
});

describe('dueForReview', () => {
  const known = after([0, 5, 12, 20, 30].map((days) => check(days, 1)));
  const due = (input: UpdateInput, target: number, days: number) =>
    dueForReview(input.state, input.person, input.skill, target, day(days));

  it('is the day on which the predicted score falls below the target', () => {
    const target = scoreOf(known, 90).score;
    const found = due(known, target, 40);
    expect(Math.abs(Date.parse(found ?? '') - day(90).getTime()) / DAY).toBeLessThan(2);
    expect(due(known, target, 200)).toBe(found);
  });

  it('is none for a gap, for what was never practised and for what lasts', () => {
    expect(due(known, 99, 40)).toBeUndefined();
    expect(due(after([check(0, 0)]), 10, 1)).toBeUndefined();
    expect(due(known, 5, 40)).toBeUndefined();
  });
});

describe('stored states', () => {
  it.each([
    ['invalidJson', '{'],
    ['invalidJson', '7'],
    ['otherModel', '{"v":"0"}'],
    ['invalidField', serializeState(emptyState()).replace('"a":0', '"a":"x"')],
    ['invalidField', serializeState(emptyState()).replace('"n":0,', '')],
  ])('are refused with %s', (code, text) => {
    expect(() => parseState(text)).toThrow(ReadinessStateError);
    expect(() => parseState(text)).toThrow(expect.objectContaining({ code }));
  });

  it('of another kind are refused', () => {
    expect(() => parsePerson(serializeState(emptyState()))).toThrow(ReadinessStateError);
  });
});
