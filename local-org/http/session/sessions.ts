import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'libsql';

/** Hours without a request after which a session ends. */
const IDLE_HOURS = 12;
/** Use is written down at most this often, so that a read does not cost a write. */
const TOUCH_MS = 60_000;

export interface Session {
  readonly userId: string;
  readonly startedAt: Date;
}

interface SessionRow {
  readonly user_id: string;
  readonly started_at: number;
  readonly used_at: number;
}

/**
 * Who is logged in. A token survives a restart; only its hash is kept, so that a copy of the data directory opens
 * no door.
 */
export class Sessions {
  readonly #database: InstanceType<typeof Database>;
  readonly #organizationId: string;
  readonly #known = new Map<string, { userId: string; startedAt: number; usedAt: number; writtenAt: number }>();

  /** @param directory where `sessions.db` lies; `:memory:` keeps nothing */
  constructor(directory: string, organizationId: string) {
    if (directory !== ':memory:') {
      mkdirSync(directory, { recursive: true });
    }
    this.#database = new Database(directory === ':memory:' ? ':memory:' : join(directory, 'sessions.db'));
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS session (token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, ' +
        'started_at INTEGER NOT NULL, used_at INTEGER NOT NULL)',
    );
    this.#organizationId = organizationId;
    this.#database.prepare('DELETE FROM session WHERE used_at < ?').run(Date.now() - IDLE_HOURS * 3_600_000);
  }

  /** Opens a session and answers its token, in the platform's form: the org's id, `!`, and a secret. */
  open(userId: string): string {
    const token = `${this.#organizationId.slice(0, 15)}!AQ${randomBytes(48).toString('base64url').replace(/[-_]/g, '.')}`;
    const now = Date.now();
    const hash = hashOf(token);
    this.#database
      .prepare('INSERT INTO session (token_hash, user_id, started_at, used_at) VALUES (?, ?, ?, ?)')
      .run(hash, userId, now, now);
    this.#known.set(hash, { userId, startedAt: now, usedAt: now, writtenAt: now });
    return token;
  }

  /** The session behind a token, or undefined when it is unknown, closed or idle for too long. */
  find(token: string): Session | undefined {
    const hash = hashOf(token);
    const session = this.#known.get(hash) ?? this.#load(hash);
    if (session === undefined) {
      return undefined;
    }
    const now = Date.now();
    if (now - session.usedAt > IDLE_HOURS * 3_600_000) {
      this.#remove(hash);
      return undefined;
    }
    session.usedAt = now;
    if (now - session.writtenAt > TOUCH_MS) {
      session.writtenAt = now;
      this.#database.prepare('UPDATE session SET used_at = ? WHERE token_hash = ?').run(now, hash);
    }
    return { userId: session.userId, startedAt: new Date(session.startedAt) };
  }

  /** Ends a session. True when there was one. */
  end(token: string): boolean {
    return this.#remove(hashOf(token));
  }

  /** Ends a session whose token is known by its hash only. */
  endHashed(tokenHash: string): void {
    this.#remove(tokenHash);
  }

  close(): void {
    this.#database.close();
  }

  #load(hash: string): { userId: string; startedAt: number; usedAt: number; writtenAt: number } | undefined {
    const row = this.#database
      .prepare('SELECT user_id, started_at, used_at FROM session WHERE token_hash = ?')
      .get(hash) as SessionRow | undefined;
    if (row === undefined) {
      return undefined;
    }
    const session = { userId: row.user_id, startedAt: row.started_at, usedAt: row.used_at, writtenAt: row.used_at };
    this.#known.set(hash, session);
    return session;
  }

  #remove(hash: string): boolean {
    this.#known.delete(hash);
    return this.#database.prepare('DELETE FROM session WHERE token_hash = ?').run(hash).changes > 0;
  }
}

/** What is kept of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
