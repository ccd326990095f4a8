import type { DealFacts } from 'c/core';
import type { FieldValueRepresentation, RecordRepresentation } from 'lightning/uiRecordApi';
import type { DealContext } from './dealContext';

type Value = FieldValueRepresentation['value'] | undefined;

/** The deal's own fields, by their path from Opportunity, with what the context knows of its children. */
export function toDealFacts(record: RecordRepresentation, context: DealContext): DealFacts {
  const { registry, contactRoleCount, lineItemCount, products, productFamilies } = context;
  const fields = registry.opportunityFields.map((path) => [path, fieldAt(record, path)] as const);
  return { fields: Object.fromEntries(fields), contactRoleCount, lineItemCount, products, productFamilies };
}

/** The value at a path such as `Account.Industry`; undefined where a step is missing or not visible. */
function fieldAt(record: RecordRepresentation, path: string): string | number | boolean | null | undefined {
  let value: Value = record;
  for (const name of path.split('.')) value = isRecord(value) ? value.fields[name]?.value : undefined;
  return isRecord(value) ? undefined : value;
}

function isRecord(value: Value): value is RecordRepresentation {
  return value !== null && typeof value === 'object';
}
