import { characterGrams, GRAM_BUCKETS } from '../analysis/character-grams.ts';
import type { Corpus } from '../index/corpus.ts';
import { inverseFrequency } from './inverse-frequency.ts';

/** Gives, for a query, how alike each entry's title is, 0–1. */
export type TitleLikeness = (query: string) => (entry: number) => number;

/**
 * How alike the characters of a query and an entry's title are: the cosine of their sets of character grams, each
 * weighted by rarity. It sees typing errors, other endings and parts of words, which terms do not.
 */
export function createTitleLikeness(corpus: Corpus): TitleLikeness {
  const squares = new Float64Array(GRAM_BUCKETS);
  const wanted = new Uint8Array(GRAM_BUCKETS);
  let version = -1;

  /** Square of a gram's rarity, computed once for each state of the corpus. */
  function square(gram: number): number {
    const known = squares[gram] ?? 0;
    if (known > 0) return known;
    const value = inverseFrequency(corpus.gramCounts[gram] ?? 0, corpus.numbers.size) ** 2;
    squares[gram] = value;
    return value;
  }

  return (query) => {
    if (version !== corpus.version()) squares.fill(0);
    version = corpus.version();
    const own = characterGrams(query);
    const ownLength = own.reduce((sum, gram) => sum + square(gram), 0);
    return (entry) => {
      for (const gram of own) wanted[gram] = 1;
      const { values } = corpus.grams;
      const end = corpus.gramStarts[entry + 1] ?? 0;
      let shared = 0;
      let length = 0;
      for (let at = corpus.gramStarts[entry] ?? 0; at < end; at += 1) {
        const gram = values[at] ?? 0;
        const value = square(gram);
        length += value;
        if (wanted[gram] === 1) shared += value;
      }
      for (const gram of own) wanted[gram] = 0;
      return shared === 0 ? 0 : shared / Math.sqrt(length * ownLength);
    };
  };
}
