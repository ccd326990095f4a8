import type { SqlFragment } from '../security/types.ts';
import { cellFormat } from './cell-format.ts';
import { conditionSql, sourceSql } from './condition.ts';
import { dateFunction } from './date-function.ts';
import { comparable, type Expression } from './expression.ts';
import { groupings, groupingSets, groupOperand, type GroupingSet } from './grouping.ts';
import type { AliasSequence } from './joined-tables.ts';
import { sortDirection, sortValue } from './ordering.ts';
import type { QueryPlan, SelectedField } from './plan.ts';
import { PlanScope } from './plan-scope.ts';
import type { QueryContext } from './query-context.ts';
import { ordered, page } from './record-query.ts';
import type { Convert } from './shape.ts';
import { allOf, joinSql, raw, sql } from './sql.ts';

/** A plan for groups as one statement; cells come in the order of `cells`. */
export interface AggregateQuery {
  readonly statement: SqlFragment;
  readonly cells: readonly { readonly key: string; readonly convert: Convert | undefined }[];
}

/** One select of the statement: what it shows, what the answer is sorted by, and which groups stay. */
interface GroupSelect {
  readonly set: GroupingSet;
  /** The one row that sums up all groups. */
  readonly isTotal: boolean;
  readonly columns: readonly SqlFragment[];
  readonly sortValues: readonly SqlFragment[];
  readonly having: SqlFragment | undefined;
}

/** True for plans whose rows are groups. */
export function isAggregate(plan: QueryPlan): boolean {
  return plan.groupBy !== undefined || plan.fields.some((field) => field.aggregate !== undefined);
}

/**
 * Compiles a plan for groups. Subtotals are further selects over the same rows, each grouped by fewer fields.
 *
 * @throws OrgError `MALFORMED_QUERY` for a field that is neither grouped nor aggregated.
 */
export function compileAggregate(context: QueryContext, plan: QueryPlan, aliases: AliasSequence): AggregateQuery {
  const scope = new PlanScope(context, plan, aliases);
  if (plan.groupBy === undefined && (plan.limit !== undefined || plan.offset !== undefined)) {
    const message = 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT';
    scope.fail('MALFORMED_QUERY', message, plan.at);
  }
  const groups = groupings(scope);
  const sets = groupingSets(groups, plan.subtotals);
  const selects = sets.map((set) => groupSelect(scope, groups, set));
  const operand = groupOperand(scope, groups, new Set(groups));
  const keys = outputKeys(scope);
  const cells = plan.fields.map((field, index) => ({
    key: keys[index] ?? '',
    convert: cellFormat(operand(field), context.timeZone),
  }));
  const source = sourceSql(scope);
  const [first] = selects;
  if (plan.subtotals === undefined && first) {
    const order = ordered(
      plan.orderBy.map((each, index) => sql`${first.sortValues[index] ?? raw('NULL')} ${sortDirection(each)}`),
    );
    return { statement: sql`${selectSql(first, first.columns, source)}${order}${page(plan)}`, cells };
  }
  return { statement: withSubtotals(plan, selects, source), cells };
}

function groupSelect(scope: PlanScope, groups: readonly Expression[], set: GroupingSet): GroupSelect {
  const { plan } = scope;
  const operand = groupOperand(scope, groups, set);
  // Without an order of its own, a total follows what it sums up.
  const natural = groups.flatMap((group) => (set.has(group) ? [raw('0'), sortValue(group)] : [raw('1'), raw('NULL')]));
  return {
    set,
    isTotal: groups.length > 0 && set.size === 0,
    columns: plan.fields.map((field) => operand(field).sql),
    sortValues: plan.orderBy.length > 0 ? plan.orderBy.map((each) => sortValue(operand(each))) : natural,
    having: plan.having && conditionSql(scope, plan.having, operand),
  };
}

function selectSql(select: GroupSelect, columns: readonly SqlFragment[], source: SqlFragment): SqlFragment {
  const by = [...select.set].map((group) => comparable(group));
  // Grouping by a constant gives one group, and none where there are no rows.
  const groupBy = by.length > 0 ? sql` GROUP BY ${joinSql(by, ', ')}` : raw(select.isTotal ? ` GROUP BY 'total'` : '');
  const having = select.having ? sql` HAVING ${allOf([select.having])}` : raw('');
  return sql`SELECT ${joinSql(columns, ', ')} ${source}${groupBy}${having}`;
}

function withSubtotals(plan: QueryPlan, selects: readonly GroupSelect[], source: SqlFragment): SqlFragment {
  const named = selects.map((select) => {
    const columns = select.columns.map((column, index) => sql`${column} AS ${raw(`c${index}`)}`);
    const sorts = select.sortValues.map((value, index) => sql`${value} AS ${raw(`s${index}`)}`);
    return selectSql(select, [...columns, ...sorts], source);
  });
  const names = raw(plan.fields.map((_, index) => `c${index}`).join(', '));
  const sortCount = selects[0]?.sortValues.length ?? 0;
  const terms = Array.from({ length: sortCount }, (_, index) => {
    const ordering = plan.orderBy[index];
    const direction = ordering ? sortDirection(ordering) : raw('ASC');
    return sql`${raw(`s${index} COLLATE NOCASE`)} ${direction}`;
  });
  return sql`SELECT ${names} FROM (${joinSql(named, ' UNION ALL ')})${ordered(terms)}${page(plan)}`;
}

/** Keys of an answer's cells: alias, field name, or `expr0` and so on for what has no name. */
function outputKeys(scope: PlanScope): string[] {
  const keys = new Set<string>();
  let unnamed = 0;
  return scope.plan.fields.map((field) => {
    const key = field.alias ?? (isComputed(field) ? `expr${unnamed++}` : (scope.expression(field).path.at(-1) ?? ''));
    if (keys.has(key)) scope.fail('MALFORMED_QUERY', `duplicate alias: ${key}`, field.at);
    keys.add(key);
    return key;
  });
}

function isComputed(field: SelectedField): boolean {
  if (field.aggregate !== undefined) return true;
  return field.function !== undefined && (field.function === 'GROUPING' || dateFunction(field.function) !== undefined);
}
