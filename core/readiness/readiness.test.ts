import { DAY, isoDateOf } from '../situation/index.ts';
import {
  aggregate,
  computePeople,
  dueForReview,
  emptyPerson,
  emptySkill,
  emptyState,
  EvidenceError,
  expectedGap,
  gapOf,
  nextActions,
  orderEvidence,
  parsePerson,
  parseState,
  predict,
  ReadinessStateError,
  replayEvidence,
  rolePriors,
  serializeState,
  update,
} from './index.ts';
import type { Evidence, ReadinessState, Score, UpdateInput } from './types.ts';

const START = Date.UTC(2026, 0, 5, 9);
const day = (days: number) => new Date(START + days * DAY);

let serial = 0;
function check(days: number, value: number, change: Partial<Evidence> = {}): Evidence {
  serial += 1;
  const id = `e${String(serial).padStart(4, '0')}`;
  return {
    id,
    kind: 'check',
    personId: 'ana',
    skillCode: 'a',
    itemId: id,
    at: day(days).toISOString(),
    value,
    ...change,
  };
}

function after(evidence: readonly Evidence[]): UpdateInput {
  const { people, skills } = replayEvidence({ evidence });
  const ana = people.get('ana');
  return {
    state: ana?.states.get('a') ?? emptyState(),
    person: ana?.person ?? emptyPerson(),
    skill: skills.get('a') ?? emptySkill(),
  };
}

const scoreOf = ({ state, person, skill }: UpdateInput, days: number) => predict(state, person, skill, day(days));

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

describe('aggregate', () => {
  const score = (value: number, half: number, enoughEvidence = true): Score => {
    return { score: value, lower: value - half, upper: value + half, enoughEvidence, evidenceCount: 4 };
  };

  it('is the weighted mean, with an interval between that of equal and of independent errors', () => {
    const total = aggregate([
      { score: score(40, 10), target: 70, weight: 1 },
      { score: score(60, 10), target: 80, weight: 3 },
    ]);
    expect(total).toMatchObject({ score: 55, target: 77.5, gap: 22.5, gapFlagged: true, evidenceCount: 8 });
    expect(total?.upper).toBeLessThan(65);
    expect(total?.upper).toBeGreaterThan(55 + 10 * Math.hypot(0.25, 0.75));
  });

  it('leaves out what has no target where others have one', () => {
    const total = aggregate([
      { score: score(40, 10), weight: 1 },
      { score: score(60, 10), target: 50, weight: 1 },
    ]);
    expect(total).toMatchObject({ score: 60, gap: 0, gapFlagged: false });
  });

  it('is nothing over nothing', () => expect(aggregate([])).toBeUndefined());

  it.each([
    [score(50, 10), 70, 20, true],
    [score(50, 25), 70, 20, false],
    [score(50, 10, false), 70, 20, false],
    [score(80, 10), 70, 0, false],
  ])('flags a gap only when it is probably real (%#)', (one, target, gap, flagged) => {
    expect(gapOf(one, target)).toEqual({ gap, flagged });
  });
});

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

describe('computePeople', () => {
  const targets = [
    { skillCode: 'a', domain: 'Customer', component: 'Knowledge', target: 70, weight: 2 },
    { skillCode: 'b', domain: 'Product', component: 'Expertise', target: 60, weight: 1 },
  ];

  it('gives every skill, domain, component, the overall score and the snapshots', () => {
    const { people } = computePeople({
      people: [{ personId: 'ana', targets }],
      evidence: [check(0, 1), check(2, 1, { skillCode: 'z' })],
      now: day(10),
      snapshotDates: ['2026-01-06', '2026-01-13', '2026-01-20'],
    });
    const ana = people.get('ana');
    expect(ana?.skills.map(({ skillCode, target }) => [skillCode, target])).toEqual([
      ['a', 70],
      ['b', 60],
      ['z', undefined],
    ]);
    expect(ana?.domains.map(({ name }) => name)).toEqual(['Customer', 'Product']);
    expect(ana?.components.map(({ name }) => name)).toEqual(['Expertise', 'Knowledge']);
    expect(ana?.overall?.lastEvidenceAt).toBe(day(0).toISOString());
    // The last date lies after now: it is taken as of now.
    expect(ana?.snapshots.filter(({ scope }) => scope === 'Overall').map(({ takenOn }) => takenOn)).toEqual([
      '2026-01-06',
      '2026-01-13',
      '2026-01-20',
    ]);
    expect(ana?.snapshots.at(-3)?.score).toEqual(ana?.overall?.score);
  });

  it('counts no evidence from the future', () => {
    const input = { people: [{ personId: 'ana', targets }], now: day(1) };
    expect(computePeople({ ...input, evidence: [check(2, 1)] })).toEqual(computePeople({ ...input, evidence: [] }));
  });

  it('keeps the twenty latest contributions', () => {
    const evidence = Array.from({ length: 25 }, (_unused, i) => check(i, 1));
    const { people } = computePeople({ people: [{ personId: 'ana', targets }], evidence, now: day(30) });
    const kept = people.get('ana')?.skills[0]?.contributions ?? [];
    expect(kept).toHaveLength(20);
    expect(isoDateOf(Date.parse(kept[0]?.at ?? ''))).toBe(isoDateOf(day(24).getTime()));
  });
});

describe('rolePriors', () => {
  it('is the shrunk mean of those with evidence', () => {
    const seen = { mean: 1, variance: 0.1, count: 5 };
    const priors = rolePriors([
      { role: 'Account Executive', person: seen },
      { role: 'Account Executive', person: seen },
      { role: 'Sales Engineer', person: emptyPerson() },
    ]);
    expect(priors.get('Account Executive')).toBeGreaterThan(0.5);
    expect(priors.get('Account Executive')).toBeLessThan(1);
    expect(priors.has('Sales Engineer')).toBe(false);
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
