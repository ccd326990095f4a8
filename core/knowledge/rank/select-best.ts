/** Whether number `a` comes before number `b` where their scores are equal; asked often, so it must be quick. */
export type BreakTie = (a: number, b: number) => boolean;

/** What was found among the scores. */
export interface Selection {
  /** Numbers of the best, best first. */
  readonly best: number[];
  /** How many numbers had a score above 0 and were accepted. */
  readonly found: number;
}

/**
 * The `count` numbers below `size` with the highest scores above 0. A heap of the best scores tells nearly every number
 * in one comparison that it is too low; ties are broken only at the score of the last that is kept.
 */
export function selectBest(
  scores: Float64Array,
  size: number,
  count: number,
  breakTie: BreakTie,
  accepts?: (number: number) => boolean,
): Selection {
  const heap = new Float64Array(Math.min(count, size));
  const candidates: number[] = [];
  let kept = 0;
  let found = 0;
  let least = 0;
  for (let number = 0; number < size; number += 1) {
    const score = scores[number] ?? 0;
    if (score <= 0 || (accepts !== undefined && !accepts(number))) continue;
    found += 1;
    if (score < least) continue;
    candidates.push(number);
    if (kept < heap.length) {
      siftUp(heap, kept, score);
      kept += 1;
      if (kept === heap.length) least = heap[0] ?? 0;
    } else if (score > least) {
      siftDown(heap, score);
      least = heap[0] ?? 0;
    }
  }
  const above = candidates.filter((number) => (scores[number] ?? 0) > least);
  above.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (breakTie(a, b) ? -1 : 1));
  const equal = candidates.filter((number) => scores[number] === least);
  return { best: [...above, ...firstOf(equal, count - above.length, breakTie)], found };
}

/** The first `count` in the order of `before`. */
function firstOf(numbers: readonly number[], count: number, before: BreakTie): number[] {
  const first: number[] = [];
  for (const number of numbers) {
    if (first.length >= count && (count <= 0 || !before(number, first[first.length - 1] ?? 0))) continue;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(number, first[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, number);
    if (first.length > count) first.pop();
  }
  return first;
}

/** Puts a score into the place that is free at the end and lets it rise; the least score is the root. */
function siftUp(heap: Float64Array, free: number, score: number): void {
  let at = free;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above <= score) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = score;
}

/** Replaces the root by a score and lets it sink. */
function siftDown(heap: Float64Array, score: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    const below = heap[child] ?? 0;
    if (below >= score) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = score;
}
