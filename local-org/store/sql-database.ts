import type Database from 'libsql';
import type { SqlValue } from '../security/types.ts';

/** A row by column name, in stored form: booleans are 0 or 1, dates are text. */
export type StoredRow = Record<string, SqlValue>;

/** Parameters go in as one array: libsql takes a single null for an object of named ones. */
type Statement = Database.Statement<[readonly SqlValue[]]>;

const CACHED_STATEMENTS = 2_000;

/**
 * The only way to the tables: prepared statements, kept by their text, and transactions that nest.
 *
 * libsql aborts the process on a parameter that is neither text, number nor null, so every parameter is typed here.
 */
export class SqlDatabase {
  /** For code that prepares its own statements (queries). */
  readonly handle: Database.Database;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;
  #beforeCommit: (() => void)[] = [];
  #afterRollback: (() => void)[] = [];
  #afterEnd: ((committed: boolean) => void)[] = [];

  constructor(handle: Database.Database) {
    this.handle = handle;
  }

  run(sql: string, parameters: readonly SqlValue[] = []): void {
    this.#prepare(sql).run(parameters);
  }

  /** Rows as arrays, in the order of the selected columns. */
  rows(sql: string, parameters: readonly SqlValue[] = []): SqlValue[][] {
    return this.#prepare(sql).all(parameters) as SqlValue[][];
  }

  row(sql: string, parameters: readonly SqlValue[] = []): SqlValue[] | undefined {
    return this.#prepare(sql).get(parameters) as SqlValue[] | undefined;
  }

  /** The first column of the first row. */
  value(sql: string, parameters: readonly SqlValue[] = []): SqlValue | undefined {
    return this.row(sql, parameters)?.[0];
  }

  exec(sql: string): void {
    this.handle.exec(sql);
  }

  /** Forgets the statements, as after a change of the tables. */
  reset(): void {
    this.#statements.clear();
  }

  get inTransaction(): boolean {
    return this.#depth > 0;
  }

  /** Runs `work` all or nothing; inside another transaction it becomes part of that one, undone on its own when it throws. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return this.savepoint(work);
    let committed = false;
    try {
      const result = this.#outermost(work);
      committed = true;
      return result;
    } finally {
      for (const hook of this.#afterEnd) hook(committed);
    }
  }

  #outermost<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const result = work();
      for (const hook of this.#beforeCommit) hook();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      this.exec('ROLLBACK');
      for (const hook of this.#afterRollback) hook();
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  /** Inside a transaction: undoes what `work` wrote when it throws, and nothing else. */
  savepoint<T>(work: () => T): T {
    const name = `s${this.#depth}`;
    this.run(`SAVEPOINT ${name}`);
    this.#depth++;
    try {
      const result = work();
      this.run(`RELEASE ${name}`);
      return result;
    } catch (error) {
      this.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      for (const hook of this.#afterRollback) hook();
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** `hook` runs in every transaction right before it is committed. */
  onBeforeCommit(hook: () => void): void {
    this.#beforeCommit.push(hook);
  }

  /** `hook` runs after every transaction, outside of it, and is told whether it was committed or undone as a whole. */
  onEnded(hook: (committed: boolean) => void): void {
    this.#afterEnd.push(hook);
  }

  /** `hook` runs whenever written rows were undone: those of a whole transaction, or of a part of one. */
  onRollback(hook: () => void): void {
    this.#afterRollback.push(hook);
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      if (this.#statements.size >= CACHED_STATEMENTS) this.#statements.clear();
      statement = this.handle.prepare<[readonly SqlValue[]]>(sql);
      if (statement.reader) statement.raw(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** A name as SQL: in double quotes, so that no name of a field can be read as anything else. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
