import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import type { VisibleSchema } from './visible.ts';

/**
 * The step of a path that goes up to one object. Where the reference may lead to several, the step says which:
 * `Owner:User`.
 */
export function parentStep(field: FieldDefinition, target: ObjectDefinition): string {
  const name = field.relationshipName ?? field.name;
  return field.referenceTo.length > 1 ? `${name}:${target.name}` : name;
}

/** The object that a reference leads this actor to in filters, orders and groups; undefined for several or none. */
export function onlyTarget(visible: VisibleSchema, field: FieldDefinition | undefined): ObjectDefinition | undefined {
  const targets = field === undefined ? [] : visible.targets(field);
  return targets.length === 1 ? targets[0] : undefined;
}
