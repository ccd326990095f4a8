import type { Schema } from '../../schema/types.ts';
import type { QueryPlan } from '../plan.ts';
import { queryError } from '../query-error.ts';
import { readCondition } from '../soql/conditions.ts';
import { readOrdering } from '../soql/order-by.ts';
import { readReference, type Names } from '../soql/references.ts';
import { skipUpdates } from '../soql/tail-clauses.ts';
import { TokenReader } from '../soql/token-reader.ts';
import { parseSearch, type SearchExpression } from './search-expression.ts';

export type SearchScope = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

/** A SOSL text: what to look for, where, and what to show of each object. */
export interface SearchPlan {
  readonly expression: SearchExpression;
  readonly scope: SearchScope;
  readonly returning: readonly QueryPlan[];
  readonly limit: number;
}

/** The most records that one search finds. */
const MAXIMUM_RESULTS = 2_000;

const FIND = /^\s*FIND\s*\{((?:[^{}\\]|\\[^])*)\}/i;
const SCOPES: ReadonlySet<string> = new Set(['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR']);

/**
 * The plan of a SOSL text. Without RETURNING, every searchable object gives its ids.
 *
 * @throws OrgError `MALFORMED_SEARCH`, `MALFORMED_QUERY`, or `INVALID_TYPE` for an object that does not exist.
 */
export function soslToPlan(schema: Schema, text: string): SearchPlan {
  const find = FIND.exec(text);
  if (!find) throw queryError('MALFORMED_SEARCH', `unexpected token: '${text.trim().slice(0, 20)}'`);
  const expression = parseSearch(find[1] ?? '');
  // Positions in the rest stay those of the whole text.
  const reader = new TokenReader(find[0].replace(/[^\n]/g, ' ') + text.slice(find[0].length));
  const scope = readScope(reader);
  const returning = reader.takeWords('RETURNING')
    ? reader.list(() => readReturning(schema, reader))
    : everything(schema);
  while (reader.takeWords('WITH')) skipFilter(reader);
  const limit = reader.takeWords('LIMIT') ? reader.expectWholeNumber() : MAXIMUM_RESULTS;
  skipUpdates(reader);
  if (reader.peek().kind !== 'end') reader.unexpected();
  return { expression, scope, returning, limit: Math.min(limit, MAXIMUM_RESULTS) };
}

function readScope(reader: TokenReader): SearchScope {
  if (!reader.takeWords('IN')) return 'ALL';
  const token = reader.expectName();
  const scope = token.text.toUpperCase();
  reader.expectWord('FIELDS');
  return SCOPES.has(scope) ? (scope as SearchScope) : reader.unexpected(token);
}

function readReturning(schema: Schema, reader: TokenReader): QueryPlan {
  const token = reader.expectName();
  const object = schema.object(token.text);
  if (!object) return reader.fail(`sObject type '${token.text}' is not supported.`, token.at, 'INVALID_TYPE');
  const bare: QueryPlan = {
    object: object.name,
    fields: [{ path: ['Id'] }],
    children: [],
    orderBy: [],
    allRows: false,
  };
  if (!reader.takeSymbol('(')) return { ...bare, at: token.at };
  const isRelationship = (name: string): boolean => schema.parent(object.name, name) !== undefined;
  const names: Names = { object: object.name, aliases: new Map(), isRelationship };
  const noInner = (): never => reader.fail('Semi joins are not supported in a search');
  const fields = reader.list(() => readReference(reader, names));
  const aggregated = fields.find(({ aggregate }) => aggregate !== undefined);
  if (aggregated) reader.fail('Aggregate functions are not supported in a search', aggregated.at);
  const where = reader.takeWords('WHERE') ? readCondition(reader, names, noInner) : undefined;
  const orderBy = reader.takeWords('ORDER', 'BY') ? reader.list(() => readOrdering(reader, names)) : [];
  const limit = reader.takeWords('LIMIT') ? reader.expectWholeNumber() : undefined;
  const offset = reader.takeWords('OFFSET') ? reader.expectWholeNumber() : undefined;
  reader.expectSymbol(')');
  return { ...bare, fields, where, orderBy, limit, offset, source: reader.source, at: token.at };
}

function everything(schema: Schema): QueryPlan[] {
  return schema.objects
    .filter(({ searchable }) => searchable)
    .map(({ name }) => ({ object: name, fields: [{ path: ['Id'] }], children: [], orderBy: [], allRows: false }));
}

/** `WITH HIGHLIGHT`, `WITH SPELL_CORRECTION = false`, `WITH USER_MODE`: nothing that changes what is found here. */
function skipFilter(reader: TokenReader): void {
  reader.expectName();
  if (!reader.takeSymbol('=')) return;
  if (reader.peek().kind === 'end') reader.unexpected();
  reader.next();
}
