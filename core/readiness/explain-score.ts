import { emptyPerson, emptySkill, emptyState } from './empty-states.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { predict } from './predict.ts';
import { roundTo } from './round.ts';
import type { Explanation, PersonState, ReadinessState, SkillState } from './types.ts';

/** Where the score at `now` comes from, in points; the parts add up to the score. */
export function explainScore(
  state: ReadinessState,
  person: PersonState,
  skill: SkillState,
  now: Date,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): Explanation {
  const { score } = predict(state, person, skill, now, parameters);
  const start = predict(
    emptyState(parameters),
    emptyPerson(0, parameters),
    emptySkill(parameters),
    now,
    parameters,
  ).score;
  const last = predict(state, person, skill, new Date(state.at ?? now.getTime()), parameters).score;
  const fading = roundTo(score - last, 2);
  return { start, evidence: state.points, other: roundTo(last - start - state.points, 2), fading, score };
}
