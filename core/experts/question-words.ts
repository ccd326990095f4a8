import { scanCompounds } from '../knowledge/analysis/scan-compounds.ts';
import { foldText } from '../knowledge/analysis/fold-text.ts';
import { isIndexed, termText } from '../knowledge/index/lexicon.ts';

/** How often a title's words count. */
const TITLE = 3;

/** A term of a text: how often it occurs, and the word by which it first did. */
export interface CountedTerm {
  readonly word: string;
  count: number;
}

/** The terms of a title (counted three times) and of texts. */
export function countTerms(title: string, texts: readonly (string | undefined)[]): Map<string, CountedTerm> {
  const terms = new Map<string, CountedTerm>();
  const count = (text: string, times: number) =>
    scanCompounds(text, (written, _start, _end, joined) => {
      const word = foldText(written);
      if (joined || !isIndexed(word)) return;
      const term = termText(word);
      const known = terms.get(term);
      if (known) known.count += times;
      else terms.set(term, { word: written, count: times });
    });
  count(title, TITLE);
  for (const text of texts) if (text !== undefined) count(text, 1);
  return terms;
}
