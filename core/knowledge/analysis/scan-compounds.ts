import { scanWords } from './scan-words.ts';

/** As VisitWord; `joined` for a compound written as one word after its parts. */
export type VisitCompound = (word: string, start: number, end: number, joined: boolean) => void;

const NUMBER = /^\p{N}+$/u;
const LETTER = /\p{L}/u;

/**
 * Finds the words that are worth indexing: for two that a hyphen links also the two as one (`e-mail` gives `e`, `mail`
 * and `email`); no numbers in lines without a letter, which are tables and not prose.
 */
export function scanCompounds(text: string, visit: VisitCompound): void {
  let before = '';
  let beforeStart = 0;
  let beforeEnd = -2;
  let tableEnd = -1;
  let proseEnd = -1;

  /** Whether the line around has no letter; asked once a line. */
  function inTable(start: number): boolean {
    if (start < proseEnd) return false;
    if (start < tableEnd) return true;
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const table = !LETTER.test(text.slice(text.lastIndexOf('\n', start) + 1, end));
    if (table) tableEnd = end;
    else proseEnd = end;
    return table;
  }

  scanWords(text, (word, start, end) => {
    if (NUMBER.test(word) && text.length !== word.length && inTable(start)) return;
    visit(word, start, end, false);
    if (start === beforeEnd + 1 && text[beforeEnd] === '-') visit(before + word, beforeStart, end, true);
    before = word;
    beforeStart = start;
    beforeEnd = end;
  });
}
