import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { EXIT, FluencyError, messageOf } from '../error.ts';
import { type OwnerLock, acquireLock } from './lock.ts';
import { migrate } from './migrations.ts';
import { type RawSql, rawSql } from './raw-sql.ts';
import type { ReplicaTables } from './tables.ts';

export type ReplicaDatabase = Kysely<ReplicaTables>;

/** Pages that SQLite keeps in memory, in KiB: the upper part of the indices of millions of rows. */
const CACHE_KIB = 65_536;

/** The service's own file: a cache of the org that may be lost at any time. */
export interface Replica {
  readonly path: string;
  readonly db: ReplicaDatabase;
  /** The same connection, for statements over many rows. Never inside a transaction of `db`. */
  readonly sql: RawSql;
  close(): Promise<void>;
}

/**
 * Opens (and creates) the replica and makes this process its one owner. `:memory:` is for tests.
 *
 * @throws FluencyError REPLICA_BUSY, REPLICA_UNREADABLE
 */
export async function openReplica(path: string, options: { readonly now?: Date } = {}): Promise<Replica> {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true });
  const lock: OwnerLock = inMemory ? { release: () => undefined } : acquireLock(path);
  let db: ReplicaDatabase | undefined;
  let sql: RawSql | undefined;
  try {
    const database = new Database(path);
    // libsql would keep in memory what a statement over millions of rows may have to take back.
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA temp_store = FILE; PRAGMA cache_size = -${CACHE_KIB}`,
    );
    sql = rawSql(database);
    db = new Kysely<ReplicaTables>({ dialect: new SqliteDialect({ database }) });
    await migrate(db, options.now ?? new Date());
  } catch (error) {
    await db?.destroy();
    lock.release();
    throw new FluencyError('REPLICA_UNREADABLE', `The replica cannot be opened: ${messageOf(error)}`, {
      value: path,
      nextStep: 'It is only a cache: run the sync with --rebuild, which makes a new one from the org.',
      exitCode: EXIT.failed,
      cause: error,
    });
  }
  const opened = { db, sql };
  return {
    path,
    ...opened,
    close: async () => {
      await opened.db.destroy();
      lock.release();
    },
  };
}

/** Deletes the replica's files, where there are any, so that the next sync starts from the org alone. */
export function deleteReplica(path: string): void {
  if (!existsSync(dirname(path))) return;
  const lock = acquireLock(path);
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  lock.release();
}
