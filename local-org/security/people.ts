import { OrgError } from '../error.ts';
import type { SqlDatabase } from '../store/sql-database.ts';
import { Passwords } from './passwords.ts';
import type { Actor } from './types.ts';

const SHORTEST_PASSWORD = 8;

/** The people of the org as those who act in it. Whoever is not active is not there. */
export class People {
  readonly #database: SqlDatabase;
  readonly #passwords: Passwords;

  constructor(database: SqlDatabase) {
    this.#database = database;
    this.#passwords = new Passwords(database);
  }

  byUsername(username: string): Actor | undefined {
    return this.#find('"Username" = ?', username);
  }

  byId(userId: string): Actor | undefined {
    return this.#find('"Id" = ?', userId);
  }

  /** The active person whose password this is. @param now in stored form, kept as the last login */
  authenticate(username: string, password: string, now: string): Actor | undefined {
    const actor = this.byUsername(username);
    const matches = this.#passwords.matches(actor?.userId ?? '', password);
    if (!actor || !matches) return undefined;
    this.#database.run('UPDATE "User" SET "LastLoginDate" = ? WHERE "Id" = ?', [now, actor.userId]);
    return actor;
  }

  /** @throws OrgError `INVALID_NEW_PASSWORD` for fewer than eight characters */
  setPassword(userId: string, password: string): void {
    if (password.length < SHORTEST_PASSWORD) {
      throw new OrgError(
        'INVALID_NEW_PASSWORD',
        `Your password must be at least ${SHORTEST_PASSWORD} characters long.`,
      );
    }
    this.#passwords.set(userId, password);
  }

  /** IANA name of the person's own time zone. */
  timeZoneOf({ userId }: Actor): string | undefined {
    const own = this.#database.value('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [userId]);
    return typeof own === 'string' ? own : undefined;
  }

  #find(condition: string, value: string): Actor | undefined {
    const [userId, username] =
      this.#database.row(`SELECT "Id", "Username" FROM "User" WHERE ${condition} AND "IsActive" = 1`, [value]) ?? [];
    return typeof userId === 'string' ? { userId, username: String(username) } : undefined;
  }
}
