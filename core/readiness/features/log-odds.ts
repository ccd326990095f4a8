import type { ReadinessParameters } from '../parameters.ts';
import type { PersonState, ReadinessState, SkillState, UpdateInput } from '../types.ts';
import { ANSWER_WIDTH, writeAnswerFeatures } from './answer-features.ts';
import { SKILL_WIDTH, writeSkillFeatures } from './skill-features.ts';
import { daysSince } from './time.ts';

// Written anew before each reading: an array for every prediction would be most of its cost.
const row = new Float64Array(SKILL_WIDTH + ANSWER_WIDTH);

/** Log-odds that the person passes an average check of the skill at `now` (epoch milliseconds). */
export function skillLogOdds(
  state: ReadinessState,
  person: PersonState,
  skill: SkillState,
  now: number,
  parameters: ReadinessParameters,
): number {
  writeSkillFeatures(row, 0, state, person, skill, now, parameters);
  return weighted(parameters.skillWeights, 0);
}

/** Log-odds that the person answers the question right at `now`. */
export function answerLogOdds(input: UpdateInput, now: number, parameters: ReadinessParameters): number {
  writeSkillFeatures(row, 0, input.state, input.person, input.skill, now, parameters);
  writeAnswerFeatures(row, SKILL_WIDTH, input);
  return weighted(parameters.skillWeights, 0) + weighted(parameters.answerWeights, SKILL_WIDTH);
}

function weighted(weights: readonly number[], from: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (row[from + i] ?? 0);
  return sum;
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
export function freshCheckFactor({ itemVariance, answerWeights: [easiness = 1] }: ReadinessParameters): number {
  return 1 / Math.sqrt(1 + (Math.PI * easiness * easiness * itemVariance) / 8);
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
