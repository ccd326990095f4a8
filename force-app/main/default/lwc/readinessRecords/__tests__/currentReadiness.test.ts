import {
  computePerson,
  emptyPerson,
  emptyState,
  serializePerson,
  serializeState,
  type Evidence,
  type RoleTarget,
} from 'c/core';
import { currentReadiness, type CheckResponse, type ReadinessRow } from 'c/readinessRecords';

const now = new Date('2026-11-23T15:00:00.000Z');
const PERSON = '005000000000001AAA';

const base: ReadinessRow = {
  id: 'a01',
  scope: 'Skill',
  personId: PERSON,
  gapFlagged: false,
  evidenceCount: 0,
  enoughEvidence: false,
  score: 50,
  lower: 30,
  upper: 70,
  target: 70,
  contributions: [],
};
const rows: ReadinessRow[] = [
  {
    ...base,
    skillCode: 'discounting',
    skillName: 'Discounting',
    domain: 'Selling Process',
    state: serializeState(emptyState()),
  },
  {
    ...base,
    id: 'a02',
    skillCode: 'pricing',
    skillName: 'Pricing',
    domain: 'Product',
    state: serializeState(emptyState()),
  },
  { ...base, id: 'a03', scope: 'Domain', domain: 'Selling Process' },
  { ...base, id: 'a04', scope: 'Domain', domain: 'Product' },
  { ...base, id: 'a05', scope: 'Overall', state: serializePerson(emptyPerson()) },
];
const answer: CheckResponse = {
  id: 'r1',
  questionId: 'q1',
  skillCode: 'discounting',
  at: '2026-11-23T14:00:00.000Z',
  correct: true,
};
const current = (responses: CheckResponse[], from = rows) => currentReadiness(PERSON, from, responses, new Map(), now);

describe('currentReadiness', () => {
  it('leaves the published rows as they are without newer answers', () => {
    const { skills, domains, overall, newerAnswers } = current([]);
    expect([...skills, ...domains, overall]).toEqual(rows);
    expect(newerAnswers).toBe(0);
  });

  it('brings skill, domain and overall up to date with a newer answer', () => {
    const { skills, domains, overall, newerAnswers } = current([answer]);
    const [discounting, pricing] = skills;
    expect(newerAnswers).toBe(1);
    expect(discounting?.contributions[0]).toMatchObject({ evidenceId: 'r1' });
    expect(discounting?.evidenceCount).toBe(1);
    // What an answer says about the person holds for the other skills too, as it will after the sync.
    expect(pricing?.score).not.toBe(50);
    expect(pricing).toMatchObject({ evidenceCount: 0, contributions: [] });
    expect(domains.find(({ domain }) => domain === 'Selling Process')?.score).toBeCloseTo(discounting?.score ?? 0, 1);
    expect(overall?.score).toBeCloseTo(((discounting?.score ?? 0) + (pricing?.score ?? 0)) / 2, 1);
  });

  it('moves the day of the next review with the answer', () => {
    const easy = rows.map((row) => ({ ...row, target: 40, dueForReview: '2026-10-03' }));
    const [discounting] = current([answer], easy).skills;
    expect(discounting?.score).toBeGreaterThan(40);
    expect(discounting?.dueForReview ?? '9999').toMatch(/^(2026-1[12]|202[7-9]|9999)/);
  });

  it('names the skills to work on', () => {
    expect(
      current([])
        .actions.map(({ skillCode }) => skillCode)
        .sort(),
    ).toEqual(['discounting', 'pricing']);
  });

  it('keeps the published numbers when the state is of another model', () => {
    const other = rows.map((row) => ({ ...row, state: '{"v":"other"}' }));
    const { skills, actions, newerAnswers } = current([answer], other);
    expect(skills.map(({ score }) => score)).toEqual([50, 50]);
    expect(actions).toEqual([]);
    expect(newerAnswers).toBe(0);
  });

  it.each([
    ['without', []],
    ['with', [answer]],
  ])('explains each score: the parts add up, %s newer answers', (_, responses) => {
    const { skills, explain } = current(responses);
    const [row = base] = skills;
    const { start = 0, evidence = 0, other = 0, fading = 0, score } = explain(row) ?? {};
    expect(start + evidence + other + fading).toBeCloseTo(score ?? Number.NaN, 2);
  });

  it('explains the score that is shown', () => {
    const { skills, explain } = current([answer]);
    expect(skills.map((row) => explain(row)?.score)).toEqual(skills.map(({ score }) => score));
  });
});

describe('components', () => {
  const ANSWERS = [1, 0, 1, 1, 0, 1];
  const codes = ['discounting', 'pricing', 'qualification'];
  const evidence = ANSWERS.map((value, n): Evidence => ({
    id: `e${n}`,
    kind: 'check',
    personId: PERSON,
    skillCode: codes[n % 3] ?? '',
    itemId: `q${n}`,
    at: `2026-11-0${n + 1}T10:00:00.000Z`,
    value,
  }));
  const targets = codes.map((skillCode, n): RoleTarget => ({
    skillCode,
    domain: 'Product',
    component: n < 2 ? 'Expertise' : 'Knowledge',
    target: 60 + 10 * n,
    weight: n + 1,
  }));

  it('are what the service computes', () => {
    const computed = computePerson({ personId: PERSON, targets, evidence, now });
    const published = computed.skills.map((skill): ReadinessRow => ({
      ...base,
      ...skill.score,
      id: skill.skillCode,
      skillCode: skill.skillCode,
      component: skill.component,
      target: skill.target,
    }));
    const weights = new Map(targets.map(({ skillCode, weight }) => [skillCode, weight] as const));
    const { components } = currentReadiness(PERSON, published, [], weights, now);
    expect(components).toMatchObject(
      computed.components.map(({ name, score: { score, lower, upper, target } }) => {
        return { component: name, score, lower, upper, target };
      }),
    );
  });
});
