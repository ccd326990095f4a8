import type { FieldDefinition, Schema } from '../schema/types.ts';
import { fieldKey } from './grants.ts';
import type { Grants } from './grants.ts';
import { NO_RIGHTS, objectRights } from './object-rights.ts';
import { rowFilter } from './row-filter.ts';
import type { Access, ObjectRights, SqlFragment } from './types.ts';

/** Deleting asks for more than editing: ownership, the hierarchy above it, or the master's edit right. */
export type RecordRight = 'read' | 'edit' | 'delete';

/** What the store asks of an actor's access besides what everyone may ask. */
export interface OrgAccess extends Access {
  /** True for the org itself, which no rule restricts. */
  readonly unrestricted: boolean;
  rowFilter(object: string, alias: string, right: RecordRight): SqlFragment | undefined;
}

/** What these grants let one person do in this schema. */
export function createAccess(schema: Schema, grants: Grants): OrgAccess {
  const rights = new Map<string, ObjectRights>();
  const fields = new Map<string, { read: boolean; edit: boolean }>();

  const object = (name: string): ObjectRights => {
    const key = name.toLowerCase();
    let found = rights.get(key);
    if (!found) {
      const definition = schema.object(name);
      found = definition ? objectRights(definition, grants) : NO_RIGHTS;
      rights.set(key, found);
    }
    return found;
  };
  const field = (objectName: string, fieldName: string): { read: boolean; edit: boolean } => {
    const key = fieldKey(objectName, fieldName);
    let found = fields.get(key);
    if (!found) {
      const definition = schema.field(objectName, fieldName);
      found = definition
        ? fieldRights(objectName, definition, object(objectName), grants)
        : { read: false, edit: false };
      fields.set(key, found);
    }
    return found;
  };
  const access: OrgAccess = {
    unrestricted: false,
    object,
    fieldReadable: (objectName, fieldName) => field(objectName, fieldName).read,
    fieldEditable: (objectName, fieldName) => field(objectName, fieldName).edit,
    has: (permission) => grants.permissions.has(permission),
    hasCustomPermission: (name) => grants.customPermissions.has(name.toLowerCase()),
    hasApexClass: (name) => grants.permissions.has('AuthorApex') || grants.apexClasses.has(name.toLowerCase()),
    rowFilter: (objectName, alias, right) => rowFilter({ schema, grants, access }, objectName, alias, right),
  };
  return access;
}

/**
 * Field-level security. It does not reach the fields that the platform always shows: the name, what every record must
 * hold, the system's own, and the way to a master. Standard fields are open to whoever has the object, as the standard
 * profiles have it; a custom field is closed until a profile or permission set opens it.
 */
function fieldRights(
  objectName: string,
  field: FieldDefinition,
  object: ObjectRights,
  grants: Grants,
): { read: boolean; edit: boolean } {
  const computed = field.formula !== undefined || field.rollup !== undefined || field.autoNumberFormat !== undefined;
  const writable = !computed && (field.createable || field.updateable) && (object.create || object.edit);
  if (!object.read) return { read: false, edit: false };
  if (!field.custom || field.required || field.masterDetail || field.nameField || grants.seesAllFields) {
    return { read: true, edit: writable };
  }
  const granted = grants.fields.get(fieldKey(objectName, field.name));
  return { read: granted?.read ?? false, edit: writable && (granted?.edit ?? false) };
}

/** The access of the org itself. */
export function unrestrictedAccess(schema: Schema): OrgAccess {
  const all: ObjectRights = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
  return {
    unrestricted: true,
    object: (name) => (schema.object(name) ? all : NO_RIGHTS),
    fieldReadable: (object, field) => schema.field(object, field) !== undefined,
    fieldEditable: (object, field) => schema.field(object, field) !== undefined,
    has: () => true,
    hasCustomPermission: () => true,
    hasApexClass: () => true,
    rowFilter: () => undefined,
  };
}
