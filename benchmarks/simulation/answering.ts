import type { WorldOptions } from './world-options.ts';

/** Log-odds between knowing nothing of a skill and knowing all of it. */
const RANGE = 6;
/** Standard deviation of the difficulty of questions, in log-odds. */
export const QUESTION_SPREAD = 0.8;
/** Right after reading, the answer is still in mind: log-odds that say nothing about later. */
export const STILL_IN_MIND = 0.7;

/** Middles of nine equally likely parts of a standard normal distribution. */
const PARTS = [-1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593];

/** Chance of a right answer to a question of the given difficulty: three-parameter logistic (Birnbaum 1968). */
export function chanceOfRight(mastery: number, difficulty: number, { guess }: WorldOptions): number {
  return guess + (1 - guess) / (1 + Math.exp(difficulty - RANGE * (mastery - 0.5)));
}

/**
 * What readiness claims to be, computed from the hidden world: the chance, in percent, of passing a fresh check of a
 * skill whose questions have this mean difficulty.
 */
export function hiddenReadiness(mastery: number, difficulty: number, options: WorldOptions): number {
  const sum = PARTS.reduce(
    (total, part) => total + chanceOfRight(mastery, difficulty + part * QUESTION_SPREAD, options),
    0,
  );
  return (100 * sum) / PARTS.length;
}
