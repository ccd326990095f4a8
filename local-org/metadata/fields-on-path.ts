import type { FieldPath } from '../query/plan.ts';
import type { FieldDefinition, Schema } from '../schema/types.ts';

export interface PlacedField {
  /** The name of the object that has the field. */
  readonly object: string;
  readonly field: FieldDefinition;
}

/** The fields that a formula's path goes through, the references on the way and the field at its end. */
export function fieldsOnPath(schema: Schema, object: string, path: FieldPath): PlacedField[] {
  const found: PlacedField[] = [];
  let current = object;
  for (const step of path.slice(0, -1)) {
    const [relationship = step, target] = step.split(':');
    const field = schema.parent(current, relationship);
    if (field) found.push({ object: current, field });
    current = target ?? field?.referenceTo[0] ?? '';
  }
  const field = schema.field(current, path.at(-1) ?? '');
  return field ? [...found, { object: current, field }] : found;
}
