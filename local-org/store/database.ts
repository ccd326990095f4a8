import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { OrgError } from '../error.ts';
import { SqlDatabase } from './sql-database.ts';

/** One org's file, held by this process until closed. */
export interface OpenDatabase {
  readonly database: SqlDatabase;
  close(): void;
}

/**
 * Opens `<directory>/org.db` for this process alone.
 *
 * The operating system's lock on the file is what keeps a second process out, so that a killed owner leaves nothing
 * behind; `owner.json` only lets the refusal name who holds it. In WAL mode with `synchronous=NORMAL` a committed
 * write survives the death of the process.
 *
 * @throws OrgError `UNABLE_TO_LOCK_ROW` when another process (or another org in this one) has the directory open.
 */
export function openDatabase(directory: string): OpenDatabase {
  mkdirSync(directory, { recursive: true });
  const owner = join(directory, 'owner.json');
  const db = new Database(join(directory, 'org.db'));
  try {
    db.exec('PRAGMA locking_mode=EXCLUSIVE');
    db.exec('PRAGMA journal_mode=WAL');
    db.exec('BEGIN IMMEDIATE');
    db.exec('COMMIT');
  } catch (cause) {
    db.close();
    throw openingError(cause, directory, owner);
  }
  db.exec('PRAGMA synchronous=NORMAL');
  db.exec('PRAGMA cache_size=-65536');
  db.exec('PRAGMA temp_store=MEMORY');
  writeFileSync(owner, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }) + '\n');
  let open = true;
  return {
    database: new SqlDatabase(db),
    close() {
      if (!open) return;
      open = false;
      release(db);
      rmSync(owner, { force: true });
      db.close();
    },
  };
}

/**
 * Gives the file free at once. Closing alone does that only when the last prepared statement has been collected, and
 * an exclusive lock is let go only outside WAL mode.
 */
function release(db: Database.Database): void {
  db.prepare('PRAGMA journal_mode=DELETE').all();
  db.prepare('PRAGMA locking_mode=NORMAL').all();
  db.prepare('SELECT COUNT(*) FROM sqlite_schema').all();
}

function openingError(cause: unknown, directory: string, owner: string): OrgError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
    return new OrgError(
      'UNABLE_TO_LOCK_ROW',
      `The org in ${directory} is already open${heldBy(owner)}. Stop that process, or use another directory.`,
      { status: 503, cause },
    );
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return new OrgError(
      'UNKNOWN_EXCEPTION',
      `${join(directory, 'org.db')} is not an org's database or is damaged. Restore it from a copy, or remove it to start afresh.`,
      { status: 500, cause },
    );
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new OrgError('UNKNOWN_EXCEPTION', `The org in ${directory} cannot be opened: ${reason}`, {
    status: 500,
    cause,
  });
}

function heldBy(owner: string): string {
  try {
    const { pid } = JSON.parse(readFileSync(owner, 'utf8')) as { pid?: unknown };
    return typeof pid === 'number' ? ` in process ${pid}` : '';
  } catch {
    return ' in another process';
  }
}
