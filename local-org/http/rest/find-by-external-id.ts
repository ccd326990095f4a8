import { OrgError } from '../../error.ts';
import type { QueryPlan } from '../../query/plan.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/types.ts';
import type { Call } from '../call.ts';
import { notFound } from './rest-error.ts';

/**
 * The id of the record that holds `value` in an external id field.
 *
 * @throws {OrgError} `NOT_FOUND`, or `MULTIPLE_CHOICES` (300) when a field that is not unique finds several
 */
export function findByExternalId(call: Call, object: ObjectDefinition, field: FieldDefinition, value: string): string {
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
    limit: 2,
    allRows: false,
  };
  const [record, another] = call.org.query(call.actor, plan).records;
  if (record === undefined) {
    throw notFound();
  }
  if (another !== undefined) {
    throw new OrgError('MULTIPLE_CHOICES', `More than one record has ${field.name} '${value}'`, { status: 300 });
  }
  return String(record['Id']);
}
