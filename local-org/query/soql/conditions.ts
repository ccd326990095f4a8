import type { Comparison, Condition, Literal, QueryPlan, SelectedField } from '../plan.ts';
import { readLiteral } from './literals.ts';
import { readReference, type Names } from './references.ts';
import type { TokenReader } from './token-reader.ts';

const SYMBOLS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** How to read the inner select of a semi join. */
export type ReadInnerQuery = () => QueryPlan;

/** The condition of WHERE or HAVING. AND and OR mix only with parentheses, as on the platform. */
export function readCondition(reader: TokenReader, names: Names, readInner: ReadInnerQuery): Condition {
  const first = readTerm(reader, names, readInner);
  const conditions = [first];
  const connective = reader.isWord('AND') ? 'AND' : 'OR';
  while (reader.takeWords(connective)) conditions.push(readTerm(reader, names, readInner));
  if (reader.isWord('AND') || reader.isWord('OR')) reader.unexpected();
  return conditions.length === 1 ? first : { kind: connective === 'AND' ? 'and' : 'or', conditions };
}

function readTerm(reader: TokenReader, names: Names, readInner: ReadInnerQuery): Condition {
  if (reader.takeWords('NOT')) return { kind: 'not', condition: readTerm(reader, names, readInner) };
  if (reader.takeSymbol('(')) {
    const condition = readCondition(reader, names, readInner);
    reader.expectSymbol(')');
    return condition;
  }
  return readComparison(reader, names, readInner);
}

function readComparison(reader: TokenReader, names: Names, readInner: ReadInnerQuery): Condition {
  const left = readReference(reader, names);
  const operator = readOperator(reader);
  if (operator === 'in' || operator === 'not in') return readMembership(reader, left, operator, readInner);
  if (operator === 'includes' || operator === 'excludes') {
    return { kind: 'compare', left, operator, value: readLiterals(reader) };
  }
  return { kind: 'compare', left, operator, value: readLiteral(reader, operator === 'like') };
}

function readOperator(reader: TokenReader): Comparison {
  const token = reader.peek();
  const symbol = token.kind === 'symbol' ? SYMBOLS[token.text] : undefined;
  if (symbol !== undefined) {
    reader.next();
    return symbol;
  }
  if (reader.takeWords('NOT', 'IN')) return 'not in';
  for (const word of ['in', 'like', 'includes', 'excludes'] as const) {
    if (reader.takeWords(word.toUpperCase())) return word;
  }
  return reader.unexpected();
}

function readMembership(
  reader: TokenReader,
  left: SelectedField,
  operator: 'in' | 'not in',
  readInner: ReadInnerQuery,
): Condition {
  if (reader.isSymbol('(') && reader.isWord('SELECT', 1)) {
    reader.next();
    const plan = readInner();
    reader.expectSymbol(')');
    return { kind: 'semi-join', left, negated: operator === 'not in', plan };
  }
  return { kind: 'compare', left, operator, value: readLiterals(reader) };
}

function readLiterals(reader: TokenReader): Literal[] {
  if (reader.isSymbol(':')) return reader.fail('Bind variables only allowed in Apex code');
  reader.expectSymbol('(');
  const literals = reader.list(() => readLiteral(reader, false));
  reader.expectSymbol(')');
  return literals;
}
