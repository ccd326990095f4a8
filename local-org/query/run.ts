import type { QueryOutcome, Row } from '../org.ts';
import { compileAggregate, isAggregate } from './aggregate-query.ts';
import { attachChildren } from './children.ts';
import { aliasSequence } from './joined-tables.ts';
import type { QueryPlan } from './plan.ts';
import type { QueryContext } from './query-context.ts';
import { compileCount, compileRecords } from './record-query.ts';
import { RecordBuilder } from './shape.ts';

export type { QueryContext } from './query-context.ts';
export { soqlToPlan, type SoqlOptions } from './soql/parse-query.ts';

/** The version in record URLs where the context names none. */
const DEFAULT_API_VERSION = '66.0';

/**
 * Runs a plan under the context's access: what the actor may not read does not exist, rows that the actor may not
 * see are not there, and hidden parents are null.
 *
 * @throws OrgError with the platform's code and words: `INVALID_TYPE`, `INVALID_FIELD`, `MALFORMED_QUERY`,
 * `INVALID_QUERY_FILTER_OPERATOR`.
 */
export function runPlan(context: QueryContext, plan: QueryPlan): QueryOutcome {
  if (plan.countOnly === true) {
    const { sql, parameters } = compileCount(context, plan, aliasSequence());
    return { totalSize: Number(context.db.rows(sql, parameters)[0]?.[0] ?? 0), records: [] };
  }
  const records = isAggregate(plan) ? aggregateRows(context, plan) : recordRows(context, plan);
  return { totalSize: records.length, records };
}

function aggregateRows(context: QueryContext, plan: QueryPlan): Row[] {
  const { statement, cells } = compileAggregate(context, plan, aliasSequence());
  return context.db.rows(statement.sql, statement.parameters).map((row) => {
    const record: Record<string, unknown> & Row = { attributes: { type: 'AggregateResult' } };
    cells.forEach(({ key, convert }, index) => {
      const stored = row[index] ?? null;
      record[key] = convert === undefined || stored === null ? stored : convert(stored);
    });
    return record;
  });
}

function recordRows(context: QueryContext, plan: QueryPlan): Row[] {
  const { statement, shape } = compileRecords(context, plan, aliasSequence());
  const builder = new RecordBuilder(context.schema, context.apiVersion ?? DEFAULT_API_VERSION);
  const rows: Row[] = [];
  const byId = new Map<string, Record<string, unknown>[]>();
  for (const cells of context.db.rows(statement.sql, statement.parameters)) {
    const row = builder.build(shape, cells);
    if (row === undefined) continue;
    rows.push(row);
    const id = cells[shape.idColumn];
    if (plan.children.length > 0 && typeof id === 'string') byId.set(id, [row]);
  }
  attachChildren(context, plan, byId, builder);
  return rows;
}
