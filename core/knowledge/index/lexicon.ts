import { foldText } from '../analysis/fold-text.ts';
import { stemEnglish } from '../analysis/stem-english.ts';
import { isFunctionWord } from '../analysis/stop-words.ts';

/** Words as written, and the numbers of the terms (stems) they stand for. Terms are never forgotten. */
export interface Lexicon {
  /** Number of the term of a word as written, made where new; -1 for words that are not indexed. */
  learn(written: string): number;
  /** Number of the term of a folded word, or undefined where no text had it. */
  termOf(word: string): number | undefined;
  /** Number of a stem, or undefined where no text had a word of it. */
  termOfStem(stem: string): number | undefined;
  /** The stem with this number. */
  stem(term: number): string;
  /** All folded words with their terms, in no particular order. */
  readonly words: ReadonlyMap<string, number>;
  /** How many terms there are. */
  size(): number;
}

const LONGEST_WORD = 40;

/** Whether a folded word is indexed: not a function word, not absurdly long. */
export function isIndexed(word: string): boolean {
  return word.length <= LONGEST_WORD && !isFunctionWord(word);
}

/** The term of a folded word. */
export function termText(word: string): string {
  return /^[a-z']+$/.test(word) ? stemEnglish(word) : word;
}

/** An empty lexicon. */
export function createLexicon(): Lexicon {
  const written = new Map<string, number>();
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const byNumber: string[] = [];

  function numberOf(raw: string): number {
    const word = foldText(raw);
    const known = words.get(word);
    if (known !== undefined) return known;
    if (!isIndexed(word)) return -1;
    const stem = termText(word);
    const number = stems.get(stem) ?? stems.size;
    if (number === byNumber.length) byNumber.push(stem);
    stems.set(stem, number);
    words.set(word, number);
    return number;
  }

  return {
    learn(raw) {
      const known = written.get(raw);
      if (known !== undefined) return known;
      const number = numberOf(raw);
      written.set(raw, number);
      return number;
    },
    termOf: (word) => words.get(word),
    termOfStem: (stem) => stems.get(stem),
    stem: (term) => byNumber[term] ?? '',
    words,
    size: () => stems.size,
  };
}
