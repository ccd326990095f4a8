/** A seeded source of numbers in [0, 1): the same seed gives the same sequence everywhere. */
export type Random = () => number;

/** A 32-bit xorshift generator (Marsaglia 2003), started well away from its fixed point 0. */
export function seededRandom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** One of the values; earlier ones are likelier, as stages, competitors and products are. */
export function pick<T>(values: readonly [T, ...T[]], random: Random): T {
  return values[Math.floor(values.length * random() ** 1.7)] ?? values[0];
}

/** A whole number from `low` to `high`, both included. */
export function whole(low: number, high: number, random: Random): number {
  return low + Math.floor((high - low + 1) * random());
}
