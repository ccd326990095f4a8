const ASCII_ONLY = /^[\x20-\x7e\s]*$/;

/** Text as words are compared: lower case, compatibility forms unified, without accents; curly apostrophes straight. */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
