import { withoutInvisible } from './fold.ts';

/** What the HTML of a mail says about a line; plain text has only its quote marks. */
export type LineHint = 'signature' | 'quote';

/** One line of a mail: what it says, and how deeply it is quoted. */
export interface Line {
  /** Without quote marks and trailing space. */
  readonly text: string;
  /** As it stood, without trailing space. */
  readonly raw: string;
  /** Quote marks in front of it; 0 for the author's own lines. */
  readonly depth: number;
  readonly hint?: LineHint;
}

/** More marks than any exchange has; the rest is text. */
const DEEPEST_QUOTE = 50;

/** Splits a plain-text body into lines with their quote depth. */
export function linesOfText(text: string): Line[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/).map(lineOf);
}

/** Reads the quote marks of one line: `>`, `> >`, `>>`, `| `, `&gt;`, and initials as in `AB> `. */
export function lineOf(raw: string): Line {
  const visible = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  let at = 0;
  let depth = 0;
  const initials = /^[A-Z]{1,3}> /.exec(visible);
  if (initials) {
    at = initials[0].length - 2;
  }
  while (depth < DEEPEST_QUOTE) {
    let next = at;
    while (next - at < 4 && isBlank(visible.charCodeAt(next))) next += 1;
    const width = markAt(visible, next, depth);
    if (width === 0) break;
    depth += 1;
    at = next + width;
  }
  if (depth === 0) return { text: trimEnd(visible), raw: trimEnd(visible), depth };
  const text = visible[at] === ' ' || visible[at] === '\u00a0' ? visible.slice(at + 1) : visible.slice(at);
  return { text: trimEnd(text), raw: trimEnd(visible), depth };
}

function markAt(line: string, at: number, depth: number): number {
  const char = line[at];
  if (char === '>' || char === '\uff1e') return 1;
  if (char === '&' && line.startsWith('&gt;', at)) return 4;
  // A bar is a quote mark only at the very start and with space behind it: tables use bars too.
  if (char === '|' && at === 0 && depth === 0 && line[1] === ' ' && !line.includes('|', 2)) return 1;
  return 0;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

/** Without trailing space; unlike `\s+$` linear on long runs of space. */
export function trimEnd(text: string): string {
  return text.trimEnd();
}

/** Whether a line has nothing to read. */
export function isBlankLine({ text }: Pick<Line, 'text'>): boolean {
  return isBlankText(text);
}

function isBlankText(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  // Most lines begin with something that can be seen; only the others are looked at closely.
  if (first > 32 && first < 0xa0) return false;
  return text.length < 200 ? withoutInvisible(text).trim() === '' : text.trim() === '';
}

/** Joins lines, without blank ones at the ends and with at most one blank line between others. */
export function joinLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    if (!isBlankText(line)) kept.push(trimEnd(line));
    else if (kept.length > 0 && kept.at(-1) !== '') kept.push('');
  }
  while (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}
