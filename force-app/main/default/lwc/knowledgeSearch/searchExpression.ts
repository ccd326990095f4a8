import { isFunctionWord, isRequestWord, stemEnglish } from 'c/knowledge';

/** More words find nothing that these do not. */
const MOST_WORDS = 12;
/** The platform wants two characters at least. */
const SHORTEST = 2;
/** What SOSL takes for operators even within a word. */
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/**
 * What the org's full text search is asked for a text: any of its words, or what begins with one. It is asked for much,
 * because the engine orders what it finds; but the words of asking ("who knows about …", "is there a way to") would find
 * everything, so they are left out where there are others. Nothing of the text can act as an operator.
 *
 * @returns `(globex* OR support*)`, or undefined where there is no word to search for
 */
export function searchExpression(text: string): string | undefined {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length >= SHORTEST && !OPERATORS.has(word),
  );
  const content = words.filter((word) => !isFunctionWord(word));
  const telling = content.filter((word) => !isRequest(word));
  const asked = [telling, content].find(({ length }) => length > 0) ?? words;
  const distinct = [...new Set(asked.map(beginning))].slice(0, MOST_WORDS);
  return distinct.length === 0 ? undefined : `(${distinct.map((word) => `${word}*`).join(' OR ')})`;
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
