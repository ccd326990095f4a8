import type { FieldType } from '../schema/types.ts';
import type { Operand } from './condition.ts';
import { dateFunction } from './date-function.ts';
import type { Expression } from './expression.ts';
import type { QueryPlan, SelectedField } from './plan.ts';
import type { PlanScope } from './plan-scope.ts';
import { raw } from './sql.ts';

/** Which of the plan's groupings a select groups by; the others are null in its rows. */
export type GroupingSet = ReadonlySet<Expression>;

const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set(['datetime', 'double', 'currency', 'percent', 'multipicklist']);

/** What the plan groups by. @throws OrgError for a field that cannot be grouped. */
export function groupings(scope: PlanScope): Expression[] {
  return (scope.plan.groupBy ?? []).map((reference) => {
    const expression = scope.expression(reference);
    const computed = reference.function !== undefined && dateFunction(reference.function) !== undefined;
    if (!computed && (NOT_GROUPABLE.has(expression.type) || expression.field?.filterable === false)) {
      const name = expression.path.at(-1) ?? '';
      scope.fail('INVALID_FIELD', `field '${name}' can not be grouped in a query call`, reference.at);
    }
    return expression;
  });
}

/** The sets to group by: all; for a rollup every prefix; for a cube every subset. The most detailed comes first. */
export function groupingSets(groups: readonly Expression[], subtotals: QueryPlan['subtotals']): GroupingSet[] {
  if (subtotals === undefined) return [new Set(groups)];
  if (subtotals === 'rollup') {
    return [...groups.keys(), groups.length].reverse().map((length) => new Set(groups.slice(0, length)));
  }
  const subsets: Expression[][] = groups.reduce<Expression[][]>(
    (sets, group) => [...sets.map((set) => [...set, group]), ...sets],
    [[]],
  );
  return subsets.map((set) => new Set(set));
}

/** What SELECT, HAVING and ORDER BY may name in a select that groups by `set`. */
export function groupOperand(scope: PlanScope, groups: readonly Expression[], set: GroupingSet): Operand {
  const groupOf = (reference: SelectedField): Expression | undefined => {
    const { key } = scope.expression(reference);
    return groups.find((group) => group.key === key);
  };
  return (reference) => {
    const plain = { ...reference, function: undefined };
    if (reference.function === 'GROUPING') {
      const group = groupOf(plain);
      if (!group) return refuse(scope, reference);
      const flag = raw(set.has(group) ? '0' : '1');
      return { ...group, sql: flag, type: 'int', key: `grouping(${group.key})`, stored: false, aggregate: true };
    }
    const expression = scope.expression(reference);
    if (expression.aggregate) return expression;
    const printed = reference.function !== undefined && !dateFunction(reference.function);
    const group = groupOf(reference) ?? (printed ? groupOf(plain) : undefined);
    if (!group) return refuse(scope, reference);
    return set.has(group) ? expression : { ...expression, sql: raw('NULL'), stored: false };
  };
}

function refuse(scope: PlanScope, reference: SelectedField): never {
  const name = reference.path.join('.');
  return scope.fail('MALFORMED_QUERY', `Field must be grouped or aggregated: ${name}`, reference.at);
}
