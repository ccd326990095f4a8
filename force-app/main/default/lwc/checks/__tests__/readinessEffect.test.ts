import { emptyState, serializeState } from 'c/core';
import type { CheckResponse, ReadinessRow } from 'c/readinessRecords';
import { describeEffects, signedTenths } from '../effectWords';
import { readinessEffects, type EffectBasis } from '../readinessEffect';

const now = new Date('2026-11-23T15:00:00.000Z');
const PERSON = '005000000000001AAA';

const skill: ReadinessRow = {
  id: 'a05',
  scope: 'Skill',
  personId: PERSON,
  skillCode: 'discounting',
  skillName: 'Discounting',
  target: 70,
  gapFlagged: false,
  evidenceCount: 0,
  enoughEvidence: false,
  state: serializeState(emptyState()),
  contributions: [],
};
const basis: EffectBasis = {
  questions: [
    { id: 'q1', prompt: 'First?', options: [], skillCode: 'discounting', skillName: 'Discounting' },
    { id: 'q2', prompt: 'Second?', options: [], skillCode: 'pricing', skillName: 'Pricing' },
  ],
  skills: [skill],
  responses: [],
};
const answer = (id: string, questionId: string, skillCode: string, correct = true): CheckResponse => ({
  id,
  questionId,
  skillCode,
  correct,
  at: '2026-11-23T14:59:00.000Z',
});
const effects = (given: CheckResponse[], more: Partial<EffectBasis> = {}) =>
  readinessEffects(PERSON, { ...basis, ...more }, given, now);

describe('readinessEffects', () => {
  it('is empty without answers', () => {
    expect(effects([])).toEqual([]);
  });

  it('gives one effect for each skill asked about, with its name and target', () => {
    const given = [answer('r1', 'q1', 'discounting'), answer('r2', 'q2', 'pricing', false)];
    expect(effects(given).map(({ skillName, target }) => [skillName, target])).toEqual([
      ['Discounting', 70],
      ['Pricing', undefined],
    ]);
  });

  it('shows before and after, and what each answer added', () => {
    const [effect] = effects([answer('r1', 'q1', 'discounting')]);
    expect(effect?.scores?.after.score).toBeGreaterThan(effect?.scores?.before.score ?? 100);
    expect(effect?.answers).toEqual([
      { questionId: 'q1', prompt: 'First?', correct: true, points: expect.any(Number) },
    ]);
  });

  it('calls an answer practice that repeats one of the last day', () => {
    const earlier = { ...answer('r0', 'q1', 'discounting'), at: '2026-11-23T10:00:00.000Z' };
    const [effect] = effects([answer('r1', 'q1', 'discounting')], { responses: [earlier] });
    expect(effect?.answers[0]?.points).toBeUndefined();
    expect(effect?.scores?.after).toEqual(effect?.scores?.before);
    expect(describeEffects(effect ? [effect] : [])[0]?.reasons[0]?.text).toContain('practice');
  });

  it('flags a gap as the person will find it flagged', () => {
    const after = { score: 47, lower: 32, upper: 63, enoughEvidence: true, evidenceCount: 4 };
    const moved = (upper: number, enoughEvidence = true): boolean | undefined => {
      const scores = { before: after, after: { ...after, upper, enoughEvidence } };
      const row = { skillCode: 'discounting', skillName: 'Discounting', target: 70, scores, answers: [] };
      return describeEffects([row])[0]?.gapFlagged;
    };
    expect([moved(63), moved(72), moved(63, false)]).toEqual([true, false, false]);
  });

  it('says that it will come when the published state cannot be gone on from', () => {
    const other = { ...skill, state: '{"v":"other"}' };
    const given = effects([answer('r1', 'q1', 'discounting')], { skills: [other] });
    expect(given[0]?.scores).toBeUndefined();
    expect(describeEffects(given)[0]).toMatchObject({
      isKnown: false,
      noReadiness: 'Your readiness in Discounting will appear after the next update.',
    });
  });
});

describe('signedTenths', () => {
  it.each([
    [3.24, '+3.2'],
    [-1.55, '−1.5'],
    [0, '+0.0'],
  ])('words %d as %s', (points, expected) => {
    expect(signedTenths(points)).toBe(expected);
  });
});
