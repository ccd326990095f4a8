import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { quote } from './sql-database.ts';

/** A column as SQLite declares it. */
export interface Column {
  readonly name: string;
  readonly declaration: string;
  /** The storage that a change of type has to convert to. */
  readonly storage: 'text' | 'number' | 'boolean';
}

/** Every table has these, also where the platform does not show them (User has no IsDeleted). */
const SYSTEM_COLUMNS: readonly Column[] = [
  column('Id', 'TEXT PRIMARY KEY', 'text'),
  column('IsDeleted', 'INTEGER NOT NULL DEFAULT 0', 'boolean'),
  column('CreatedDate', 'TEXT', 'text'),
  column('CreatedById', 'TEXT', 'text'),
  column('LastModifiedDate', 'TEXT', 'text'),
  column('LastModifiedById', 'TEXT', 'text'),
  column('SystemModstamp', 'TEXT', 'text'),
];

/** True for a field that has a column; formulas and roll-ups are computed when read. */
export function isStored(field: FieldDefinition): boolean {
  return field.formula === undefined && field.rollup === undefined;
}

/** The columns of an object's table: the system's, then one for each other stored field. */
export function columnsOf(object: ObjectDefinition): readonly Column[] {
  const system = new Set(SYSTEM_COLUMNS.map(({ name }) => name));
  return [...SYSTEM_COLUMNS, ...object.fields.filter((f) => isStored(f) && !system.has(f.name)).map(fieldColumn)];
}

function fieldColumn(field: FieldDefinition): Column {
  switch (field.type) {
    case 'boolean':
      return column(field.name, 'INTEGER NOT NULL DEFAULT 0', 'boolean');
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return column(field.name, 'REAL', 'number');
    case 'id':
    case 'reference':
    case 'date':
    case 'datetime':
      return column(field.name, 'TEXT', 'text');
    default:
      return column(field.name, 'TEXT COLLATE NOCASE', 'text');
  }
}

/** The indexes of an object's table, by name → SQL. A unique value counts only among records that are not deleted. */
export function indexesOf(object: ObjectDefinition): ReadonlyMap<string, string> {
  const indexes = new Map<string, string>();
  const add = (field: string, unique: boolean, collation = ''): void => {
    const name = `${object.name}:${field}${unique ? ':unique' : ''}${collation ? ':binary' : ''}`;
    const on = `ON ${quote(object.name)} (${quote(field)}${collation})`;
    indexes.set(
      name,
      unique ? `CREATE UNIQUE INDEX ${quote(name)} ${on} WHERE "IsDeleted" = 0` : `CREATE INDEX ${quote(name)} ${on}`,
    );
  };
  add('SystemModstamp', false);
  for (const field of object.fields) {
    if (!isStored(field) || NOT_INDEXED.has(field.name)) continue;
    if (field.unique) add(field.name, true, field.caseSensitive ? ' COLLATE BINARY' : '');
    else if (field.externalId || (field.type === 'reference' && field.referenceTo.length > 0)) add(field.name, false);
    else if (field.custom && field.type === 'picklist') add(field.name, false);
    else if (field.nameField && field.autoNumberFormat === undefined) add(field.name, false);
  }
  return indexes;
}

/** References that point to the same few users in every row: an index costs every write and finds nothing. */
const NOT_INDEXED: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

function column(name: string, declaration: string, storage: Column['storage']): Column {
  return { name, declaration, storage };
}
