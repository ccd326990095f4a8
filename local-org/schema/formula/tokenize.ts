import { FormulaError } from './formula-error.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  /** The text without quotes and with escapes resolved. */
  readonly text: string;
  readonly position: number;
}

const SPACE_OR_COMMENT = /(?:\s+|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
const NAME = /\$?[A-Za-z_]\w*(?::[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*(?::[A-Za-z_]\w*)?)*/y;
const TEXT = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
const SYMBOL = /&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>(),!]/y;

const KINDS = [
  ['number', NUMBER],
  ['text', TEXT],
  ['name', NAME],
  ['symbol', SYMBOL],
] as const;

/** The tokens of a formula, the last of kind `end`. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let position = skip(source, 0);
  while (position < source.length) {
    const token = readToken(source, position);
    tokens.push(token.token);
    position = skip(source, token.end);
  }
  return [...tokens, { kind: 'end', text: '', position: source.length }];
}

function readToken(source: string, position: number): { token: Token; end: number } {
  for (const [kind, pattern] of KINDS) {
    const match = matchAt(pattern, source, position);
    if (match === undefined) continue;
    const text = kind === 'text' ? unescape(match.slice(1, -1)) : match;
    return { token: { kind, text, position }, end: position + match.length };
  }
  const found = source.charAt(position);
  const message = /["']/.test(found)
    ? `Syntax error. Missing closing quote ${found}`
    : `Syntax error. Found '${found}'`;
  throw new FormulaError(message, position);
}

function skip(source: string, position: number): number {
  return position + (matchAt(SPACE_OR_COMMENT, source, position)?.length ?? 0);
}

function matchAt(pattern: RegExp, source: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(source)?.[0];
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => {
    if (character === 'n') return '\n';
    if (character === 'r') return '\r';
    if (character === 't') return '\t';
    return character;
  });
}
