import { queryError } from '../query-error.ts';

/** A piece of SOQL text. `text` of a string is what stands between the quotes, escapes included. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/iy],
  ['date', /\d{4}-\d{2}-\d{2}(?![\w:])/y],
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?!\w)/iy],
  ['word', /[A-Za-z_]\w*/y],
  ['symbol', /<=|>=|!=|<>|[=<>(),.:]/y],
];

const SPACE = /\s*/y;
const STRING = /'((?:[^'\\]|\\[^])*)'/y;

/**
 * Cuts SOQL into tokens; the last one is always `end`.
 *
 * @throws OrgError `MALFORMED_QUERY` at a character that begins no token, or at a string without an end.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(source, 0);
  while (at < source.length) {
    const token = source[at] === "'" ? stringAt(source, at) : tokenAt(source, at);
    tokens.push(token.token);
    at = skipSpace(source, token.end);
  }
  tokens.push({ kind: 'end', text: '<EOF>', at: source.length });
  return tokens;
}

function skipSpace(source: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(source);
  return SPACE.lastIndex;
}

function stringAt(source: string, at: number): { token: Token; end: number } {
  STRING.lastIndex = at;
  const match = STRING.exec(source);
  if (!match) throw malformed(source, source.length, `mismatched character '<EOF>' expecting '''`);
  return { token: { kind: 'string', text: match[1] ?? '', at }, end: STRING.lastIndex };
}

function tokenAt(source: string, at: number): { token: Token; end: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) return { token: { kind, text: match[0], at }, end: pattern.lastIndex };
  }
  throw malformed(source, at, `no viable alternative at character '${source[at] ?? ''}'`);
}

/** These errors tell the line as the platform's lexer does: rows from 1, columns from 0. */
function malformed(source: string, at: number, message: string): Error {
  const before = source.slice(0, at).split('\n');
  return queryError('MALFORMED_QUERY', `line ${before.length}:${before.at(-1)?.length ?? 0} ${message}`);
}
