import type { SqlFragment } from '../security/types.ts';
import { comparable, type Expression } from './expression.ts';
import type { Ordering } from './plan.ts';
import { joinSql, raw, sql } from './sql.ts';

/** One term of ORDER BY. */
export function orderingSql(expression: Expression, ordering: Ordering): SqlFragment {
  // Without a word on nulls, SQLite can walk an index backwards.
  const direction = isNeverNull(expression) ? raw(ordering.direction.toUpperCase()) : sortDirection(ordering);
  return sql`${sortValue(expression)} ${direction}`;
}

function isNeverNull({ stored, field, path, type }: Expression): boolean {
  return stored && path.length === 1 && (type === 'id' || (field !== undefined && SYSTEM_DATES.has(field.name)));
}

const SYSTEM_DATES: ReadonlySet<string> = new Set(['CreatedDate', 'LastModifiedDate', 'SystemModstamp']);

export function sortDirection({ direction, nulls }: Ordering): SqlFragment {
  return raw(`${direction === 'desc' ? 'DESC' : 'ASC'} NULLS ${nulls === 'last' ? 'LAST' : 'FIRST'}`);
}

/**
 * What to sort by: a picklist sorts in the order of its values; those that are not listed follow by name.
 * Values of any type are kept as JSON.
 */
export function sortValue(expression: Expression): SqlFragment {
  if (expression.type === 'anyType') return sql`json_extract(${expression.sql}, '$')`;
  const text = comparable(expression);
  const values = expression.field?.picklist?.values ?? [];
  if (expression.type !== 'picklist' || values.length === 0 || expression.key.startsWith('tolabel')) return text;
  const cases = values.map(({ value }, index) => sql`WHEN ${value} THEN ${raw(String(index))}`);
  return sql`CASE ${text} ${joinSql(cases, ' ')} ELSE ${text} END`;
}
