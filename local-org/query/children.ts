import type { Row } from '../org.ts';
import type { ChildRelationship } from '../schema/types.ts';
import { aliasSequence } from './joined-tables.ts';
import type { ChildSelection, QueryPlan } from './plan.ts';
import type { QueryContext } from './query-context.ts';
import { queryError } from './query-error.ts';
import { compileRecords } from './record-query.ts';
import type { RecordBuilder } from './shape.ts';

/** Records that wait for their children, by id; an id may stand for several rows of an answer. */
type Parents = ReadonlyMap<string, readonly Record<string, unknown>[]>;

/**
 * Gives each record its children: one statement for each relationship, whatever the number of parents. A record
 * without children gets null, as on the platform.
 *
 * @throws OrgError when the actor has no such relationship.
 */
export function attachChildren(context: QueryContext, plan: QueryPlan, parents: Parents, builder: RecordBuilder): void {
  for (const selection of plan.children) {
    const relationship = childRelationship(context, plan, selection);
    const key = selection.alias ?? relationship.name;
    const childPlan = { ...selection.plan, object: relationship.childObject };
    const found = childRows(context, childPlan, relationship, parents, builder);
    for (const [id, records] of parents) {
      const children = found.get(id);
      const result = children ? { totalSize: children.length, done: true, records: children } : null;
      for (const record of records) record[key] = result;
    }
  }
}

function childRows(
  context: QueryContext,
  plan: QueryPlan,
  relationship: ChildRelationship,
  parents: Parents,
  builder: RecordBuilder,
): Map<string, Row[]> {
  const link = { field: relationship.field, parentIds: [...parents.keys()] };
  const { statement, shape, parentColumn } = compileRecords(context, plan, aliasSequence(), link);
  const byParent = new Map<string, Row[]>();
  const byId = new Map<string, Record<string, unknown>[]>();
  for (const cells of context.db.rows(statement.sql, statement.parameters)) {
    const row = builder.build(shape, cells);
    const parent = cells[parentColumn];
    const id = cells[shape.idColumn];
    if (row === undefined || typeof parent !== 'string' || typeof id !== 'string') continue;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(row);
    else byParent.set(parent, [row]);
    byId.set(id, [row]);
  }
  attachChildren(context, plan, byId, builder);
  return byParent;
}

function childRelationship(context: QueryContext, plan: QueryPlan, selection: ChildSelection): ChildRelationship {
  const { schema, access } = context;
  const found = schema.child(plan.object, selection.relationshipName);
  if (found && access.object(found.childObject).read && access.fieldReadable(found.childObject, found.field.name)) {
    return found;
  }
  throw unknownChild(selection.relationshipName, plan.source, selection.plan.at);
}

/** The platform's refusal of a relationship that does not exist, in the FROM of a subquery. */
export function unknownChild(name: string, source?: string, at?: number): Error {
  return queryError(
    'INVALID_TYPE',
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom ` +
      `relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or ` +
      `the describe call for the appropriate names.`,
    source,
    at,
  );
}
