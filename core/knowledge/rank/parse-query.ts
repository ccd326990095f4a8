import { foldText } from '../analysis/fold-text.ts';
import { scanCompounds } from '../analysis/scan-compounds.ts';
import { isRequestWord } from '../analysis/stop-words.ts';
import { isIndexed, termText } from '../index/lexicon.ts';

/** One word of a query. */
export interface QueryWord {
  /** Folded. */
  readonly word: string;
  readonly stem: string;
  /** It says that something is asked, not what. */
  readonly request: boolean;
  /** Its parts stand in the query too (`realtime` of `real-time`). */
  readonly joined: boolean;
  /** The query goes straight on after it, so it may be unfinished. */
  readonly last: boolean;
}

/** The words of a query that are looked for, in order. */
export function parseQuery(query: string): QueryWord[] {
  const words: QueryWord[] = [];
  scanCompounds(query, (written, _start, end, joined) => {
    const word = foldText(written);
    if (isIndexed(word)) {
      words.push({ word, stem: termText(word), request: isRequestWord(word), joined, last: end === query.length });
    }
  });
  return words;
}
