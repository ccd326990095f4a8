/** Whether one of the words stands in a text as a word, whatever its case: `Ana` is not in `Banana`. */
export function namesOneOf(text: string, words: readonly string[]): boolean {
  const folded = foldCase(text);
  return words.some((word) => hasWord(folded, foldCase(word).trim()));
}

/** In any script, and however accents are written. */
function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function hasWord(text: string, word: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isPart = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
    if (!isPart(text[at - 1]) && !isPart(text[at + word.length])) return true;
  }
  return false;
}
