import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import Database from 'libsql';

import { hashOf, type Sessions } from './sessions.ts';

/** The platform keeps this many approvals of one app by one person, and forgets the oldest beyond. */
const MOST_PER_APP = 5;

/** That a person let an app in for good: what a refresh token stands for. */
export interface Approval {
  readonly userId: string;
  readonly consumerKey: string;
  /** OAuth scopes, divided by blanks. */
  readonly scope: string;
}

interface ApprovalRow {
  readonly user_id: string;
  readonly consumer_key: string;
  readonly scope: string;
}

/** Refresh tokens, and the sessions opened with them. Only hashes of tokens are kept, as of sessions. */
export class Approvals {
  readonly #database: InstanceType<typeof Database>;
  readonly #sessions: Sessions;

  /** @param directory where `approvals.db` lies; `:memory:` keeps nothing */
  constructor(directory: string, sessions: Sessions) {
    this.#database = new Database(directory === ':memory:' ? ':memory:' : join(directory, 'approvals.db'));
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS approval (number INTEGER PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, ' +
        'user_id TEXT NOT NULL, consumer_key TEXT NOT NULL, scope TEXT NOT NULL);' +
        'CREATE TABLE IF NOT EXISTS approved_session (session_hash TEXT PRIMARY KEY, approval_hash TEXT NOT NULL);',
    );
    this.#sessions = sessions;
  }

  /** Writes down an approval and answers its refresh token. */
  add({ userId, consumerKey, scope }: Approval): string {
    const token = `5Aep${randomBytes(60).toString('base64url').replace(/[-_]/g, '.')}`;
    this.#database
      .prepare('INSERT INTO approval (token_hash, user_id, consumer_key, scope) VALUES (?, ?, ?, ?)')
      .run(hashOf(token), userId, consumerKey, scope);
    const old = this.#database
      .prepare(
        'SELECT token_hash FROM approval WHERE user_id = ? AND consumer_key = ? ORDER BY number DESC LIMIT -1 OFFSET ?',
      )
      .all(userId, consumerKey, MOST_PER_APP) as { token_hash: string }[];
    for (const { token_hash: hash } of old) this.#remove(hash);
    return token;
  }

  /** The approval behind a refresh token, or undefined when there is none or it was revoked. */
  find(refreshToken: string): Approval | undefined {
    const row = this.#database
      .prepare('SELECT user_id, consumer_key, scope FROM approval WHERE token_hash = ?')
      .get(hashOf(refreshToken)) as ApprovalRow | undefined;
    return row && { userId: row.user_id, consumerKey: row.consumer_key, scope: row.scope };
  }

  /** Opens a session that ends with the approval, and answers its token. */
  openSession(refreshToken: string, { userId }: Approval): string {
    const token = this.#sessions.open(userId);
    this.#database
      .prepare('INSERT INTO approved_session (session_hash, approval_hash) VALUES (?, ?)')
      .run(hashOf(token), hashOf(refreshToken));
    return token;
  }

  /** Ends an approval and the sessions opened with it. True when there was one. */
  revoke(refreshToken: string): boolean {
    return this.#remove(hashOf(refreshToken));
  }

  close(): void {
    this.#database.close();
  }

  #remove(approvalHash: string): boolean {
    const opened = this.#database
      .prepare('DELETE FROM approved_session WHERE approval_hash = ? RETURNING session_hash')
      .all(approvalHash) as { session_hash: string }[];
    for (const { session_hash: hash } of opened) this.#sessions.endHashed(hash);
    return this.#database.prepare('DELETE FROM approval WHERE token_hash = ?').run(approvalHash).changes > 0;
  }
}
