import { foldText } from './analysis/fold-text.ts';
import { stemEnglish } from './analysis/stem-english.ts';
import { isFunctionWord, isRequestWord } from './analysis/stop-words.ts';
import { allTextsOf } from './index/corpus.ts';
import type { KnowledgeEntry } from './types.ts';

/** More words find nothing that these do not. */
const MOST_WORDS = 12;
/** The platform wants two characters at least. */
const SHORTEST = 2;
/** What SOSL takes for operators even within a word. */
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** A misspelled word of so many letters is looked for by its first ones; shorter ones would find everything. */
const SHORTEST_MISSPELLED = 5;
/** From this length on by the first four. */
const LONG = 6;

/**
 * What the org's full text search is asked for a text: any of its words, or what begins with one. It is asked for much,
 * because the engine orders what it finds; but the words of asking ("who knows about …", "is there a way to") would find
 * everything, so they are left out where there are others. Nothing of the text can act as an operator.
 *
 * @returns `(globex* OR support*)`, or undefined where there is no word to search for
 */
export function searchExpression(text: string): string | undefined {
  return anyBeginningWith(askedWords(text).map(beginning));
}

/**
 * What the org is asked once more where it knows a word of the text in no entry, as if the word were misspelled: what
 * begins like it. Only the engine can tell which of it was meant.
 *
 * @param found what the org has for `searchExpression(text)`
 * @returns `(disc* OR glo*)` for `discuont globx`; undefined where every word was found, or is too short or has a digit
 */
export function respelledExpression(text: string, found: readonly KnowledgeEntry[]): string | undefined {
  const known = ` ${found.map(wordsIn).join(' ')}`;
  const missing = askedWords(text).filter((word) => {
    return (
      word.length >= SHORTEST_MISSPELLED && !/\p{N}/u.test(word) && !known.includes(` ${foldText(beginning(word))}`)
    );
  });
  return anyBeginningWith(missing.map((word) => word.slice(0, word.length < LONG ? 3 : 4)));
}

/** Whether a text says that something is asked, and not yet what: `who knows about`. */
export function isBareRequest(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => isFunctionWord(word) || isRequest(word));
}

/** The words of a text that say what is asked for; all of them where none does. */
function askedWords(text: string): string[] {
  const words = wordsOf(text).filter((word) => word.length >= SHORTEST && !OPERATORS.has(word));
  const content = words.filter((word) => !isFunctionWord(word));
  return [content.filter((word) => !isRequest(word)), content].find(({ length }) => length > 0) ?? words;
}

/** Accents and all, as the org wants them. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function anyBeginningWith(beginnings: readonly string[]): string | undefined {
  const distinct = [...new Set(beginnings)].slice(0, MOST_WORDS);
  return distinct.length === 0 ? undefined : `(${distinct.map((word) => `${word}*`).join(' OR ')})`;
}

/** All words of an entry, folded, with one blank between two. */
function wordsIn(entry: KnowledgeEntry): string {
  return foldText(allTextsOf(entry).join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** It only says that something is asked, in whatever form: `knows`, `looking`. */
function isRequest(word: string): boolean {
  return isRequestWord(word) || isRequestWord(stemEnglish(word));
}

/** `discounts` → `discount`: what other forms of a word begin with too, as the platform compares letters. */
function beginning(word: string): string {
  const stem = stemEnglish(word);
  return stem.length > SHORTEST && word.startsWith(stem) ? stem : word;
}
