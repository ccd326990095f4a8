import { DAY, instantOf, isoDateOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';
import { NORMAL_90 } from '../statistics/normal.ts';
import type { ChanceOnDay } from './types.ts';

/** A number of people: what is expected, and between which numbers it lies 8 times in 10. */
export interface LikelyCount {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

const TAIL = 0.1;
/** Above this many people the normal distribution says the same at no cost. */
const EXACT_PEOPLE = 400;

/**
 * How many of some people are likely to be ready, from the chance (0–1) of each, taken as independent: the
 * Poisson-binomial distribution by adding one person after the other; above 400 people its normal approximation.
 */
export function likelyCount(chances: readonly number[]): LikelyCount {
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  if (chances.length > EXACT_PEOPLE) {
    const half = NORMAL_90 * Math.sqrt(chances.reduce((sum, chance) => sum + chance * (1 - chance), 0));
    return {
      expected,
      lower: Math.max(0, Math.round(expected - half)),
      upper: Math.min(chances.length, Math.round(expected + half)),
    };
  }
  const distribution = countDistribution(chances);
  let below = 0;
  let lower: number | undefined;
  for (const [count, probability] of distribution.entries()) {
    below += probability;
    // Rounding must not push an end outward.
    if (lower === undefined && below >= TAIL - 1e-12) lower = count;
    if (below >= 1 - TAIL - 1e-12) return { expected, lower: lower ?? count, upper: count };
  }
  return { expected, lower: lower ?? 0, upper: chances.length };
}

/** The probability of each number, from none to all. */
export function countDistribution(chances: readonly number[]): number[] {
  const distribution = [1];
  for (const chance of chances) {
    distribution.push(0);
    for (let count = distribution.length - 1; count >= 0; count -= 1) {
      distribution[count] = (distribution[count] ?? 0) * (1 - chance) + (distribution[count - 1] ?? 0) * chance;
    }
  }
  return distribution;
}

/** A person's chance on a day: between two known days evenly in between, before and after them as at the ends. */
export function chanceOn(path: readonly ChanceOnDay[], day: IsoDate): number {
  const after = path.findIndex((point) => point.day >= day);
  const [left, right] = [path[after - 1], path[after]];
  if (!right) return path.at(-1)?.chance ?? 0;
  if (!left) return right.chance;
  const [from, to, at] = [left.day, right.day, day].map((each) => instantOf(each) ?? 0) as [number, number, number];
  return left.chance + ((at - from) / (to - from)) * (right.chance - left.chance);
}

/** How many people are likely to be ready on each of some days between two, both included. */
export function likelyCountByDay(
  paths: readonly (readonly ChanceOnDay[])[],
  from: IsoDate,
  to: IsoDate,
  parts = 8,
): (LikelyCount & { readonly day: IsoDate })[] {
  const [start = 0, end = 0] = [instantOf(from), instantOf(to)];
  const span = Math.max(0, Math.round((end - start) / DAY));
  const days = new Set(Array.from({ length: parts + 1 }, (_, part) => Math.round((span * part) / parts)));
  return [...days].map((ahead) => {
    const day = isoDateOf(start + ahead * DAY);
    return { day, ...likelyCount(paths.map((path) => chanceOn(path, day))) };
  });
}
