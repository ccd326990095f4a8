import type { SqlFragment } from '../security/types.ts';
import { comparisonSql, unsuitableOperator } from './comparison.ts';
import type { Expression } from './expression.ts';
import type { Condition, SelectedField } from './plan.ts';
import { PlanScope } from './plan-scope.ts';
import { allOf, anyOf, columnOf, identifier, joinSql, raw, sql } from './sql.ts';

type Comparison = Extract<Condition, { kind: 'compare' }>;
type SemiJoin = Extract<Condition, { kind: 'semi-join' }>;

/** How conditions turn a reference into SQL: in WHERE any filterable field, in HAVING what is grouped or aggregated. */
export type Operand = (reference: SelectedField) => Expression;

/** A condition as SQL that is true exactly for the rows that the platform returns. */
export function conditionSql(scope: PlanScope, condition: Condition, operand: Operand): SqlFragment {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.conditions.map((each) => conditionSql(scope, each, operand)));
    case 'or':
      return anyOf(condition.conditions.map((each) => conditionSql(scope, each, operand)));
    case 'not':
      // A comparison with nothing is false on the platform, so its negation is true.
      return sql`((${conditionSql(scope, condition.condition, operand)}) IS NOT TRUE)`;
    case 'compare':
      return compareSql(scope, condition, operand);
    case 'semi-join':
      return semiJoinSql(scope, condition, operand);
  }
}

function compareSql(scope: PlanScope, condition: Comparison, operand: Operand): SqlFragment {
  const { left, operator, value } = condition;
  const expression = operand(left);
  const unsuitable = unsuitableOperator(expression, operator);
  if (unsuitable !== undefined) scope.fail('INVALID_QUERY_FILTER_OPERATOR', unsuitable, left.at);
  const literals = 'kind' in value ? [value] : value;
  return comparisonSql(
    expression,
    operator,
    literals.map((literal) => scope.literal(literal, expression, left.at)),
  );
}

/** A field that WHERE may filter by. */
export function filterOperand(scope: PlanScope): Operand {
  return (reference) => {
    if (reference.aggregate !== undefined) {
      return scope.fail('MALFORMED_QUERY', 'Aggregate functions are not supported in a WHERE clause', reference.at);
    }
    const expression = scope.expression(reference);
    if (expression.field?.filterable !== false) return expression;
    const name = expression.path.at(-1) ?? '';
    return scope.fail('INVALID_FIELD', `field '${name}' can not be filtered in a query call`, reference.at);
  };
}

function semiJoinSql(scope: PlanScope, condition: SemiJoin, operand: Operand): SqlFragment {
  const left = operand(condition.left);
  const inner = new PlanScope(scope.context, condition.plan, scope.tables.aliases);
  const [selected, ...more] = condition.plan.fields;
  if (!selected || more.length > 0) {
    return inner.fail(
      'MALFORMED_QUERY',
      'The inner select of a semi join must have exactly one field',
      condition.plan.at,
    );
  }
  const right = inner.expression(selected);
  for (const [expression, owner, at] of [
    [left, 'outer', condition.left.at],
    [right, 'inner', selected.at],
  ] as const) {
    if (expression.type === 'id' || expression.type === 'reference') continue;
    const name = expression.path.at(-1) ?? '';
    scope.fail('INVALID_FIELD', `The ${owner} field of a semi join should be an id field, cannot use: '${name}'`, at);
  }
  const rows = sourceSql(inner, [sql`${right.sql} IS NOT NULL`]);
  if (!condition.negated) return sql`${left.sql} IN (SELECT ${right.sql} ${rows})`;
  const absent = sql`${left.sql} NOT IN (SELECT ${right.sql} ${rows})`;
  return left.type === 'id' ? absent : sql`(${left.sql} IS NULL OR ${absent})`;
}

/**
 * `FROM … WHERE …` of a plan: its rows that exist for the actor and meet its conditions. To be called when everything
 * else of the statement is compiled, because every path adds to the joins.
 */
export function sourceSql(scope: PlanScope, conditions: readonly SqlFragment[] = []): SqlFragment {
  const { plan, place, context } = scope;
  const all = [...conditions];
  if (plan.where) all.push(conditionSql(scope, plan.where, filterOperand(scope)));
  if (!plan.allRows && context.schema.field(place.object.name, 'IsDeleted')) {
    all.push(sql`${columnOf(place.alias, 'IsDeleted')} = 0`);
  }
  if (plan.scope === 'mine') all.push(ownedByActor(scope));
  const visible = context.access.rowFilter(place.object.name, place.alias, 'read');
  if (visible) all.push(sql`(${visible})`);
  const from = raw(`FROM ${identifier(place.object.name)} ${place.alias}`);
  return joinSql([from, scope.tables.toSql(), sql`WHERE ${allOf(all)}`], ' ');
}

/** @throws OrgError `MALFORMED_QUERY` for records that nobody owns, such as details of a master. */
function ownedByActor(scope: PlanScope): SqlFragment {
  const { context, place, plan } = scope;
  if (!context.schema.field(place.object.name, 'OwnerId')) {
    scope.fail('MALFORMED_QUERY', 'Unsupported filter scope: mine', plan.at);
  }
  return sql`${columnOf(place.alias, 'OwnerId')} = ${context.userId ?? null}`;
}
