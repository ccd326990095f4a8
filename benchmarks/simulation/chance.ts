import { type Random, seededRandom } from '../random.ts';

/** A source of its own for one purpose of one seed, so that what one policy draws changes nothing for another. */
export function streamOf(seed: number, purpose: number): Random {
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b));
  for (let i = 0; i < 16; i += 1) random();
  return random;
}

/** A draw from a normal distribution (Box and Muller 1958). */
export function normal(mean: number, deviation: number, random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

/** The value, no lower than `low` and no higher than `high`. */
export function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, value));
}
