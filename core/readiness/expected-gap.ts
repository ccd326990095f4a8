import { logistic, logit } from './features/log-odds.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { Score } from './types.ts';

/** Middles of nine equally likely parts of a standard normal distribution. */
const PARTS = [-1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593];
/** The interval assumes that the model is right; whoever plans by it had better doubt it by half as much again. */
const DOUBT = 1.5;

/**
 * Points missing to the target (0–100), on average over what the true level may be: a score just at its target hides
 * a gap as often as not. `learned` is added to the log-odds.
 */
export function expectedGap(
  { score, lower, upper }: Pick<Score, 'score' | 'lower' | 'upper'>,
  target: number,
  learned = 0,
  { intervalWidth }: ReadinessParameters = DEFAULT_PARAMETERS,
): number {
  const middle = logit(score / 100) + learned;
  const deviation = (DOUBT * (logit(upper / 100) - logit(lower / 100))) / (2 * intervalWidth);
  const missing = PARTS.reduce((sum, part) => sum + Math.max(0, target - 100 * logistic(middle + part * deviation)), 0);
  return missing / PARTS.length;
}
