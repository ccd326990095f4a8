import type { MetadataComponent, MetadataStore } from '../org.ts';
import type { SqlDatabase } from '../store/sql-database.ts';

/**
 * The deployed components, kept in the org's database and in memory. What a transaction wrote goes away with it.
 *
 * Contents are kept as base64 text: the database handle takes no bytes.
 */
export function createMetadataStore(database: SqlDatabase): MetadataStore {
  database.exec(`
    CREATE TABLE IF NOT EXISTS "~Metadata" (
      Type TEXT NOT NULL, FullName TEXT NOT NULL, LastModifiedDate TEXT, LastModifiedById TEXT,
      PRIMARY KEY (Type, FullName)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS "~MetadataFile" (
      Type TEXT NOT NULL, FullName TEXT NOT NULL, Path TEXT NOT NULL, Content TEXT NOT NULL,
      PRIMARY KEY (Type, FullName, Path)) WITHOUT ROWID;`);
  let components = readAll(database);
  // A refused record is undone, too: only an undone change of components is worth reading all of them again.
  let touched = false;
  database.onBeforeCommit(() => (touched = false));
  database.onRollback(() => {
    if (touched) components = readAll(database);
  });

  function erase(type: string, fullName: string): void {
    database.run('DELETE FROM "~MetadataFile" WHERE Type = ? AND FullName = ?', [type, fullName]);
    database.run('DELETE FROM "~Metadata" WHERE Type = ? AND FullName = ?', [type, fullName]);
  }

  return {
    put(component) {
      touched = true;
      const { type, fullName, files, lastModifiedDate = null, lastModifiedById = null } = component;
      database.transaction(() => {
        erase(type, fullName);
        database.run('INSERT INTO "~Metadata" VALUES (?, ?, ?, ?)', [
          type,
          fullName,
          lastModifiedDate,
          lastModifiedById,
        ]);
        for (const [path, content] of files) {
          const text = Buffer.from(content).toString('base64');
          database.run('INSERT INTO "~MetadataFile" VALUES (?, ?, ?, ?)', [type, fullName, path, text]);
        }
      });
      components.set(keyOf(type, fullName), component);
    },
    remove(type, fullName) {
      if (!components.delete(keyOf(type, fullName))) return false;
      touched = true;
      database.transaction(() => erase(type, fullName));
      return true;
    },
    get: (type, fullName) => components.get(keyOf(type, fullName)),
    list: (type) => [...components.values()].filter((component) => type === undefined || component.type === type),
  };
}

function keyOf(type: string, fullName: string): string {
  return `${type}:${fullName}`;
}

function readAll(database: SqlDatabase): Map<string, MetadataComponent> {
  const files = new Map<string, Map<string, Uint8Array>>();
  for (const [type, fullName, path, content] of database.rows(
    'SELECT Type, FullName, Path, Content FROM "~MetadataFile"',
  )) {
    const key = keyOf(String(type), String(fullName));
    const tree = files.get(key) ?? new Map<string, Uint8Array>();
    files.set(key, tree.set(String(path), Buffer.from(String(content), 'base64')));
  }
  const rows = database.rows('SELECT Type, FullName, LastModifiedDate, LastModifiedById FROM "~Metadata"');
  return new Map(
    rows.map(([type, fullName, date, person]) => {
      const key = keyOf(String(type), String(fullName));
      const component: MetadataComponent = {
        type: String(type),
        fullName: String(fullName),
        files: files.get(key) ?? new Map<string, Uint8Array>(),
        ...(typeof date === 'string' ? { lastModifiedDate: date } : {}),
        ...(typeof person === 'string' ? { lastModifiedById: person } : {}),
      };
      return [key, component];
    }),
  );
}
