import { isObject } from '../json-object.ts';
import { isId, toId18 } from '../schema/ids.ts';
import type { FieldDefinition, Schema } from '../schema/types.ts';
import type { OrgAccess } from '../security/org-access.ts';
import { AUDIT_FIELDS } from './object-table.ts';
import type { ObjectTable } from './object-table.ts';
import type { References } from './references.ts';
import { RecordRefused, saveError } from './save-error.ts';
import type { StoredRow } from './sql-database.ts';
import type { RecordInput, SaveError } from './types.ts';
import { toStored } from './values.ts';

export interface InputContext {
  readonly schema: Schema;
  readonly access: OrgAccess;
  readonly references: References;
  readonly operation: 'insert' | 'update';
  /** The record before an update; a read-only lookup to a master may be repeated by an upsert. */
  readonly prior?: StoredRow;
  readonly repeatable?: boolean;
}

/**
 * What a client gave, in stored form by API name, after the actor's rights on every field.
 *
 * @throws RecordRefused with one error for each field that is unknown, closed to the actor, or of the wrong type.
 */
export function readInput(table: ObjectTable, input: RecordInput, context: InputContext): StoredRow {
  const values: StoredRow = {};
  const errors: SaveError[] = [];
  const closed: string[] = [];
  for (const [name, given] of Object.entries(input)) {
    if (given === undefined || name === 'attributes' || name === 'Id') continue;
    const field = table.fields.get(name.toLowerCase()) ?? context.schema.parent(table.definition.name, name);
    if (!field || !context.access.fieldReadable(table.definition.name, field.name)) {
      errors.push(unknownField(table, name));
      continue;
    }
    const converted = isObject(given) ? context.references.byExternalId(field, name, given) : toStored(field, given);
    if (!isWritable(table, field, context)) {
      const same = 'value' in converted && context.prior?.[field.name] === converted.value;
      if (!(context.repeatable && field.masterDetail && same)) closed.push(field.name);
      continue;
    }
    if ('error' in converted) errors.push(converted.error);
    else values[field.name] = converted.value;
  }
  if (closed.length > 0) errors.unshift(closedFields(closed));
  if (errors.length > 0) throw new RecordRefused(errors);
  return values;
}

/** The record's id in 18 characters. @throws RecordRefused `MISSING_ARGUMENT` or `MALFORMED_ID`. */
export function readId(input: RecordInput): string {
  const id = input['Id'];
  if (id === undefined || id === null || id === '') {
    throw new RecordRefused([saveError('MISSING_ARGUMENT', 'Id not specified in an update call', ['Id'])]);
  }
  if (typeof id !== 'string' || !isId(id)) {
    throw new RecordRefused([
      saveError('MALFORMED_ID', `Record ID: id value of incorrect type: ${String(id)}`, ['Id']),
    ]);
  }
  return toId18(id);
}

function isWritable(table: ObjectTable, field: FieldDefinition, context: InputContext): boolean {
  const { access, operation } = context;
  if (field.formula || field.rollup) return false;
  if (access.unrestricted) return true;
  if (AUDIT_FIELDS.has(field.name)) return operation === 'insert' && access.has('CreateAuditFields');
  if (operation === 'insert' ? !field.createable : !field.updateable) return false;
  return access.fieldEditable(table.definition.name, field.name);
}

function unknownField(table: ObjectTable, name: string): SaveError {
  return saveError('INVALID_FIELD', `No such column '${name}' on sobject of type ${table.definition.name}`, [name]);
}

function closedFields(names: readonly string[]): SaveError {
  return saveError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify ` +
      'that it is read/write for your profile or permission set.',
    names,
  );
}
