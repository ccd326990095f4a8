import { isDateLiteral } from '../date-literal.ts';
import type { Literal } from '../plan.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './tokens.ts';

/** An amount with its currency, e.g. `USD5000`. */
const CURRENCY_AMOUNT = /^[A-Z]{3}(\d+)$/i;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** One value to compare with. A LIKE pattern keeps the escapes of its wildcards. */
export function readLiteral(reader: TokenReader, isPattern: boolean): Literal {
  const token = reader.peek();
  switch (token.kind) {
    case 'string':
      reader.next();
      return { kind: 'string', value: unescape(reader, token, isPattern) };
    case 'number':
      reader.next();
      return { kind: 'number', value: Number(token.text) };
    case 'date':
    case 'datetime':
      reader.next();
      return { kind: token.kind, value: token.kind === 'date' ? token.text : withColon(token.text) };
    case 'word':
      return readWord(reader, token);
    default:
      if (reader.isSymbol(':')) return reader.fail('Bind variables only allowed in Apex code', token.at);
      return reader.unexpected();
  }
}

function readWord(reader: TokenReader, token: Token): Literal {
  reader.next();
  const name = token.text.toUpperCase();
  if (name === 'NULL') return { kind: 'null' };
  if (name === 'TRUE' || name === 'FALSE') return { kind: 'boolean', value: name === 'TRUE' };
  if (isDateLiteral(name, false)) return { kind: 'dateLiteral', name };
  if (isDateLiteral(name, true)) {
    reader.expectSymbol(':');
    return { kind: 'dateLiteral', name, n: reader.expectWholeNumber() };
  }
  const amount = CURRENCY_AMOUNT.exec(token.text);
  if (!amount) return reader.unexpected(token);
  return { kind: 'number', value: Number(amount[1]) };
}

function unescape(reader: TokenReader, token: Token, isPattern: boolean): string {
  return token.text.replace(/\\(u[0-9a-f]{4}|[^])/gi, (whole, escape: string) => {
    if (escape === '_' || escape === '%') return isPattern ? whole : escape;
    if (escape === '\\') return isPattern ? whole : escape;
    if (escape === "'" || escape === '"') return escape;
    if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return (
      ESCAPES[escape.toLowerCase()] ??
      reader.fail(
        `Invalid string literal '${token.text}'. Illegal character sequence '${whole}' in string literal.`,
        token.at,
      )
    );
  });
}

/** `+0100` → `+01:00`, as JavaScript reads it. */
function withColon(text: string): string {
  return text.toUpperCase().replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}
