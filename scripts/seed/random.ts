/** A seeded source of chance: the same seed gives the same org, today and in a year. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights need not add up to anything. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** Picks `count` different items. */
  sample<T>(items: readonly T[], count: number): T[];
  /** Normally distributed (Box–Muller). */
  normal(mean: number, deviation: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for a demo and quick. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) {
      throw new RangeError('Cannot pick from an empty list.');
    }
    return items[integer(0, items.length - 1)] as T;
  };
  return {
    next,
    integer,
    pick,
    chance: (probability) => next() < probability,
    weighted(items) {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) {
          return item;
        }
      }
      return pick(items)[0];
    },
    sample(items, count) {
      const left = [...items];
      const chosen = [];
      while (chosen.length < count && left.length > 0) {
        chosen.push(...left.splice(integer(0, left.length - 1), 1));
      }
      return chosen;
    },
    normal(mean, deviation) {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * next());
    },
  };
}
