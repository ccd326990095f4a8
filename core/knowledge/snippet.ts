import { foldText } from './analysis/fold-text.ts';
import { scanWords } from './analysis/scan-words.ts';
import { isIndexed, termText } from './index/lexicon.ts';
import { parseQuery } from './rank/parse-query.ts';
import { FIELDS, type Field, type KnowledgeEntry } from './types.ts';
import { textsOf } from './index/corpus.ts';

/** A stretch of a text, as places of UTF-16 units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The most telling stretch of an entry, as plain text: a page marks the ranges itself, so nothing needs escaping. */
export interface Snippet {
  readonly field: Field;
  readonly text: string;
  /** Words of the query in `text`, in order. */
  readonly marks: readonly TextRange[];
  /** The entry's text goes on before or after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

interface FoundWord extends TextRange {
  readonly key: string;
}

const SNIPPET_LENGTH = 180;

/** Where words of the query stand in a text; the last word also matches what it begins. */
export function markMatches(text: string, query: string): TextRange[] {
  return findWords(text, createMatcher(query)).map(({ start, end }) => ({ start, end }));
}

/**
 * The stretch of the entry's body or answers (not its title, which is shown anyway) with the most different words of
 * the query, about `length` characters long and cut between words. Undefined where the entry has only a title.
 */
export function snippetOf(entry: KnowledgeEntry, query: string, length = SNIPPET_LENGTH): Snippet | undefined {
  const matcher = createMatcher(query);
  let best: { field: Field; text: string; words: FoundWord[]; from: number; value: number } | undefined;
  FIELDS.forEach((field, number) => {
    if (field === 'title' || field === 'tags') return;
    for (const text of textsOf(entry, number)) {
      const words = findWords(text, matcher);
      const { from, value } = densest(words, length);
      if (text.trim() !== '' && (best === undefined || value > best.value)) best = { field, text, words, from, value };
    }
  });
  if (!best) return undefined;
  const { field, text, words, from } = best;
  const start = cutPoint(text, Math.max(0, from - Math.floor(length / 4)));
  const end = start + length >= text.length ? text.length : cutPoint(text, start + length);
  const marks = words
    .filter((word) => word.start >= start && word.end <= end)
    .map((word) => ({ start: word.start - start, end: word.end - start }));
  return { field, text: text.slice(start, end), marks, cutBefore: start > 0, cutAfter: end < text.length };
}

/** The query word that a folded word of a text matches, or undefined. */
type Matcher = (word: string) => string | undefined;

function createMatcher(query: string): Matcher {
  const words = parseQuery(query);
  const stems = new Set(words.map(({ stem }) => stem));
  const beginning = words.find(({ last, word }) => last && word.length > 1)?.word;
  return (word) => {
    const stem = termText(word);
    if (stems.has(stem)) return stem;
    return beginning !== undefined && word.startsWith(beginning) ? beginning : undefined;
  };
}

function findWords(text: string, matcher: Matcher): FoundWord[] {
  const found: FoundWord[] = [];
  scanWords(text, (written, start, end) => {
    const word = foldText(written);
    const key = isIndexed(word) ? matcher(word) : undefined;
    if (key !== undefined) found.push({ key, start, end });
  });
  return found;
}

/** Where the stretch begins in which most different words stand, and how many there are; the earliest of equals. */
function densest(words: readonly FoundWord[], length: number): { from: number; value: number } {
  let from = 0;
  let value = 0;
  words.forEach((first, i) => {
    const keys = new Set<string>();
    for (let j = i; j < words.length; j += 1) {
      const word = words[j];
      if (!word || word.end > first.start + (length * 3) / 4) break;
      keys.add(word.key);
    }
    if (keys.size > value) {
      value = keys.size;
      from = first.start;
    }
  });
  return { from, value };
}

/** The nearest beginning of a word at or before a place, so that no word is cut. */
function cutPoint(text: string, at: number): number {
  if (at <= 0) return 0;
  const blank = text.slice(0, at).search(/\s\S*$/);
  return blank < 0 || at - blank > 40 ? at : blank + 1;
}
