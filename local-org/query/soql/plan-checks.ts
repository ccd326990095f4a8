import { isAggregate } from '../aggregate-query.ts';
import type { QueryPlan } from '../plan.ts';
import { checkSemiJoins } from './semi-join-checks.ts';
import type { TokenReader } from './token-reader.ts';

/** The most records that `FIELDS(ALL)` may ask for. */
const MOST_RECORDS_OF_ALL_FIELDS = 200;

/** What no single clause can tell is wrong with a query. @throws OrgError `MALFORMED_QUERY` */
export function checkPlan(reader: TokenReader, plan: QueryPlan): QueryPlan {
  const groups = plan.fieldGroups ?? [];
  if (
    groups.some((group) => group !== 'standard') &&
    !(plan.limit !== undefined && plan.limit <= MOST_RECORDS_OF_ALL_FIELDS)
  ) {
    reader.fail('The SOQL FIELDS function must have a LIMIT of at most 200', plan.at);
  }
  checkSemiJoins(reader, plan);
  const [first] = plan.fields;
  const countsRows = plan.fields.some(({ path, alias }) => path.length === 0 && alias === undefined);
  if (countsRows && plan.groupBy !== undefined) {
    reader.fail('COUNT() cannot be used with GROUP BY: use COUNT(fieldName)', first?.at);
  }
  if (countsRows && plan.having === undefined) {
    const alone = plan.fields.length === 1 && groups.length + plan.children.length === 0;
    if (!alone) reader.fail('COUNT() must be the only element of the SELECT list', first?.at);
    return { ...plan, fields: [], countOnly: true };
  }
  if (isAggregate(plan)) {
    if (groups.length > 0) reader.fail('The FIELDS function is not supported with aggregation', plan.at);
    if (plan.children.length > 0) reader.fail('Subqueries are not supported in a query with aggregation', plan.at);
  } else {
    if (plan.having) reader.fail('HAVING is only supported with GROUP BY', plan.at);
    const aliased = plan.fields.find((field) => field.alias !== undefined && field.function === undefined);
    if (aliased) reader.fail('only aggregate expressions use field aliasing', aliased.at);
  }
  return plan;
}
