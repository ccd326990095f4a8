import type { ReadinessParameters } from '../parameters.ts';
import type { PersonState, ReadinessState, SkillState } from '../types.ts';
import { practiceEffect } from './counts.ts';
import { daysSince, fadingLoss } from './fading.ts';

/** Log-odds that the person passes an average check of the skill at `now` (epoch milliseconds). */
export function skillLogOdds(
  state: ReadinessState,
  person: PersonState,
  skill: SkillState,
  now: number,
  parameters: ReadinessParameters,
): number {
  return (
    parameters.intercept +
    person.mean +
    state.ability -
    skill.mean +
    practiceEffect(state, now, parameters) -
    fadingLoss(state, now, parameters)
  );
}

/** Variance of a person's general ability at `now`: it grows while nothing is seen. */
export function personVarianceAt(person: PersonState, now: number, parameters: ReadinessParameters): number {
  const grown = person.variance + parameters.personDrift * daysSince(person.at, now);
  return Math.max(person.variance, Math.min(parameters.personVariance, grown));
}

/** Variance of a person's ability in the skill at `now`: it grows while nothing is seen. */
export function abilityVarianceAt(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  const grown = state.variance + parameters.abilityDrift * daysSince(state.at, now);
  return Math.max(state.variance, Math.min(parameters.abilityVariance, grown));
}

/**
 * Factor by which log-odds shrink when the check is a fresh one, whose difficulty is unknown: the mean of a
 * logistic over a normal variable (MacKay 1992, 1 / √(1 + π σ² / 8)).
 */
export function freshCheckFactor(parameters: ReadinessParameters): number {
  return 1 / Math.sqrt(1 + (Math.PI * parameters.itemVariance) / 8);
}

/** Probability from log-odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Log-odds from a probability, kept between 2 % and 98 %. */
export function logit(probability: number): number {
  const inside = Math.min(0.98, Math.max(0.02, probability));
  return Math.log(inside / (1 - inside));
}
