import type { Row, SearchOutcome } from '../../org.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../../schema/types.ts';
import { aliasSequence } from '../joined-tables.ts';
import { sourceSql } from '../condition.ts';
import { isText } from '../expression.ts';
import type { QueryPlan } from '../plan.ts';
import { PlanScope } from '../plan-scope.ts';
import type { QueryContext } from '../query-context.ts';
import { queryError } from '../query-error.ts';
import { runPlan } from '../run.ts';
import { allOf, anyOf, columnOf, joinSql, raw, sql } from '../sql.ts';
import type { SqlFragment } from '../../security/types.ts';
import { soslToPlan, type SearchPlan, type SearchScope } from './parse-sosl.ts';
import { matchesSearch, wordsOf, type SearchExpression } from './search-expression.ts';

const SCOPE_TYPES: Readonly<Record<'EMAIL' | 'PHONE', FieldType>> = { EMAIL: 'email', PHONE: 'phone' };

/**
 * Runs SOSL under the context's access: only readable fields are searched, only visible records are found. Records
 * whose name matches come first.
 *
 * @throws OrgError `MALFORMED_SEARCH`, `MALFORMED_QUERY`, `INVALID_TYPE`, `INVALID_FIELD`, `INVALID_SEARCH_SCOPE`.
 */
export function runSearch(context: QueryContext, text: string): SearchOutcome {
  const plan = soslToPlan(context.schema, text);
  const records: Row[] = [];
  for (const returning of plan.returning) {
    records.push(...searchObject(context, plan, returning));
    if (records.length >= plan.limit) break;
  }
  return { searchRecords: records.slice(0, plan.limit), returning: plan.returning.map(({ object }) => object) };
}

function searchObject(context: QueryContext, search: SearchPlan, plan: QueryPlan): readonly Row[] {
  const object = context.schema.object(plan.object);
  if (object && !object.searchable) {
    throw queryError(
      'INVALID_SEARCH_SCOPE',
      `entity type ${object.name} does not support search`,
      plan.source,
      plan.at,
    );
  }
  if (object && plan.source === undefined && !context.access.object(object.name).read) return [];
  const ids = matchingIds(context, search, { ...plan, limit: undefined, offset: undefined, orderBy: [] });
  const limit = plan.limit ?? search.limit;
  const from = plan.offset ?? 0;
  // Without an order of its own an answer is sorted by relevance, so only the records to show have to be read.
  const shown = plan.orderBy.length === 0 ? ids.slice(from, from + limit) : ids;
  const where: QueryPlan['where'] = {
    kind: 'compare',
    left: { path: ['Id'] },
    operator: 'in',
    value: shown.map((value) => ({ kind: 'string', value })),
  };
  if (plan.orderBy.length > 0) return runPlan(context, { ...plan, where, limit }).records;
  const place = new Map(shown.map((id, index) => [id, index]));
  const { records } = runPlan(context, { ...plan, where, limit: undefined, offset: undefined });
  return [...records].sort((a, b) => (place.get(idOf(a)) ?? 0) - (place.get(idOf(b)) ?? 0));
}

/** SQL finds the records that hold the words somewhere; whether as whole words is seen here. */
function matchingIds(context: QueryContext, search: SearchPlan, plan: QueryPlan): string[] {
  const scope = new PlanScope(context, plan, aliasSequence());
  const fields = searchedFields(context, scope.object, search.scope);
  if (fields.length === 0) return [];
  const columns = fields.map(({ name }) => columnOf(scope.place.alias, name));
  const source = sourceSql(scope, [likelySql(search.expression, columns)]);
  const id = columnOf(scope.place.alias, 'Id');
  const statement = sql`SELECT ${joinSql([id, ...columns], ', ')} ${source} ORDER BY ${id}`;
  const named: string[] = [];
  const others: string[] = [];
  const nameAt = fields.findIndex(({ nameField }) => nameField);
  for (const [recordId, ...texts] of context.db.rows(statement.sql, statement.parameters)) {
    // A word between two fields, which no word matches, keeps phrases within one field.
    const words = texts.flatMap((text) => (typeof text === 'string' ? [...wordsOf(text), '\n'] : []));
    if (!matchesSearch(search.expression, words)) continue;
    const inName = matchesSearch(search.expression, wordsOf(String(texts[nameAt] ?? '')));
    (inName ? named : others).push(String(recordId));
  }
  return [...named, ...others];
}

function searchedFields(context: QueryContext, object: ObjectDefinition, scope: SearchScope): FieldDefinition[] {
  return object.fields.filter((field) => {
    const { type, name, formula, nameField } = field;
    if (!isText(type) || formula !== undefined || !context.access.fieldReadable(object.name, name)) return false;
    if (scope === 'NAME') return nameField || ['FirstName', 'LastName', 'Subject'].includes(name);
    return scope === 'EMAIL' || scope === 'PHONE' ? type === SCOPE_TYPES[scope] : true;
  });
}

function likelySql(expression: SearchExpression, columns: readonly SqlFragment[]): SqlFragment {
  switch (expression.kind) {
    case 'and':
      return allOf(expression.parts.map((part) => likelySql(part, columns)));
    case 'or':
      return anyOf(expression.parts.map((part) => likelySql(part, columns)));
    case 'not':
      return raw('1');
    case 'phrase': {
      // Letters beyond ASCII may differ in case, which SQLite's LIKE does not see.
      const pattern = `%${expression.longest.replace(/[^a-z0-9]/g, '_')}%`;
      return anyOf(columns.map((column) => sql`${column} LIKE ${pattern}`));
    }
  }
}

function idOf(row: Row): string {
  return row.attributes.url?.split('/').at(-1) ?? '';
}
