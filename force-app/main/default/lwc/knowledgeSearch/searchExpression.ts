import { isFunctionWord, stemEnglish } from 'c/knowledge';

/** More words find nothing that these do not. */
const MOST_WORDS = 12;
/** The platform wants two characters at least. */
const SHORTEST = 2;
/** What SOSL takes for operators even within a word. */
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/**
 * What the org's full text search is asked for a text: any of its words, or what begins with one. It is asked for much,
 * because the engine orders what it finds; but "who knows about …" would find everything, so words like those are left
 * out where there are others. Nothing of the text can act as an operator.
 *
 * @returns `(globex* OR support*)`, or undefined where there is no word to search for
 */
export function searchExpression(text: string): string | undefined {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length >= SHORTEST && !OPERATORS.has(word),
  );
  const telling = words.filter((word) => !isFunctionWord(word));
  const distinct = [...new Set((telling.length > 0 ? telling : words).map(beginning))].slice(0, MOST_WORDS);
  return distinct.length === 0 ? undefined : `(${distinct.map((word) => `${word}*`).join(' OR ')})`;
}

/** `discounts` → `discount`: what other forms of a word begin with too, as the platform compares letters. */
function beginning(word: string): string {
  const stem = stemEnglish(word);
  return stem.length > SHORTEST && word.startsWith(stem) ? stem : word;
}
