import { OrgError } from '../error.ts';

/** How much of a long line is shown on each side of the place in question. */
const SURROUNDINGS = 60;

/** A refused query; where its text is known, the message points at the place as the platform's does. */
export function queryError(code: string, message: string, source?: string, at?: number): OrgError {
  if (source === undefined || at === undefined) return new OrgError(code, message);
  return new OrgError(code, `\n${pointAt(source, at)}\n${message}`);
}

/**
 * Three lines: the text around `at`, a caret below it, and row and column counted from 1.
 *
 * @example pointAt('SELECT Foo FROM Account', 7)
 */
export function pointAt(source: string, at: number): string {
  const before = source.slice(0, at);
  const row = before.split('\n').length;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = source.indexOf('\n', at);
  const column = at - lineStart;
  const from = Math.max(lineStart, at - SURROUNDINGS);
  const to = Math.min(lineEnd === -1 ? source.length : lineEnd, at + SURROUNDINGS);
  const caret = ' '.repeat(at - from) + '^';
  return `${source.slice(from, to)}\n${caret}\nERROR at Row:${row}:Column:${column + 1}`;
}
