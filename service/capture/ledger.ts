import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { type CapturedMail, extractReply, namesOneOf } from '../../core/capture/index.ts';
import { digestOf } from '../digest.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';
import { type OwnerLock, acquireLock } from '../replica/lock.ts';
import { ThreadFinder } from './thread-finder.ts';

/** Where captured mails are kept unless it is said otherwise. */
export const DEFAULT_LEDGER = '.data/capture.db';

/** What became of a batch. */
export interface Stored {
  readonly added: number;
  readonly known: number;
  readonly erased: number;
}

/** A thread whose draft has to be written. */
export interface DirtyThread {
  readonly id: string;
  /** Key of its draft; undefined until the first draft. */
  readonly key: string | undefined;
  readonly mails: readonly CapturedMail[];
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS mail (id TEXT PRIMARY KEY, thread TEXT NOT NULL, subject_key TEXT NOT NULL, at INTEGER, content TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS mail_thread ON mail (thread);
  CREATE INDEX IF NOT EXISTS mail_subject ON mail (subject_key, at);
  CREATE TABLE IF NOT EXISTS line (digest TEXT PRIMARY KEY, mail TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS line_mail ON line (mail);
  CREATE TABLE IF NOT EXISTS node (id TEXT PRIMARY KEY, thread TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS node_thread ON node (thread);
  CREATE TABLE IF NOT EXISTS thread (id TEXT PRIMARY KEY, key TEXT, dirty INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS thread_dirty ON thread (dirty) WHERE dirty = 1;
  CREATE TABLE IF NOT EXISTS retired (key TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS position (source TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS erased (digest TEXT PRIMARY KEY);
`;

/** A draft is made of at most so many mails of a thread. */
const MOST_MAILS = 200;

/**
 * What capture remembers: mails, their threads and how far each source was read, in one SQLite file. A batch and the
 * position behind it are one transaction, so that a mail is captured once however often the process is killed.
 */
export class Ledger {
  readonly #db: Database.Database;
  readonly #lock: OwnerLock;
  readonly #finder: ThreadFinder;
  readonly #statements = new Map<string, Database.Statement>();

  private constructor(db: Database.Database, lock: OwnerLock) {
    this.#db = db;
    this.#lock = lock;
    this.#finder = new ThreadFinder(db);
  }

  /** @throws FluencyError REPLICA_BUSY where another process has it, LEDGER_UNREADABLE */
  static open(path: string): Ledger {
    mkdirSync(dirname(path), { recursive: true });
    const lock = acquireLock(path);
    try {
      const db = new Database(path);
      db.exec(SCHEMA);
      return new Ledger(db, lock);
    } catch (error) {
      lock.release();
      throw new FluencyError(
        'LEDGER_UNREADABLE',
        `The ledger of captured mails cannot be opened: ${messageOf(error)}`,
        {
          value: path,
          nextStep: existsSync(path)
            ? 'Move the file away: mails are read again, and drafts keep their keys.'
            : 'Check the folder.',
          exitCode: EXIT.failed,
          cause: error,
        },
      );
    }
  }

  position(source: string): string | undefined {
    return this.#row<{ value: string }>('SELECT value FROM position WHERE source = ?', source)?.value;
  }

  /** Stores a batch with the position behind it, in one transaction. */
  store(source: string, mails: readonly CapturedMail[], position: string | undefined): Stored {
    let [added, known, erased] = [0, 0, 0];
    this.#transaction(() => {
      for (const mail of mails) {
        if (this.#row('SELECT 1 FROM mail WHERE id = ?', mail.id) !== undefined) known += 1;
        else if (this.#row('SELECT 1 FROM erased WHERE digest = ?', digestOf(mail.id)) !== undefined) erased += 1;
        else {
          this.#add(mail);
          added += 1;
        }
      }
      if (position !== undefined) {
        this.#run(
          'INSERT INTO position VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET value = excluded.value',
          source,
          position,
        );
      }
    });
    return { added, known, erased };
  }

  /** Threads that changed since their draft was written, oldest first. */
  dirtyThreads(limit: number): DirtyThread[] {
    const threads = this.#rows<{ id: string; key: string | null }>(
      'SELECT id, key FROM thread WHERE dirty = 1 ORDER BY id LIMIT ?',
      limit,
    );
    return threads.map(({ id, key }) => ({ id, key: key ?? undefined, mails: this.#mailsOf(id) }));
  }

  /** These threads' drafts are written under their keys, or there is none to write. One transaction. */
  markWritten(threads: readonly { readonly id: string; readonly key?: string }[]): void {
    this.#transaction(() => {
      for (const { id, key } of threads)
        this.#run('UPDATE thread SET dirty = 0, key = coalesce(key, ?) WHERE id = ?', key ?? null, id);
    });
  }

  /** Keys of drafts that became part of another one. */
  retiredKeys(): string[] {
    return this.#rows<{ key: string }>('SELECT key FROM retired').map(({ key }) => key);
  }

  forgetRetired(keys: readonly string[]): void {
    this.#transaction(() => keys.forEach((key) => this.#run('DELETE FROM retired WHERE key = ?', key)));
  }

  /**
   * Erases a thread: what was rejected, and what somebody refused. Only digests of the ids stay, so that the same mails
   * are not captured again.
   */
  erase(id: string): void {
    this.#transaction(() => {
      for (const mail of this.#rows<{ id: string }>('SELECT id FROM mail WHERE thread = ?', id)) {
        this.#run('INSERT OR IGNORE INTO erased VALUES (?)', digestOf(mail.id));
        this.#run('DELETE FROM line WHERE mail = ?', mail.id);
      }
      for (const table of ['mail', 'node']) this.#run(`DELETE FROM ${table} WHERE thread = ?`, id);
      this.#run('DELETE FROM thread WHERE id = ?', id);
    });
  }

  /** Erases every thread that one of the words stands in, such as an address. @returns how many threads went */
  eraseNaming(words: readonly string[]): number {
    const threads = new Set<string>();
    const mails = this.#db.prepare('SELECT thread, content FROM mail').iterate();
    for (const { thread, content } of mails as IterableIterator<{ thread: string; content: string }>) {
      // Not by SQL: SQLite knows the case of ASCII letters alone.
      if (!threads.has(thread) && namesOneOf(wordsIn(JSON.parse(content)), words)) threads.add(thread);
    }
    for (const thread of threads) this.erase(thread);
    // Deleted rows stay in free pages until the file is written anew.
    if (threads.size > 0) this.#db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    return threads.size;
  }

  close(): void {
    this.#db.close();
    this.#lock.release();
  }

  #add(mail: CapturedMail): void {
    const { text, quoted } = extractReply(mail, mail.from.name);
    const { thread, merged, subjectKey, at } = this.#finder.place(mail, quoted);
    for (const other of merged) this.#merge(other, thread);
    this.#run('INSERT INTO thread (id, dirty) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET dirty = 1', thread);
    for (const id of new Set([mail.id, ...mail.references, ...mail.inReplyTo]))
      this.#run('INSERT OR IGNORE INTO node VALUES (?, ?)', id, thread);
    this.#run('INSERT INTO mail VALUES (?, ?, ?, ?, ?)', mail.id, thread, subjectKey, at ?? null, JSON.stringify(mail));
    this.#finder.remember(mail.id, text);
  }

  /** The draft of a thread that turns out to be part of another is retired; the other's key stays. */
  #merge(from: string, into: string): void {
    const old = this.#row<{ key: string | null }>('SELECT key FROM thread WHERE id = ?', from)?.key ?? undefined;
    const kept = this.#row<{ key: string | null }>('SELECT key FROM thread WHERE id = ?', into)?.key ?? undefined;
    for (const table of ['mail', 'node']) this.#run(`UPDATE ${table} SET thread = ? WHERE thread = ?`, into, from);
    this.#run('DELETE FROM thread WHERE id = ?', from);
    if (old === undefined) return;
    if (kept === undefined) this.#run('UPDATE thread SET key = ? WHERE id = ?', old, into);
    else this.#run('INSERT OR IGNORE INTO retired VALUES (?)', old);
  }

  #mailsOf(thread: string): CapturedMail[] {
    return this.#rows<{ content: string }>(
      'SELECT content FROM mail WHERE thread = ? ORDER BY at IS NULL, at, id LIMIT ?',
      thread,
      MOST_MAILS,
    ).map(({ content }) => JSON.parse(content) as CapturedMail);
  }

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #row<T>(sql: string, ...values: unknown[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  #rows<T>(sql: string, ...values: unknown[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }

  #run(sql: string, ...values: unknown[]): void {
    this.#statement(sql).run(...values);
  }

  #transaction(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

/** Every text in a value, at any depth. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' ? Object.values(value).map(wordsIn).join('\n') : '';
}
