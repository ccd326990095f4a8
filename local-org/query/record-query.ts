import type { SqlFragment } from '../security/types.ts';
import type { FieldDefinition } from '../schema/types.ts';
import { sourceSql } from './condition.ts';
import type { AliasSequence } from './joined-tables.ts';
import { orderingSql } from './ordering.ts';
import type { QueryPlan } from './plan.ts';
import { PlanScope } from './plan-scope.ts';
import type { QueryContext } from './query-context.ts';
import { ColumnList, Selection } from './select.ts';
import type { RecordShape } from './shape.ts';
import { columnOf, joinSql, raw, sql } from './sql.ts';

/** A plan for records as one statement. */
export interface RecordQuery {
  readonly statement: SqlFragment;
  readonly shape: RecordShape;
  /** For children: where the parent's id is. */
  readonly parentColumn: number;
}

/** Restricts a plan to the children of these records; its limit and offset then count for each parent. */
export interface ChildLink {
  readonly field: FieldDefinition;
  readonly parentIds: readonly string[];
}

export function compileRecords(
  context: QueryContext,
  plan: QueryPlan,
  aliases: AliasSequence,
  link?: ChildLink,
): RecordQuery {
  const scope = new PlanScope(context, plan, aliases);
  const columns = new ColumnList();
  const shape = new Selection(scope, columns).shape();
  const order = orderBy(scope);
  if (!link) {
    const source = sourceSql(scope);
    const select = joinSql(columns.columns, ', ');
    return { statement: sql`SELECT ${select} ${source}${ordered(order)}${page(plan)}`, shape, parentColumn: -1 };
  }
  const parent = columnOf(scope.place.alias, link.field.name);
  const parentColumn = columns.add(parent);
  const ids = JSON.stringify(link.parentIds);
  const source = sourceSql(scope, [sql`${parent} IN (SELECT value FROM json_each(${ids}))`]);
  if (plan.limit === undefined && plan.offset === undefined) {
    const select = joinSql(columns.columns, ', ');
    return { statement: sql`SELECT ${select} ${source}${ordered(order)}`, shape, parentColumn };
  }
  return { statement: windowed(plan, columns, parent, order, source), shape, parentColumn };
}

/** The number of a plan's rows, as `SELECT COUNT()` gives it. */
export function compileCount(context: QueryContext, plan: QueryPlan, aliases: AliasSequence): SqlFragment {
  const source = sourceSql(new PlanScope(context, plan, aliases));
  if (plan.limit === undefined && plan.offset === undefined) return sql`SELECT COUNT(*) ${source}`;
  return sql`SELECT COUNT(*) FROM (SELECT 1 ${source}${page(plan)})`;
}

/** The first rows of each parent. */
function windowed(
  plan: QueryPlan,
  columns: ColumnList,
  parent: SqlFragment,
  order: readonly SqlFragment[],
  source: SqlFragment,
): SqlFragment {
  const named = columns.columns.map((column, index) => sql`${column} AS ${raw(`c${index}`)}`);
  const number = sql`ROW_NUMBER() OVER (PARTITION BY ${parent}${ordered(order)}) AS n`;
  const names = raw(columns.columns.map((_, index) => `c${index}`).join(', '));
  const from = Math.trunc(plan.offset ?? 0);
  const upTo = plan.limit === undefined ? '' : ` AND n <= ${from + Math.trunc(plan.limit)}`;
  const rows = sql`SELECT ${joinSql([...named, number], ', ')} ${source}`;
  return sql`SELECT ${names} FROM (${rows}) WHERE ${raw(`n > ${from}${upTo}`)} ORDER BY n`;
}

/** The plan's order, made total where the plan has an order at all, so that pages neither skip nor repeat. */
function orderBy(scope: PlanScope): SqlFragment[] {
  const { plan, place } = scope;
  let isTotal = plan.orderBy.length === 0;
  const terms = plan.orderBy.map((ordering) => {
    const expression = scope.expression(ordering);
    isTotal ||= expression.key === 'id';
    const name = expression.path.at(-1) ?? '';
    if (expression.aggregate || expression.field?.sortable === false) {
      scope.fail('INVALID_FIELD', `field '${name}' can not be sorted in a query call`, ordering.at);
    }
    return orderingSql(expression, ordering);
  });
  // An index holds rows of one value in the order of their row ids, so that it serves this order as well.
  const direction = plan.orderBy.at(-1)?.direction === 'desc' ? 'DESC' : 'ASC';
  return isTotal ? terms : [...terms, raw(`${place.alias}.rowid ${direction}`)];
}

export function ordered(terms: readonly SqlFragment[]): SqlFragment {
  return terms.length === 0 ? raw('') : sql` ORDER BY ${joinSql(terms, ', ')}`;
}

/** LIMIT and OFFSET. Whole numbers stand in the text: they cannot hold anything else. */
export function page(plan: QueryPlan): SqlFragment {
  if (plan.limit === undefined && plan.offset === undefined) return raw('');
  const limit = plan.limit === undefined ? -1 : Math.trunc(plan.limit);
  return raw(` LIMIT ${limit} OFFSET ${Math.trunc(plan.offset ?? 0)}`);
}
