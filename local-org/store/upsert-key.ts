import { OrgError } from '../error.ts';
import type { OrgAccess } from '../security/org-access.ts';
import type { FieldDefinition } from '../schema/types.ts';
import type { ObjectTable } from './object-table.ts';
import { isExternalKey } from './references.ts';
import { RecordRefused, refuse } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { RecordInput } from './types.ts';
import { toStored } from './values.ts';

/** The field by which an upsert finds its records. */
export class UpsertKey {
  readonly field: FieldDefinition;
  readonly #database: SqlDatabase;
  readonly #table: ObjectTable;
  /** The keys that stand in a call more than once, by call. */
  readonly #repeated = new WeakMap<readonly RecordInput[], ReadonlySet<string>>();

  /** @throws OrgError `INVALID_FIELD` for a field that cannot name a record, or that the actor may not read */
  constructor(database: SqlDatabase, table: ObjectTable, name: string, access: OrgAccess) {
    const field = table.fields.get(name.toLowerCase());
    const object = table.definition.name;
    if (!field || !isExternalKey(field) || !access.fieldReadable(object, field.name)) {
      const message = `Field name provided, ${name} is not an External ID or indexed field for ${object}`;
      throw new OrgError('INVALID_FIELD', message, { fields: [name] });
    }
    this.field = field;
    this.#database = database;
    this.#table = table;
  }

  /** The id of the live record with this record's key, or undefined when there is none. @throws RecordRefused */
  find(record: RecordInput, chunk: readonly RecordInput[]): string | undefined {
    const { name, caseSensitive } = this.field;
    const value = this.#valueOf(record);
    if (value === undefined) throw refuse('MISSING_ARGUMENT', `${name} not specified`, [name]);
    if (this.#repeatedIn(chunk).has(value.toLowerCase())) {
      throw refuse('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [name]);
    }
    const converted = toStored(this.field, value);
    if ('error' in converted) throw new RecordRefused([converted.error]);
    const collation = caseSensitive ? ' COLLATE BINARY' : '';
    const [first, second] = this.#database.rows(
      `SELECT "Id" FROM ${quote(this.#table.definition.name)}
       WHERE ${quote(name)} = ?${collation} AND "IsDeleted" = 0 LIMIT 2`,
      [converted.value],
    );
    if (second) {
      const message = `${name}: more than one record found for external id field: [${String(first?.[0])}, ${String(second[0])}]`;
      throw refuse('DUPLICATE_EXTERNAL_ID', message, [name]);
    }
    const id = first?.[0];
    if (typeof id === 'string') return id;
    if (this.field.type === 'id') throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);
    return undefined;
  }

  /** The record without its key, which an update does not change. */
  rest(record: RecordInput): RecordInput {
    const key = this.field.name.toLowerCase();
    return Object.fromEntries(Object.entries(record).filter(([name]) => name.toLowerCase() !== key));
  }

  #valueOf(record: RecordInput): string | undefined {
    const key = this.field.name.toLowerCase();
    const name = Object.keys(record).find((candidate) => candidate.toLowerCase() === key);
    const value = name === undefined ? undefined : record[name];
    return value === undefined || value === null || value === '' || typeof value === 'object'
      ? undefined
      : String(value);
  }

  #repeatedIn(chunk: readonly RecordInput[]): ReadonlySet<string> {
    let repeated = this.#repeated.get(chunk);
    if (!repeated) {
      const values = chunk.flatMap((record) => this.#valueOf(record)?.toLowerCase() ?? []);
      repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
      this.#repeated.set(chunk, repeated);
    }
    return repeated;
  }
}
