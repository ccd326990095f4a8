import { MOST_COUNTED } from '../features/skill-features.ts';

const SIDE = MOST_COUNTED + 1;
/** Alternating projections are close to their limit long before this. */
const ROUNDS = 50;

/**
 * The table (passes × misses) made to rise with passes and fall with misses, by pooling adjacent violators (Barlow
 * et al. 1972) along rows and columns in turn, then closing what is left: a success must never lower a score.
 */
export function monotoneTable(table: readonly number[]): number[] {
  const result = [...table];
  const at = (passes: number, misses: number) => passes * SIDE + misses;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let k = 0; k < SIDE; k += 1) {
      pool(result, (i) => at(i, k));
      pool(result, (i) => at(k, SIDE - 1 - i));
    }
  }
  for (let passes = 0; passes < SIDE; passes += 1) {
    for (let misses = SIDE - 1; misses >= 0; misses -= 1) {
      const below = passes === 0 ? -Infinity : (result[at(passes - 1, misses)] ?? 0);
      const worse = misses === SIDE - 1 ? -Infinity : (result[at(passes, misses + 1)] ?? 0);
      result[at(passes, misses)] = Math.max(result[at(passes, misses)] ?? 0, below, worse);
    }
  }
  return result;
}

/** Makes one line of the table rise, by replacing what falls with its mean. */
function pool(table: number[], indexOf: (i: number) => number): void {
  const blocks: { mean: number; size: number }[] = [];
  for (let i = 0; i < SIDE; i += 1) {
    let block = { mean: table[indexOf(i)] ?? 0, size: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.mean > block.mean; last = blocks.at(-1)) {
      const size = last.size + block.size;
      block = { mean: (last.mean * last.size + block.mean * block.size) / size, size };
      blocks.pop();
    }
    blocks.push(block);
  }
  let i = 0;
  for (const { mean, size } of blocks) for (const end = i + size; i < end; i += 1) table[indexOf(i)] = mean;
}
