import {
  computePeople,
  emptySkill,
  emptyState,
  predict,
  serializeDifficulty,
  serializePerson,
  serializeState,
  type Evidence,
} from 'c/core';
import { continueReadiness, type CheckResponse } from 'c/readinessRecords';

const now = new Date('2026-11-23T15:00:00.000Z');
const PERSON = '005000000000001AAA';

function response(n: number, at: string, correct: boolean, questionId = `q${n}`): CheckResponse {
  return { id: `r${n}`, questionId, skillCode: 'discounting', at, correct };
}

function evidence({ id, questionId, skillCode, at, correct }: CheckResponse): Evidence {
  return { id, kind: 'check', personId: PERSON, skillCode, itemId: questionId, at, value: correct ? 1 : 0 };
}

function publish(responses: readonly CheckResponse[]) {
  const targets = [
    { skillCode: 'discounting', domain: 'Selling Process', component: 'Expertise', target: 70, weight: 1 },
  ];
  const all = computePeople({ people: [{ personId: PERSON, targets }], evidence: responses.map(evidence), now });
  const person = all.people.get(PERSON);
  if (!person) throw new Error('The person was not computed');
  return { ...all, ...person, skillStates: all.skills, skills: person.skills };
}

const older = [
  response(1, '2026-11-01T10:00:00.000Z', true),
  response(2, '2026-11-02T10:00:00.000Z', false),
  response(3, '2026-11-03T10:00:00.000Z', true),
];
const newer = [response(4, '2026-11-23T14:00:00.000Z', true)];

/** What the page has: the published rows and the answers, each with the difficulty of its question. */
function continued(responses: readonly CheckResponse[]) {
  const { skills, person, items, skillStates } = publish(older);
  const published = skills.map(({ skillCode, state, lastEvidenceAt }) => {
    const difficulty = skillStates.get(skillCode);
    return {
      skillCode,
      state: serializeState(state),
      difficulty: difficulty && serializeDifficulty(difficulty),
      lastEvidenceAt,
    };
  });
  const withDifficulty = responses.map((answer) => {
    const item = items.get(answer.questionId);
    return { ...answer, difficulty: item && serializeDifficulty(item) };
  });
  return continueReadiness(PERSON, published, serializePerson(person), withDifficulty);
}

describe('continueReadiness', () => {
  it('changes nothing without newer answers', () => {
    const state = continued(older);
    expect(state.contributions.size).toBe(0);
    const [skill] = publish(older).skills;
    expect(state.scoreOf('discounting', now).score).toBeCloseTo(skill?.score.score ?? 0, 1);
  });

  it('comes to what the service computes from all the evidence', () => {
    const all = [...older, ...newer];
    const [skill] = publish(all).skills;
    const page = continued(all).scoreOf('discounting', now);
    expect(page.score).toBeCloseTo(skill?.score.score ?? 0, 1);
    expect(page.lower).toBeCloseTo(skill?.score.lower ?? 0, 1);
    expect(page.upper).toBeCloseTo(skill?.score.upper ?? 0, 1);
  });

  it('raises the score for a right answer and says by how much', () => {
    const after = continued([...older, ...newer]);
    expect(after.scoreOf('discounting', now).score).toBeGreaterThan(continued(older).scoreOf('discounting', now).score);
    expect(after.contributions.get('discounting')).toEqual([
      expect.objectContaining({ evidenceId: 'r4', kind: 'check', value: 1 }),
    ]);
    expect(after.contributions.get('discounting')?.[0]?.points).toBeGreaterThan(0);
  });

  it('lowers the score for a wrong answer', () => {
    const wrong = continued([...older, response(4, '2026-11-23T14:00:00.000Z', false)]);
    expect(wrong.scoreOf('discounting', now).score).toBeLessThan(continued(older).scoreOf('discounting', now).score);
  });

  it('counts the same question once within a day', () => {
    const again = response(5, '2026-11-23T14:30:00.000Z', true, 'q4');
    expect(continued([...older, ...newer, again]).contributions.get('discounting')).toHaveLength(1);
  });

  it('does not depend on the order of the answers', () => {
    const mixed = [...newer, ...older].reverse();
    expect(continued(mixed).scoreOf('discounting', now)).toEqual(
      continued([...older, ...newer]).scoreOf('discounting', now),
    );
  });

  it('starts from nothing for a person without published state', () => {
    const state = continueReadiness(PERSON, [], undefined, newer);
    expect(state.contributions.get('discounting')).toHaveLength(1);
    expect(state.scoreOf('unknown', now)).toEqual(predict(emptyState(), state.person, emptySkill(), now));
  });

  it('refuses a state of another model', () => {
    const published = [{ skillCode: 'discounting', state: '{"v":"0"}' }];
    expect(() => continueReadiness(PERSON, published, undefined, [])).toThrow();
  });
});
