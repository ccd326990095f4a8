import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { SqlDatabase } from '../store/sql-database.ts';

const COST = 2 ** 13;
const LENGTH = 32;

/** People's passwords, kept as salted scrypt hashes. */
export class Passwords {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS "~Password" (UserId TEXT PRIMARY KEY, Salt TEXT NOT NULL, Hash TEXT NOT NULL) WITHOUT ROWID',
    );
  }

  set(userId: string, password: string): void {
    const salt = randomBytes(16).toString('hex');
    this.#database.run('INSERT OR REPLACE INTO "~Password" VALUES (?, ?, ?)', [
      userId,
      salt,
      hash(password, salt).toString('hex'),
    ]);
  }

  /** True when this is the person's password. Takes as long for a person without one. */
  matches(userId: string, password: string): boolean {
    const [salt, expected] = this.#database.row('SELECT Salt, Hash FROM "~Password" WHERE UserId = ?', [userId]) ?? [];
    const given = hash(password, typeof salt === 'string' ? salt : '');
    return typeof expected === 'string' && timingSafeEqual(given, Buffer.from(expected, 'hex'));
  }
}

function hash(password: string, salt: string): Buffer {
  return scryptSync(password, salt, LENGTH, { N: COST });
}
