import {
  emptyItem,
  emptyPerson,
  emptySkill,
  emptyState,
  orderEvidence,
  parseDifficulty,
  parsePerson,
  parseState,
  predict,
  update,
  type Contribution,
  type Evidence,
  type PersonState,
  type ReadinessState,
  type Score,
  type SkillState,
} from 'c/core';
import { toUtc } from 'c/dates';
import type { CheckResponse } from './checkResponse';

/** What the service published of one skill of one person. */
export interface PublishedSkill {
  readonly skillCode: string;
  readonly state?: string;
  readonly difficulty?: string;
  readonly lastEvidenceAt?: string;
}

/** Readiness as it is after the answers that are newer than what was published. */
export interface Continuation {
  readonly person: PersonState;
  /** What the newer answers added, by skill code; an answer that was practice only is absent. */
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
  stateOf(skillCode: string): ReadinessState;
  difficultyOf(skillCode: string): SkillState;
  scoreOf(skillCode: string, now: Date): Score;
}

/**
 * Goes on from the published state with the few answers that are newer, with the same functions that the service uses.
 *
 * @param published the person's skills; a skill that is missing starts from nothing
 * @param personState the Overall row's state, as core serialised it
 * @param responses the person's answers, from 24 hours before the published evidence on, in any order
 * @throws ReadinessStateError when a state was written by another version of the model
 */
export function continueReadiness(
  personId: string,
  published: readonly PublishedSkill[],
  personState: string | undefined,
  responses: readonly CheckResponse[],
): Continuation {
  const states = new Map<string, ReadinessState>();
  const skills = new Map<string, SkillState>();
  const known = new Map<string, string>();
  for (const { skillCode, state, difficulty, lastEvidenceAt } of published) {
    if (state) states.set(skillCode, parseState(state));
    if (difficulty) skills.set(skillCode, parseDifficulty(difficulty));
    if (lastEvidenceAt) known.set(skillCode, toUtc(lastEvidenceAt));
  }
  const items = new Map(
    responses.map((r) => [r.questionId, r.difficulty ? parseDifficulty(r.difficulty) : emptyItem()]),
  );
  const contributions = new Map<string, Contribution[]>();
  let person = personState ? parsePerson(personState) : emptyPerson();

  for (const evidence of newEvidence(personId, responses, known)) {
    const { skillCode, itemId = '' } = evidence;
    const before = {
      state: states.get(skillCode) ?? emptyState(),
      person,
      item: items.get(itemId),
      skill: skills.get(skillCode) ?? emptySkill(),
    };
    const after = update(before, evidence);
    person = after.person;
    states.set(skillCode, after.state);
    skills.set(skillCode, after.skill);
    if (after.item) items.set(itemId, after.item);
    contributions.set(skillCode, [...(contributions.get(skillCode) ?? []), after.contribution]);
  }

  const stateOf = (skillCode: string): ReadinessState => states.get(skillCode) ?? emptyState();
  const difficultyOf = (skillCode: string): SkillState => skills.get(skillCode) ?? emptySkill();
  return {
    person,
    contributions,
    stateOf,
    difficultyOf,
    scoreOf: (skillCode, now) => predict(stateOf(skillCode), person, difficultyOf(skillCode), now),
  };
}

/** The answers as evidence, without repeats within a day and without what is in the published state already. */
function newEvidence(
  personId: string,
  responses: readonly CheckResponse[],
  known: ReadonlyMap<string, string>,
): Evidence[] {
  const evidence = responses.map(({ id, questionId, skillCode, at, correct }): Evidence => {
    return { id, kind: 'check', personId, skillCode, itemId: questionId, at, value: correct ? 1 : 0 };
  });
  return orderEvidence(evidence).filter(({ skillCode, at }) => at > (known.get(skillCode) ?? ''));
}
