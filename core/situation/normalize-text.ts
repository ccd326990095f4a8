/** Text as rules compare it: case, outer blanks and Unicode composition do not matter. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
