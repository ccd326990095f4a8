/** Bits of one field's frequency; five fields fit into 30 bits. */
export const FREQUENCY_BITS = 6;
/** Frequencies above this count as this: BM25F is long saturated there. */
export const MOST_FREQUENT = 2 ** FREQUENCY_BITS - 1;

/** The packed frequencies with one more occurrence in the field with this number. */
export function countOccurrence(packed: number, field: number): number {
  const shift = field * FREQUENCY_BITS;
  return ((packed >>> shift) & MOST_FREQUENT) === MOST_FREQUENT ? packed : packed + (1 << shift);
}

/** How often the term occurs in the field with this number. */
export function frequencyIn(packed: number, field: number): number {
  return (packed >>> (field * FREQUENCY_BITS)) & MOST_FREQUENT;
}
