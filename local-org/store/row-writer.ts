import { makeId } from '../schema/ids.ts';
import type { SqlValue } from '../security/types.ts';
import type { ChangeLog } from './changes/change-log.ts';
import type { Counters } from './counters.ts';
import { autoNumber } from './auto-number.ts';
import type { ObjectTable } from './object-table.ts';
import { refuse } from './save-error.ts';
import { quote } from './sql-database.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { WriteMoment } from './write-moment.ts';

/** Puts finished rows into the tables, and their changes into the log: the last step of every write. */
export class RowWriter {
  readonly #database: SqlDatabase;
  readonly #counters: Counters;
  readonly #changes: ChangeLog;

  constructor(database: SqlDatabase, counters: Counters, changes: ChangeLog) {
    this.#database = database;
    this.#counters = counters;
    this.#changes = changes;
  }

  /** Gives a new row what the system gives: its id, who and when, auto-numbers, unticked checkboxes. */
  complete(table: ObjectTable, row: StoredRow, moment: WriteMoment): void {
    const { definition } = table;
    row['Id'] ??= makeId(definition.keyPrefix, this.#counters.next(definition.keyPrefix));
    row['CreatedDate'] ??= moment.now;
    row['CreatedById'] ??= moment.userId;
    row['LastModifiedDate'] ??= row['CreatedDate'];
    row['LastModifiedById'] ??= moment.userId;
    row['SystemModstamp'] = moment.stamp;
    for (const name of table.booleans) row[name] ??= 0;
    for (const { name, format, first } of table.autoNumbers) {
      if (typeof row[name] === 'string') continue;
      row[name] = autoNumber(format, this.#counters.next(`${definition.name}.${name}`, first), moment.now);
    }
    if (row['OwnerId'] === undefined || row['OwnerId'] === null) row['OwnerId'] = moment.userId;
  }

  /** @throws RecordRefused `DUPLICATE_VALUE` */
  insert(table: ObjectTable, row: StoredRow): void {
    const values = table.columns.map((name) => row[name] ?? null);
    this.#guard(table, row, () => this.#database.run(table.insertSql, values));
    this.#changes.record(table, 'CREATE', row, table.columns);
  }

  /** Writes the columns in which `row` differs from `prior`. @throws RecordRefused `DUPLICATE_VALUE` */
  update(table: ObjectTable, row: StoredRow, prior: StoredRow): void {
    const columns = table.columns.filter((name) => (row[name] ?? null) !== (prior[name] ?? null));
    this.set(table, row, columns);
  }

  /** Writes these columns. @throws RecordRefused `DUPLICATE_VALUE` */
  set(table: ObjectTable, row: StoredRow, columns: readonly string[]): void {
    if (columns.length === 0) return;
    const assignments = columns.map((name) => `${quote(name)} = ?`).join(', ');
    const values = columns.map((name): SqlValue => row[name] ?? null);
    this.#guard(table, row, () =>
      this.#database.run(`UPDATE ${quote(table.definition.name)} SET ${assignments} WHERE "Id" = ?`, [
        ...values,
        row['Id'] ?? null,
      ]),
    );
    if (!columns.includes('IsDeleted')) this.#changes.record(table, 'UPDATE', row, columns);
    else if (row['IsDeleted'] === 1) this.#changes.record(table, 'DELETE', row, []);
    else this.#changes.record(table, 'UNDELETE', row, table.columns);
  }

  /** Takes a row out of its table. Whoever follows the changes hears of it unless it was in the recycle bin. */
  erase(table: ObjectTable, id: string, options: { quiet: boolean }): void {
    this.#database.run(`DELETE FROM ${quote(table.definition.name)} WHERE "Id" = ?`, [id]);
    if (!options.quiet) this.#changes.record(table, 'DELETE', { Id: id }, []);
  }

  #guard(table: ObjectTable, row: StoredRow, write: () => void): void {
    try {
      write();
    } catch (error) {
      const column = uniqueColumn(error);
      if (column === undefined) throw error;
      throw this.#duplicate(table, row, column);
    }
  }

  #duplicate(table: ObjectTable, row: StoredRow, column: string): Error {
    const { name } = table.definition;
    if (name === 'User' && column === 'Username') {
      return refuse('DUPLICATE_USERNAME', 'Duplicate Username. The username already exists in this organization.', [
        column,
      ]);
    }
    const field = table.fields.get(column.toLowerCase());
    const collation = field?.caseSensitive ? ' COLLATE BINARY' : '';
    const twin = this.#database.value(
      `SELECT "Id" FROM ${quote(name)} WHERE ${quote(column)} = ?${collation} AND "IsDeleted" = 0 AND "Id" <> ?`,
      [row[column] ?? null, row['Id'] ?? null],
    );
    return refuse(
      'DUPLICATE_VALUE',
      `duplicate value found: ${column} duplicates value on record with id: ${twin ?? '<unknown>'}`,
      [column],
    );
  }
}

/** `UNIQUE constraint failed: Nugget__c.Key__c` → `Key__c`. */
function uniqueColumn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'SQLITE_CONSTRAINT_UNIQUE') return undefined;
  return /UNIQUE constraint failed: \S+?\.(\S+)/.exec(error.message)?.[1];
}
