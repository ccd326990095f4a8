/** What can hide in a line without being seen: byte order marks, joiners, bidirectional controls, soft hyphens. */
const INVISIBLE = /[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const ACCENTS = /[\u0300-\u036f]/g;
const SPACES = /\s+/g;

/** Lines of mail clients are short; what is longer is only recognised by its beginning. */
const LONGEST_FOLDED = 600;

/** Most lines have nothing to fold but capital letters. */
const PLAIN = /^[\x20-\x5f\x61-\x7e\t]{0,600}$/;

/** The text without what cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * A line as the word lists compare it: lower case, without accents and invisible characters, full-width forms as
 * plain ones, single spaces. Word lists go through the same function, so that any script compares with itself.
 */
export function fold(line: string): string {
  if (PLAIN.test(line)) return line.toLowerCase().replace(SPACES, ' ').trim();
  return (
    withoutInvisible(line.slice(0, LONGEST_FOLDED))
      .toLowerCase()
      .normalize('NFKD')
      .replace(ACCENTS, '')
      // A syllable of Hangul is one character again: a word is not found in a part of it.
      .normalize('NFC')
      .replace(/[’‘‛`´]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replace(SPACES, ' ')
      .trim()
  );
}

/** Folds a list of words. */
export function folded(words: readonly string[]): readonly string[] {
  return [...new Set(words.map(fold))];
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a folded word or phrase stands in a folded line, not inside another word. Scripts without spaces match anywhere. */
export function hasPhrase(line: string, phrase: string): boolean {
  for (let from = 0; ;) {
    const at = line.indexOf(phrase, from);
    if (at < 0) return false;
    if (isUnspaced(phrase)) return true;
    const before = line[at - 1];
    const after = line[at + phrase.length];
    if ((before === undefined || !LETTER.test(before)) && (after === undefined || !LETTER.test(after))) return true;
    from = at + 1;
  }
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whether the phrase is in a script that is written without spaces (Han, kana, Hangul with particles, Thai). */
export function isUnspaced(phrase: string): boolean {
  return UNSPACED.test(phrase);
}

/** Whether any of the phrases stands in the line. */
export function hasAnyPhrase(line: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => hasPhrase(line, phrase));
}
