import { OrgError } from '../../error.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../../schema/types.ts';
import type { Access } from '../../security/types.ts';

/** The fields of a record that a request wants, as a tree along the relationships. */
export interface WantedFields {
  readonly object: ObjectDefinition;
  readonly own: Map<string, FieldDefinition>;
  /** By relationship name. */
  readonly parents: Map<string, { readonly field: FieldDefinition; readonly wanted: WantedFields }>;
}

/**
 * Reads qualified field names such as `Opportunity.Account.Name`.
 *
 * @param required refused when the actor cannot read one
 * @param optional left out when the actor cannot read one
 * @throws {OrgError} `INVALID_FIELD`
 */
export function wantedFields(
  schema: Schema,
  access: Access,
  object: ObjectDefinition,
  required: readonly string[],
  optional: readonly string[],
): WantedFields {
  const wanted = emptyWish(object);
  for (const name of required) {
    if (!add(schema, access, wanted, pathWithin(object, name))) {
      throw new OrgError('INVALID_FIELD', `Invalid field '${name}' in ObjectInfo ${object.name}`, { fields: [name] });
    }
  }
  for (const name of optional) {
    add(schema, access, wanted, pathWithin(object, name));
  }
  return wanted;
}

function emptyWish(object: ObjectDefinition): WantedFields {
  return { object, own: new Map(), parents: new Map() };
}

function pathWithin(object: ObjectDefinition, name: string): readonly string[] {
  const [first = '', ...rest] = name.split('.');
  if (first.toLowerCase() !== object.name.toLowerCase() || rest.length === 0) {
    throw new OrgError('INVALID_FIELD', `Fields are named with their object, e.g. ${object.name}.Name, not '${name}'`, {
      fields: [name],
    });
  }
  return rest;
}

function add(schema: Schema, access: Access, wanted: WantedFields, path: readonly string[]): boolean {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = schema.field(wanted.object.name, name);
    if (field === undefined || !access.fieldReadable(wanted.object.name, field.name)) {
      return false;
    }
    wanted.own.set(field.name, field);
    return true;
  }
  const field = schema.parent(wanted.object.name, name);
  const target = field === undefined ? undefined : schema.object(field.referenceTo[0] ?? '');
  if (
    field?.relationshipName === undefined ||
    target === undefined ||
    !access.fieldReadable(wanted.object.name, field.name) ||
    !access.object(target.name).read
  ) {
    return false;
  }
  const parent = wanted.parents.get(field.relationshipName) ?? { field, wanted: emptyWish(target) };
  const isReadable = add(schema, access, parent.wanted, rest);
  if (isReadable) {
    wanted.parents.set(field.relationshipName, parent);
  }
  return isReadable;
}
