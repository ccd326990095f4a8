import { NORMAL_90 } from '../statistics/normal.ts';
import type { LaunchSkill, LearningRate } from './types.ts';

/** How long "of late" is. */
export const LEARNING_WEEKS = 8;

/** Before anything is seen, a skill's gain is taken to lie within ± this many points a week (standard deviation). */
const USUAL_DEVIATION = 1;

/** Standard deviation of a score, in points, from its 80 % interval. */
export function deviationOf({ score }: Pick<LaunchSkill, 'score'>): number {
  return Math.max(0, score.upper - score.lower) / (2 * NORMAL_90);
}

/**
 * Points a week that a person is learning in a skill: what evidence of the last eight weeks added, shrunk toward 0 by
 * how uncertain the scores are between which it is measured (a normal prior and a normal error; the error is that of
 * two scores, at the start and the end of the weeks).
 */
export function learningRate(skill: Pick<LaunchSkill, 'score' | 'gained'>): LearningRate {
  const error = (2 * deviationOf(skill) ** 2) / LEARNING_WEEKS ** 2;
  const prior = USUAL_DEVIATION ** 2;
  const share = prior / (prior + error);
  return { mean: share * skill.gained, deviation: Math.sqrt(share * error) };
}
