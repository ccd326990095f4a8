import { OrgError } from '../error.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/types.ts';
import type { SqlValue } from '../security/types.ts';
import { columnsOf } from './columns.ts';
import { historyTable, type HistoryTable } from './field-history.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';

/** What writing one object's records needs, worked out once for each schema. */
export interface ObjectTable {
  readonly definition: ObjectDefinition;
  readonly columns: readonly string[];
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly references: readonly FieldDefinition[];
  readonly required: readonly FieldDefinition[];
  readonly unique: readonly FieldDefinition[];
  readonly withDefault: readonly FieldDefinition[];
  readonly booleans: readonly string[];
  readonly autoNumbers: readonly { readonly name: string; readonly format: string; readonly first: number }[];
  /** Objects without a recycle bin lose their rows at once. */
  readonly recyclable: boolean;
  /** Where changes are kept, if the object has a history. */
  readonly history: HistoryTable | undefined;
  readonly insertSql: string;
  readonly selectSql: string;
}

/** The tables of a schema by object name, without regard to case. */
export class ObjectTables {
  readonly schema: Schema;
  readonly #tables = new Map<string, ObjectTable>();

  constructor(schema: Schema) {
    this.schema = schema;
  }

  /** @throws OrgError `INVALID_TYPE` for an object that the org does not have. */
  get(object: string): ObjectTable {
    const key = object.toLowerCase();
    let table = this.#tables.get(key);
    if (!table) {
      const definition = this.schema.object(object);
      if (!definition) throw new OrgError('INVALID_TYPE', `sObject type '${object}' is not supported.`);
      table = describe(definition, this.schema);
      this.#tables.set(key, table);
    }
    return table;
  }

  /** The table whose records have ids that start like this one. */
  ofId(id: string): ObjectTable | undefined {
    const definition = this.schema.objectByKeyPrefix(id.slice(0, 3));
    return definition && this.get(definition.name);
  }
}

function describe(definition: ObjectDefinition, schema: Schema): ObjectTable {
  const columns = columnsOf(definition).map(({ name }) => name);
  const stored = new Set(columns);
  const fields = definition.fields.filter(({ name }) => stored.has(name));
  const client = fields.filter((field) => field.createable || field.updateable);
  const names = columns.map(quote).join(', ');
  return {
    definition,
    columns,
    fields: new Map(definition.fields.map((field) => [field.name.toLowerCase(), field])),
    references: fields.filter((field) => field.type === 'reference' && !AUDIT_FIELDS.has(field.name)),
    required: client.filter(
      (field) => field.required && field.type !== 'boolean' && field.autoNumberFormat === undefined,
    ),
    unique: fields.filter((field) => field.unique),
    withDefault: fields.filter(
      (field) => field.defaultValue !== undefined || field.picklist?.values.some(({ isDefault }) => isDefault),
    ),
    booleans: ['IsDeleted', ...fields.filter(({ type }) => type === 'boolean').map(({ name }) => name)],
    autoNumbers: definition.fields.flatMap(({ name, autoNumberFormat: format, autoNumberStart: first = 1 }) =>
      format === undefined ? [] : [{ name, format, first }],
    ),
    recyclable: definition.fields.some(({ name }) => name === 'IsDeleted'),
    history: historyTable(schema, definition),
    insertSql: `INSERT INTO ${quote(definition.name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    selectSql: `SELECT ${names} FROM ${quote(definition.name)} WHERE "Id" = ?`,
  };
}

/** Fields that only an import with `CreateAuditFields` may give. */
export const AUDIT_FIELDS: ReadonlySet<string> = new Set([
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
]);

/** The row with this id, deleted or not. */
export function readRow(database: SqlDatabase, table: ObjectTable, id: string): StoredRow | undefined {
  const values = database.row(table.selectSql, [id]);
  return values && toRow(table.columns, values);
}

export function toRow(columns: readonly string[], values: readonly SqlValue[]): StoredRow {
  const row: StoredRow = {};
  for (let index = 0; index < columns.length; index++) row[columns[index] ?? ''] = values[index] ?? null;
  return row;
}
