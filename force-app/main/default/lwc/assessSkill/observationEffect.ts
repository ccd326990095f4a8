import {
  emptyPerson,
  emptySkill,
  emptyState,
  parseDifficulty,
  parsePerson,
  parseState,
  predict,
  ReadinessStateError,
  update,
  type Score,
} from 'c/core';
import type { SkillToAssess } from './skillToAssess';

/** Readiness in the skill without and with the observation. */
export interface ObservationEffect {
  readonly before: Score;
  readonly after: Score;
}

/**
 * What an observation does to the published readiness, by the engine that sync uses. An observation of an earlier
 * day counts here as of the last evidence; sync puts it where it belongs, so that its figure may differ a little.
 *
 * @param level 0–100
 * @param day `YYYY-MM-DD`
 * @returns undefined where the published state is of another version of the model
 */
export function observationEffect(
  skill: SkillToAssess,
  personState: string | undefined,
  level: number,
  day: string,
  now: Date,
): ObservationEffect | undefined {
  try {
    const before = {
      state: skill.state ? parseState(skill.state) : emptyState(),
      person: personState ? parsePerson(personState) : emptyPerson(),
      skill: skill.difficulty ? parseDifficulty(skill.difficulty) : emptySkill(),
    };
    const noon = `${day}T12:00:00.000Z`;
    const at = noon < now.toISOString() ? noon : now.toISOString();
    const evidence = { id: 'observation', personId: '', skillCode: skill.code, at, value: level / 100 };
    const after = update(before, { ...evidence, kind: 'assessment' });
    return {
      before: predict(before.state, before.person, before.skill, now),
      after: predict(after.state, after.person, after.skill, now),
    };
  } catch (error) {
    if (error instanceof ReadinessStateError) return undefined;
    throw error;
  }
}
