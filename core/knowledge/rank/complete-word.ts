import type { Corpus } from '../index/corpus.ts';
import { type Alternative, byFrequency } from './query-terms.ts';

/** What a word counts that only begins like the unfinished one; the finished one counts 1. */
const COMPLETED = 0.8;
const MOST_COMPLETIONS = 24;

/** Finds the terms whose words begin with an unfinished one. */
export type CompleteWord = (beginning: string) => readonly Alternative[];

/** The most frequent completions. The sorted word list is made when first asked for and after new words came. */
export function createCompleteWord(corpus: Corpus): CompleteWord {
  let sorted: string[] = [];

  return (beginning) => {
    if (sorted.length !== corpus.lexicon.words.size) sorted = [...corpus.lexicon.words.keys()].sort();
    const terms = new Set<number>();
    for (let at = firstFrom(sorted, beginning); at < sorted.length; at += 1) {
      const word = sorted[at] ?? '';
      if (!word.startsWith(beginning)) break;
      const term = corpus.lexicon.termOf(word);
      if (term !== undefined && corpus.postings.count(term) > 0) terms.add(term);
    }
    return [...terms]
      .sort(byFrequency(corpus))
      .slice(0, MOST_COMPLETIONS)
      .map((term) => ({ term, factor: COMPLETED }));
  };
}

function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
