import { dateFunction } from '../date-function.ts';
import type { AggregateFunction, FieldPath, SelectedField } from '../plan.ts';
import type { TokenReader } from './token-reader.ts';

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
const PRINTING: ReadonlySet<string> = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY', 'GROUPING']);

/** From child to parent. Source: "Understanding Relationship Query Limitations" of the platform's SOQL reference. */
const MOST_LEVELS = 5;

/** What the first name of a path may stand for. */
export interface Names {
  /** The queried object, which may stand before its own fields. */
  readonly object: string;
  /** Aliases of FROM, in lower case, with the relationships that they stand for. */
  readonly aliases: ReadonlyMap<string, FieldPath>;
  /** True when the object has a relationship of this name, which then is meant. */
  isRelationship(name: string): boolean;
}

/** A field, bare or in functions: `Account.Name`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`, `SUM(Amount)`. */
export function readReference(reader: TokenReader, names: Names): SelectedField {
  const token = reader.peek();
  if (token.kind !== 'word') return reader.unexpected();
  if (!reader.isSymbol('(', 1)) return { path: readPath(reader, names), at: token.at };
  const name = reader.next().text.toUpperCase();
  reader.expectSymbol('(');
  const reference = readCall(reader, names, name, token.at);
  reader.expectSymbol(')');
  return reference;
}

/** Names joined by dots, without the alias or the object's name in front. */
export function readPath(reader: TokenReader, names: Names): FieldPath {
  const { at } = reader.peek();
  const path = readNames(reader, names);
  if (path.length - 1 > MOST_LEVELS) {
    reader.fail(`A relationship path has at most ${MOST_LEVELS} levels, not ${path.length - 1}`, at);
  }
  return path;
}

function readNames(reader: TokenReader, names: Names): FieldPath {
  const path = [reader.expectName().text];
  while (reader.takeSymbol('.')) path.push(reader.expectName().text);
  const [first = '', ...rest] = path;
  if (rest.length === 0) return path;
  const aliased = names.aliases.get(first.toLowerCase());
  if (aliased) return [...aliased, ...rest];
  const own = first.toLowerCase() === names.object.toLowerCase() && !names.isRelationship(first);
  return own ? rest : path;
}

function readCall(reader: TokenReader, names: Names, name: string, at: number): SelectedField {
  if (AGGREGATES.has(name)) {
    const aggregate = name.toLowerCase() as AggregateFunction;
    if (aggregate === 'count' && reader.isSymbol(')')) return { path: [], aggregate, at };
    return { ...readReference(reader, names), aggregate, at };
  }
  if (name === 'CONVERTTIMEZONE') return { path: readPath(reader, names), convertTimezone: true, at };
  if (!PRINTING.has(name) && !dateFunction(name)) return reader.fail(`Unknown function: ${name}`, at);
  const inner = readReference(reader, names);
  // Money is of one currency here, so FORMAT(convertCurrency(x)) is FORMAT(x).
  if (inner.function !== undefined && inner.function !== 'CONVERTCURRENCY') {
    return reader.fail(`Unexpected function ${inner.function} in ${name}`, inner.at);
  }
  return { ...inner, function: name, at };
}
