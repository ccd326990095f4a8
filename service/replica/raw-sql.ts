import type Database from 'libsql';

/** What a statement takes. */
export type SqlValue = string | number | null;

/**
 * Statements over whole sets of rows, on the replica's own connection. A call into the database costs more than the
 * row it moves, so rows go in and out as JSON arrays, thousands a call.
 */
export interface RawSql {
  run(sql: string, ...values: SqlValue[]): void;
  /** The one value of a query that answers one row with one column. */
  value<T>(sql: string, ...values: SqlValue[]): T | undefined;
  /**
   * The rows of a query whose one column is made by json_array or json_object.
   *
   * @param rows a select that names this column `row`, in the order wanted
   */
  rows<T>(rows: string, ...values: SqlValue[]): T[];
  /** Does it in one transaction: all of it or, where it throws, nothing. */
  transaction<T>(work: () => T): T;
}

export function rawSql(database: Database.Database): RawSql {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const value = <T>(sql: string, ...values: SqlValue[]): T | undefined => {
    const row = prepared(sql).get(...values) as Record<string, T> | undefined;
    if (row === undefined) return undefined;
    const name = Object.keys(row).find((each) => each !== '_metadata');
    return name === undefined ? undefined : row[name];
  };
  return {
    run: (sql, ...values) => void prepared(sql).run(...values),
    value,
    rows: <T>(rows: string, ...values: SqlValue[]): T[] =>
      JSON.parse(value<string>(`SELECT json_group_array(json(row)) FROM (${rows})`, ...values) ?? '[]') as T[],
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
