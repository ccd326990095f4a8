import type { QueryPlan } from '../../query/plan.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/types.ts';
import type { Call } from '../call.ts';

/** The platform lists no more records than this that share a key. */
const MOST = 200;

/** The ids of the records that hold `value` in an external id field: several where the field is not unique. */
export function idsByExternalId(call: Call, object: ObjectDefinition, field: FieldDefinition, value: string): string[] {
  const isNumber = field.type === 'double' || field.type === 'int';
  const plan: QueryPlan = {
    object: object.name,
    fields: [{ path: ['Id'] }],
    children: [],
    where: {
      kind: 'compare',
      left: { path: [field.name] },
      operator: '=',
      value: isNumber ? { kind: 'number', value: Number(value) } : { kind: 'string', value },
    },
    orderBy: [],
    limit: MOST,
    allRows: false,
  };
  return call.org.query(call.actor, plan).records.map((record) => String(record['Id']));
}
