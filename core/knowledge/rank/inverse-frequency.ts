/** Rarity of a term that `count` of `total` entries have: the logarithm of BM25 that is never negative (Lucene's). */
export function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}
