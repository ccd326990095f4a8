import type { Condition, QueryPlan } from '../plan.ts';
import type { TokenReader } from './token-reader.ts';

type SemiJoin = Extract<Condition, { kind: 'semi-join' }>;

const MOST = 2;

/**
 * What a query's semi- and anti-joins may not be.
 * Source: "Semi-Joins and Anti-Joins" among the comparison operators of the platform's SOQL reference.
 *
 * @throws OrgError `MALFORMED_QUERY`
 */
export function checkSemiJoins(reader: TokenReader, plan: QueryPlan): void {
  if (plan.where === undefined) return;
  const top = semiJoinsIn(plan.where);
  const [first] = top;
  if (first === undefined) return;
  const at = first.left.at;
  if (plan.where.kind === 'or' && plan.where.conditions.some(({ kind }) => kind === 'semi-join')) {
    reader.fail("Semi join sub-selects are not allowed with the 'OR' operator", at);
  }
  if (top.some((join) => !isAtTop(join, plan.where))) {
    reader.fail(
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
      at,
    );
  }
  if (top.length > MOST) reader.fail(`Maximum ${MOST} semi join sub-selects are allowed`, at);
  for (const { left, plan: inner } of top) {
    if (inner.object === plan.object) {
      reader.fail('The inner and outer selects should not be on the same object type', left.at);
    }
    if (inner.where !== undefined && semiJoinsIn(inner.where).length > 0) {
      reader.fail('Nesting of semi join sub-selects is not supported', left.at);
    }
    if (inner.orderBy.length > 0 || inner.limit !== undefined || inner.offset !== undefined) {
      reader.fail('Semi join sub-selects cannot hold ORDER BY, LIMIT or OFFSET', left.at);
    }
  }
}

function semiJoinsIn(condition: Condition): SemiJoin[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap(semiJoinsIn);
    case 'not':
      return semiJoinsIn(condition.condition);
    case 'semi-join':
      return [condition];
    case 'compare':
      return [];
  }
}

/** True for a condition that every record of the answer has to meet. */
function isAtTop(wanted: SemiJoin, condition: Condition | undefined): boolean {
  if (condition?.kind === 'and') return condition.conditions.some((part) => isAtTop(wanted, part));
  return condition === wanted;
}
