import { abilityVarianceAt, freshCheckFactor, logistic, personVarianceAt, skillLogOdds } from './features/log-odds.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { roundTo } from './round.ts';
import type { PersonState, ReadinessState, Score, SkillState } from './types.ts';

/** The score at `now`, 0–100 with two decimals, and its interval. */
export function predict(
  state: ReadinessState,
  person: PersonState,
  skill: SkillState,
  now: Date,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): Score {
  const moment = now.getTime();
  const logOdds = skillLogOdds(state, person, skill, moment, parameters);
  // Counts and streaks repeat what ability and person say and take weight from them: the sum moves as if they had 1.
  const variance =
    personVarianceAt(person, moment, parameters) + abilityVarianceAt(state, moment, parameters) + skill.variance;
  const half = parameters.intervalWidth * Math.sqrt(variance);
  return {
    score: percentOf(logOdds, parameters),
    lower: percentOf(logOdds - half, parameters),
    upper: percentOf(logOdds + half, parameters),
    enoughEvidence: state.weight >= parameters.enoughWeight,
    evidenceCount: state.count,
  };
}

/** Probability of passing a fresh check, in percent with two decimals. */
export function percentOf(logOdds: number, parameters: ReadinessParameters): number {
  return roundTo(100 * logistic(freshCheckFactor(parameters) * logOdds), 2);
}
