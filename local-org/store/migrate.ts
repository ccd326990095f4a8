import { OrgError } from '../error.ts';
import { historyNameOf } from '../schema/field-history.ts';
import type { ObjectDefinition, Schema } from '../schema/types.ts';
import { columnsOf, indexesOf } from './columns.ts';
import type { Column } from './columns.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase } from './sql-database.ts';

/**
 * Brings the tables from `oldSchema` (undefined: whatever is there) to `newSchema`, in one transaction: new tables
 * and columns appear, removed ones go with their data, a changed type converts what can be converted. A history stays
 * when its object no longer keeps one, for the day it does again; a removed field's history goes with it.
 *
 * @throws OrgError `DUPLICATE_VALUE` when a field becomes unique and two records already share a value.
 */
export function migrate(database: SqlDatabase, oldSchema: Schema | undefined, newSchema: Schema): void {
  const changed = newSchema.objects.filter((object) => object !== oldSchema?.object(object.name));
  const tables = existingTables(database);
  const kept = new Set(newSchema.objects.flatMap((object) => [object.name, historyNameOf(object) ?? object.name]));
  database.transaction(() => {
    for (const table of tables) {
      if (!kept.has(table)) database.exec(`DROP TABLE ${quote(table)}`);
    }
    for (const object of changed) {
      if (tables.has(object.name)) alterTable(database, object);
      else createTable(database, object);
      forgetHistories(database, tables, oldSchema?.object(object.name), object);
    }
  });
  database.reset();
}

/** @param tables those there were before: a history that was just made has nothing to forget */
function forgetHistories(
  database: SqlDatabase,
  tables: ReadonlySet<string>,
  before: ObjectDefinition | undefined,
  after: ObjectDefinition,
): void {
  const history = historyNameOf(after);
  if (!before || history === undefined || !tables.has(history)) return;
  const names = new Set(after.fields.map(({ name }) => name));
  for (const { name, custom } of before.fields) {
    if (custom && !names.has(name)) database.run(`DELETE FROM ${quote(history)} WHERE "Field" = ?`, [name]);
  }
}

/** Tables of objects; those of the org itself are named with a tilde. */
function existingTables(database: SqlDatabase): ReadonlySet<string> {
  const rows = database.rows(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '~%' AND name NOT LIKE 'sqlite_%'`,
  );
  return new Set(rows.map(([name]) => String(name)));
}

function createTable(database: SqlDatabase, object: ObjectDefinition): void {
  const columns = columnsOf(object).map(({ name, declaration }) => `${quote(name)} ${declaration}`);
  database.exec(`CREATE TABLE ${quote(object.name)} (${columns.join(', ')})`);
  for (const sql of indexesOf(object).values()) database.exec(sql);
}

function alterTable(database: SqlDatabase, object: ObjectDefinition): void {
  const table = quote(object.name);
  const present = new Map(
    database
      .rows(`SELECT name, type, "notnull" FROM pragma_table_info(?)`, [object.name])
      .map(([name, type]) => [String(name), String(type)]),
  );
  const wanted = columnsOf(object);
  const names = new Set(wanted.map(({ name }) => name));
  const leaving = [...present.keys()].filter((name) => !names.has(name));
  const converting = wanted.filter(
    (column) => present.has(column.name) && !sameStorage(column, present.get(column.name)),
  );
  const indexes = indexesOf(object);
  for (const [name, sql] of existingIndexes(database, object.name)) {
    const touched = [...leaving, ...converting.map((column) => column.name)].some((column) =>
      sql.includes(quote(column)),
    );
    if (touched || indexes.get(name) !== sql) database.exec(`DROP INDEX ${quote(name)}`);
  }
  for (const name of leaving) database.exec(`ALTER TABLE ${table} DROP COLUMN ${quote(name)}`);
  for (const column of converting) convertColumn(database, table, column);
  for (const { name, declaration } of wanted) {
    if (!present.has(name)) database.exec(`ALTER TABLE ${table} ADD COLUMN ${quote(name)} ${declaration}`);
  }
  const left = existingIndexes(database, object.name);
  for (const [name, sql] of indexes) {
    if (!left.has(name)) createIndex(database, object.name, name, sql);
  }
}

function sameStorage(column: Column, type: string | undefined): boolean {
  return column.declaration.split(' ')[0] === type;
}

/** Text that is no number becomes 0 in SQLite's CAST; here it becomes blank. */
function convertColumn(database: SqlDatabase, table: string, column: Column): void {
  const temporary = quote(`${column.name}~new`);
  const old = quote(column.name);
  const converted =
    column.storage === 'text'
      ? `CASE typeof(${old}) WHEN 'real' THEN printf('%.15g', ${old}) ELSE CAST(${old} AS TEXT) END`
      : column.storage === 'number'
        ? `CASE WHEN CAST(${old} AS REAL) <> 0 OR ${old} IN ('0', 0) THEN CAST(${old} AS REAL) END`
        : `(lower(${old}) IN ('true', '1', '1.0'))`;
  database.exec(`ALTER TABLE ${table} ADD COLUMN ${temporary} ${column.declaration}`);
  database.exec(`UPDATE ${table} SET ${temporary} = ${converted} WHERE ${old} IS NOT NULL`);
  database.exec(`ALTER TABLE ${table} DROP COLUMN ${old}`);
  database.exec(`ALTER TABLE ${table} RENAME COLUMN ${temporary} TO ${old}`);
}

function existingIndexes(database: SqlDatabase, table: string): ReadonlyMap<string, string> {
  const rows = database.rows(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
    [table],
  );
  return new Map(rows.map(([name, sql]) => [String(name), String(sql)]));
}

function createIndex(database: SqlDatabase, object: string, name: string, sql: string): void {
  try {
    database.exec(sql);
  } catch (cause) {
    const field = name.split(':')[1] ?? name;
    throw new OrgError(
      'DUPLICATE_VALUE',
      `${object}.${field} cannot become unique: records already share a value. Change them first.`,
      { fields: [`${object}.${field}`], cause },
    );
  }
}
