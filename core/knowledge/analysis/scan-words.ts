/** Called for each word of a text: the word as written, and where it stands (`end` is exclusive). */
export type VisitWord = (word: string, start: number, end: number) => void;

const APOSTROPHE = 39;
const RIGHT_QUOTE = 0x2019;
const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;
/** Written without blanks between words: found by pairs of characters instead. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Finds the words of a text in any script: runs of letters and digits; an apostrophe inside belongs to the word, and so
 * does `+` or `#` after it (C++, C#). Scripts without blanks give every pair of neighbouring characters.
 */
export function scanWords(text: string, visit: VisitWord): void {
  let at = 0;
  while (at < text.length) {
    if (!isWordCode(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    let plain = true;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isWordCode(text, at)) {
        if (code > 127) plain = false;
        at += 1;
      } else if ((code === APOSTROPHE || code === RIGHT_QUOTE) && isWordCode(text, at + 1)) {
        at += 1;
      } else break;
    }
    const letters = at;
    while (at < letters + 2 && (text[at] === '+' || text[at] === '#')) at += 1;
    if (plain || !UNSPACED.test(text.slice(start, at))) visit(text.slice(start, at), start, at);
    else visitPairs(text, start, letters, visit);
  }
}

function isWordCode(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (Number.isNaN(code)) return false;
  if (code >= 0xd800 && code <= 0xdfff) return isSurrogateOfLetter(text, at, code);
  return LETTER_OR_DIGIT.test(text.charAt(at));
}

/** Half of a character beyond the basic plane counts as the whole does; a lone half is no letter. */
function isSurrogateOfLetter(text: string, at: number, code: number): boolean {
  const whole = code < 0xdc00 ? text.slice(at, at + 2) : text.slice(Math.max(0, at - 1), at + 1);
  return whole.length === 2 && LETTER_OR_DIGIT.test(whole);
}

function visitPairs(text: string, start: number, end: number, visit: VisitWord): void {
  const characters = [...text.slice(start, end)];
  if (characters.length === 1) visit(text.slice(start, end), start, end);
  let at = start;
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const first = characters[i] ?? '';
    const length = first.length + (characters[i + 1] ?? '').length;
    visit(text.slice(at, at + length), at, at + length);
    at += first.length;
  }
}
