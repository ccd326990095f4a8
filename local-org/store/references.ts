import type { FieldDefinition } from '../schema/types.ts';
import type { OrgAccess, RecordRight } from '../security/org-access.ts';
import type { SqlValue } from '../security/types.ts';
import type { ObjectTable, ObjectTables } from './object-table.ts';
import { saveError } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { FieldValue, SaveError } from './types.ts';
import { toStored } from './values.ts';
import type { Converted } from './values.ts';

type Reach = 'open' | 'hidden' | 'deleted' | 'missing';

/**
 * Looks after what references point to, for one batch of one actor. What it found stays true for the batch, because
 * no record goes away while records are saved.
 */
export class References {
  readonly #database: SqlDatabase;
  readonly #tables: ObjectTables;
  readonly #access: OrgAccess;
  readonly #known = new Map<string, Reach>();

  constructor(database: SqlDatabase, tables: ObjectTables, access: OrgAccess) {
    this.#database = database;
    this.#tables = tables;
    this.#access = access;
  }

  /** The id behind `{ Skill__r: { Code__c: 'x' } }`. */
  byExternalId(field: FieldDefinition, name: string, given: Readonly<Record<string, FieldValue>>): Converted {
    const keys = Object.keys(given).filter((key) => key !== 'attributes' && key !== 'type');
    const [key] = keys;
    if (key === undefined || keys.length > 1) {
      const count = keys.length > 1 ? 'More than 1 field' : 'No field';
      return wrong('INVALID_FIELD', `${count} provided in an external foreign key reference in entity: ${name}`, field);
    }
    const value = given[key] ?? null;
    for (const object of field.referenceTo) {
      const table = this.#tables.get(object);
      const keyField = table.fields.get(key.toLowerCase());
      if (!keyField || !isExternalKey(keyField) || !this.#access.fieldReadable(object, keyField.name)) continue;
      const converted = toStored(keyField, value);
      if ('error' in converted) return converted;
      return this.#find(field, table, keyField, converted.value);
    }
    return wrong(
      'INVALID_FIELD',
      `Field name provided, ${key} is not an External ID or indexed field for ${field.referenceTo.join(', ')}`,
      field,
    );
  }

  /** Why the record may not point where `row[field]` does. `moved` is false for a value that the record already had. */
  check(table: ObjectTable, field: FieldDefinition, row: StoredRow): SaveError | undefined {
    const id = row[field.name];
    if (typeof id !== 'string') return undefined;
    const target = this.#tables.ofId(id);
    if (!target || !field.referenceTo.includes(target.definition.name)) {
      return saveError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    }
    if (field.referenceTo.includes(table.definition.name) && id === row['Id']) {
      return saveError('CIRCULAR_DEPENDENCY', `${field.label}: a record cannot point to itself`, [field.name]);
    }
    const right: RecordRight = field.masterDetail && !field.writeRequiresMasterRead ? 'edit' : 'read';
    switch (this.#reach(target, id, right)) {
      case 'open':
        return undefined;
      case 'missing':
        return saveError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
      case 'deleted':
        return saveError('ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
      case 'hidden':
        return saveError(
          'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
          `insufficient access rights on cross-reference id: ${id}`,
          [field.name],
        );
    }
  }

  #reach(table: ObjectTable, id: string, right: RecordRight): Reach {
    const key = right + id;
    let reach = this.#known.get(key);
    if (reach === undefined) {
      reach = this.#look(table, id, right);
      this.#known.set(key, reach);
    }
    return reach;
  }

  #look(table: ObjectTable, id: string, right: RecordRight): Reach {
    const { name } = table.definition;
    const rights = this.#access.object(name);
    // Whoever may point to a record without reading its object's records is stopped by the platform, too.
    if (!rights.read) return 'hidden';
    const filter = this.#access.rowFilter(name, 'r', right);
    const row = this.#database.row(
      `SELECT r."IsDeleted", ${filter ? `(${filter.sql})` : '1'} FROM ${quote(name)} r WHERE r."Id" = ?`,
      [...(filter?.parameters ?? []), id],
    );
    if (!row) return 'missing';
    if (row[0] === 1) return 'deleted';
    return row[1] === 1 ? 'open' : 'hidden';
  }

  #find(field: FieldDefinition, table: ObjectTable, key: FieldDefinition, value: SqlValue): Converted {
    const { name } = table.definition;
    const rows = this.#database.rows(
      `SELECT "Id" FROM ${quote(name)} WHERE ${quote(key.name)} = ? AND "IsDeleted" = 0 LIMIT 2`,
      [value],
    );
    const [first] = rows;
    if (!first) {
      const message = `Foreign key external ID: ${value} not found for field ${key.name} in entity ${name}`;
      return wrong('INVALID_FIELD', message, field);
    }
    if (rows.length > 1) {
      const message = `${key.name}: more than one record found for external id field: ${value}`;
      return wrong('DUPLICATE_EXTERNAL_ID', message, field);
    }
    return { value: first[0] ?? null };
  }
}

/** True for a field by which an upsert or a reference may name a record. */
export function isExternalKey(field: FieldDefinition): boolean {
  return field.externalId || field.unique || field.type === 'id' || (field.nameField && field.createable);
}

function wrong(code: string, message: string, field: FieldDefinition): Converted {
  return { error: saveError(code, message, [field.name]) };
}
