import { hasPhrase, withoutInvisible } from './fold.ts';

/**
 * Whether one of the words stands in a text as a word, whatever its case: `Ana` is not in `Banana`. Words of scripts
 * without spaces are found anywhere: 田中 is in 田中さん.
 */
export function namesOneOf(text: string, words: readonly string[]): boolean {
  const folded = foldCase(text);
  return words.map((word) => foldCase(word).trim()).some((word) => word !== '' && hasPhrase(folded, word));
}

/**
 * In any script, and however accents are written. They count: `Rene` is not `René`. Composed, so that a syllable of
 * Hangul stays whole: taken apart, 이수 would begin 이순신.
 */
function foldCase(text: string): string {
  return withoutInvisible(text).toLowerCase().normalize('NFKC');
}
