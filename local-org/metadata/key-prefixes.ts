import type { SqlDatabase } from '../store/sql-database.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Gives custom objects their key prefixes, `a00` onwards, each for ever. */
export interface KeyPrefixes {
  of(object: string): string;
}

/** Key prefixes kept in the org's database. */
export function createKeyPrefixes(database: SqlDatabase): KeyPrefixes {
  database.exec(
    'CREATE TABLE IF NOT EXISTS "~KeyPrefix" (Object TEXT COLLATE NOCASE PRIMARY KEY, Number INTEGER NOT NULL UNIQUE)',
  );
  return {
    of(object) {
      const known = database.value('SELECT Number FROM "~KeyPrefix" WHERE Object = ?', [object]);
      if (typeof known === 'number') return keyPrefix(known);
      const next = database.value('SELECT COALESCE(MAX(Number) + 1, 0) FROM "~KeyPrefix"');
      const number = typeof next === 'number' ? next : 0;
      database.run('INSERT INTO "~KeyPrefix" VALUES (?, ?)', [object, number]);
      return keyPrefix(number);
    },
  };
}

/** Key prefixes that live as long as the process, for tests and checks outside an org. */
export function keyPrefixesInMemory(): KeyPrefixes {
  const known = new Map<string, string>();
  return {
    of(object) {
      const name = object.toLowerCase();
      const prefix = known.get(name) ?? keyPrefix(known.size);
      known.set(name, prefix);
      return prefix;
    },
  };
}

/** The prefix of the n-th custom object: `a00`, `a01`, … `a0z`, `a10`, … */
function keyPrefix(number: number): string {
  return `a${DIGITS.charAt(Math.floor(number / 62))}${DIGITS.charAt(number % 62)}`;
}
