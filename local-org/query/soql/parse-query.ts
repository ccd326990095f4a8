import type { Schema } from '../../schema/types.ts';
import { unknownChild } from '../children.ts';
import type { ChildSelection, FieldPath, QueryPlan } from '../plan.ts';
import { queryError } from '../query-error.ts';
import { readCondition, type ReadInnerQuery } from './conditions.ts';
import { readFrom, type From } from './from-clause.ts';
import { readOrdering } from './order-by.ts';
import { checkPlan } from './plan-checks.ts';
import { readReference, type Names } from './references.ts';
import { readSelectList } from './select-list.ts';
import { readTail } from './tail-clauses.ts';
import { TokenReader } from './token-reader.ts';

export interface SoqlOptions {
  /** Include rows in the recycle bin, as `queryAll` does. */
  readonly allRows?: boolean;
}

/**
 * The plan of a SOQL text. Fields are not resolved here: what exists depends on who asks.
 *
 * @throws OrgError `MALFORMED_QUERY` for what is not SOQL, `INVALID_TYPE` for an unknown object or child relationship,
 * `NUMBER_OUTSIDE_VALID_RANGE` for an offset above 2,000.
 */
export function soqlToPlan(schema: Schema, text: string, options: SoqlOptions = {}): QueryPlan {
  const reader = new TokenReader(text);
  const parser = new QueryParser(schema, reader, options.allRows ?? false);
  const plan = parser.query((from) => objectNamed(schema, from, text));
  if (reader.peek().kind !== 'end') reader.unexpected();
  return plan;
}

class QueryParser {
  readonly #schema: Schema;
  readonly #reader: TokenReader;
  readonly #allRows: boolean;

  constructor(schema: Schema, reader: TokenReader, allRows: boolean) {
    this.#schema = schema;
    this.#reader = reader;
    this.#allRows = allRows;
  }

  /** A query from SELECT to its end. FROM is read first, because it says what the names in SELECT mean. */
  query(objectOf: (from: From) => string): QueryPlan {
    const reader = this.#reader;
    reader.expectWord('SELECT');
    const start = reader.position;
    const from = readFrom(reader);
    const afterFrom = reader.position;
    const object = objectOf(from);
    const names = this.#names(object, from);

    reader.moveTo(start);
    const list = readSelectList(reader, names, () => this.#child(object));
    if (reader.position !== from.position) reader.unexpected();
    reader.moveTo(afterFrom);

    const plan = { object, ...list, ...this.#clauses(names), source: reader.source, at: from.at };
    return checkPlan(reader, plan);
  }

  #clauses(names: Names): Omit<QueryPlan, 'object' | 'fields' | 'children'> {
    const reader = this.#reader;
    const readInner: ReadInnerQuery = () => this.query((from) => objectNamed(this.#schema, from, reader.source));
    const scope = reader.takeWords('USING') ? readScope(reader) : undefined;
    const where = reader.takeWords('WHERE') ? readCondition(reader, names, readInner) : undefined;
    readWith(reader);
    const grouping = reader.takeWords('GROUP', 'BY') ? readGroupBy(reader, names) : undefined;
    const having = reader.takeWords('HAVING') ? readCondition(reader, names, readInner) : undefined;
    const orderBy = reader.takeWords('ORDER', 'BY') ? reader.list(() => readOrdering(reader, names)) : [];
    return { scope, where, ...grouping, having, orderBy, ...readTail(reader), allRows: this.#allRows };
  }

  #child(parent: string): ChildSelection {
    let relationshipName = '';
    const plan = this.query((from) => {
      const child = this.#schema.child(parent, from.name);
      if (!child) throw unknownChild(from.name, this.#reader.source, from.at);
      relationshipName = child.name;
      return child.childObject;
    });
    return { relationshipName, plan };
  }

  #names(object: string, from: From): Names {
    const aliases = new Map<string, FieldPath>();
    if (from.alias !== undefined) aliases.set(from.alias.toLowerCase(), []);
    for (const { path, alias } of from.relationships) {
      const [first = '', ...rest] = path;
      const base = aliases.get(first.toLowerCase());
      const own = first.toLowerCase() === object.toLowerCase();
      aliases.set(alias.toLowerCase(), base ? [...base, ...rest] : own ? rest : path);
    }
    return { object, aliases, isRelationship: (name) => this.#schema.parent(object, name) !== undefined };
  }
}

function objectNamed(schema: Schema, from: From, source: string): string {
  const object = schema.object(from.name);
  if (object) return object.name;
  throw queryError(
    'INVALID_TYPE',
    `sObject type '${from.name}' is not supported. If you are attempting to use a custom object, be sure to append ` +
      `the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    source,
    from.at,
  );
}

function readScope(reader: TokenReader): QueryPlan['scope'] {
  reader.expectWord('SCOPE');
  const token = reader.expectName();
  const scope = token.text.toLowerCase();
  if (scope === 'mine' || scope === 'everything') return scope;
  return reader.fail(`Unsupported filter scope: ${token.text}`, token.at);
}

/** Whatever mode a query names: over the API it always runs as its user. */
function readWith(reader: TokenReader): void {
  while (reader.takeWords('WITH')) {
    const token = reader.expectName();
    if (['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'].includes(token.text.toUpperCase())) continue;
    reader.unexpected(token);
  }
}

function readGroupBy(reader: TokenReader, names: Names): Pick<QueryPlan, 'groupBy' | 'subtotals'> {
  for (const subtotals of ['rollup', 'cube'] as const) {
    if (!reader.isWord(subtotals.toUpperCase()) || !reader.isSymbol('(', 1)) continue;
    reader.next();
    reader.expectSymbol('(');
    const groupBy = reader.list(() => readReference(reader, names));
    reader.expectSymbol(')');
    if (groupBy.length > 3) reader.fail(`GROUP BY ${subtotals.toUpperCase()} takes at most three fields`);
    return { groupBy, subtotals };
  }
  return { groupBy: reader.list(() => readReference(reader, names)) };
}
