import { editDistance } from '../analysis/edit-distance.ts';
import type { Corpus } from '../index/corpus.ts';
import { type Alternative, byFrequency } from './query-terms.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** From this length on two edits are one word. */
const TWO_EDITS = 8;
const MOST_ALTERNATIVES = 3;

/** Finds the terms of a corpus that a misspelled word may mean; one edit away counts `factor`, two less. */
export type Respell = (word: string, factor: number) => readonly Alternative[];

/**
 * Words with the same first letter (typing errors spare it most) at an edit distance of one, or of two where the word
 * is long; nearest first, then by number of entries. The lists are made when first asked for and after new words came.
 */
export function createRespell(corpus: Corpus): Respell {
  let buckets = new Map<string, string[]>();
  let known = 0;

  function refresh(): void {
    if (known === corpus.lexicon.words.size) return;
    buckets = new Map();
    for (const word of corpus.lexicon.words.keys()) {
      if (word.length < SHORTEST - 1) continue;
      const key = bucketOf(word, word.length);
      const bucket = buckets.get(key);
      if (bucket) bucket.push(word);
      else buckets.set(key, [word]);
    }
    known = corpus.lexicon.words.size;
  }

  return (word, factor) => {
    if (word.length < SHORTEST) return [];
    refresh();
    const most = word.length < TWO_EDITS ? 1 : 2;
    const found = new Map<number, { readonly distance: number; readonly spelled: string }>();
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      for (const candidate of buckets.get(bucketOf(word, length)) ?? []) {
        const distance = editDistance(word, candidate, most);
        const term = corpus.lexicon.termOf(candidate);
        if (distance > most || term === undefined || corpus.postings.count(term) === 0) continue;
        const known = found.get(term);
        const isNearer = known === undefined || distance < known.distance;
        if (isNearer || (distance === known.distance && candidate < known.spelled)) {
          found.set(term, { distance, spelled: candidate });
        }
      }
    }
    const frequent = byFrequency(corpus);
    return [...found]
      .sort(([a, near], [b, far]) => near.distance - far.distance || frequent(a, b))
      .slice(0, MOST_ALTERNATIVES)
      .map(([term, { distance, spelled }]) => ({ term, factor: factor / Math.sqrt(distance), spelled }));
  };
}

function bucketOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}
