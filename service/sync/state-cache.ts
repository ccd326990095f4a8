import type { ReadinessState } from '../../core/index.ts';
import { type Codec, type Encoded, STATE_FIELDS, stateFrom } from './state-codecs.ts';

/** States of one kind that are in memory, by key: what is known of them, or that nothing is. */
export interface StateCache<T> {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): T | undefined;
  set(key: string, state: T): void;
  /** What the replica said; undefined where it holds nothing. */
  load(key: string, encoded: Encoded | undefined): void;
  /** What was set since the last time, by key in ascending order. */
  takeChanged(): [key: string, encoded: Encoded][];
  clear(): void;
}

/** A cache of objects, for the kinds of which there are thousands. */
export function objectCache<T>(codec: Codec<T>): StateCache<T> {
  const states = new Map<string, T | undefined>();
  const changed = new Set<string>();
  return {
    get size() {
      return states.size;
    },
    has: (key) => states.has(key),
    get: (key) => states.get(key),
    set: (key, state) => {
      states.set(key, state);
      changed.add(key);
    },
    load: (key, encoded) => void states.set(key, encoded && codec.decode(encoded, key)),
    takeChanged: () => {
      const taken = [...changed].sort().flatMap((key): [string, Encoded][] => {
        const state = states.get(key);
        return state === undefined ? [] : [[key, codec.encode(state)]];
      });
      changed.clear();
      return taken;
    },
    clear: () => {
      states.clear();
      changed.clear();
    },
  };
}

const WIDTH = STATE_FIELDS.length;
const SLOTS_A_BLOCK = 8_192;
/** In the place of a count: nothing is known. */
const COUNT = STATE_FIELDS.indexOf('count');

/**
 * A cache of people's states in skills, of which there are hundreds of thousands: as bare numbers in blocks they take
 * a third of the memory that objects would.
 */
export function packedCache(): StateCache<ReadinessState> {
  const slots = new Map<string, number>();
  const changed = new Set<string>();
  let blocks: Float64Array[] = [];
  const placeOf = (slot: number): [Float64Array, number] => {
    const index = Math.floor(slot / SLOTS_A_BLOCK);
    const block = blocks[index] ?? new Float64Array(SLOTS_A_BLOCK * WIDTH);
    blocks[index] = block;
    return [block, (slot % SLOTS_A_BLOCK) * WIDTH];
  };
  const slotOf = (key: string): number => {
    const slot = slots.get(key) ?? slots.size;
    slots.set(key, slot);
    return slot;
  };
  const get = (key: string): ReadinessState | undefined => {
    const slot = slots.get(key);
    if (slot === undefined) return undefined;
    const [block, from] = placeOf(slot);
    return Number.isNaN(block[from + COUNT]) ? undefined : stateFrom(block, from);
  };
  return {
    get size() {
      return slots.size;
    },
    has: (key) => slots.has(key),
    get,
    set: (key, state) => {
      const [block, from] = placeOf(slotOf(key));
      STATE_FIELDS.forEach((name, index) => (block[from + index] = state[name] ?? NaN));
      changed.add(key);
    },
    load: (key, encoded) => {
      const [block, from] = placeOf(slotOf(key));
      for (let index = 0; index < WIDTH; index += 1) {
        const number = encoded?.[index];
        block[from + index] = typeof number === 'number' ? number : NaN;
      }
    },
    takeChanged: () => {
      const taken = [...changed].sort().flatMap((key): [string, Encoded][] => {
        const state = get(key);
        return state === undefined ? [] : [[key, STATE_FIELDS.map((name) => state[name] ?? null)]];
      });
      changed.clear();
      return taken;
    },
    clear: () => {
      slots.clear();
      changed.clear();
      blocks = [];
    },
  };
}
