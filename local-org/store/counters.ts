import type { SqlDatabase } from './sql-database.ts';

/** Numbers that are given out once: record ids by key prefix, auto-numbers by field. Undone writes leave gaps. */
export interface Counters {
  /** The next number of this series. @param first the first one of a new series; 1 unless stated */
  next(series: string, first?: number): number;
}

export function createCounters(database: SqlDatabase): Counters {
  database.exec(
    'CREATE TABLE IF NOT EXISTS "~Counter" (Series TEXT PRIMARY KEY, Value INTEGER NOT NULL) WITHOUT ROWID',
  );
  const values = new Map<string, number>();
  const changed = new Set<string>();
  database.onBeforeCommit(() => {
    for (const series of changed) {
      database.run(
        'INSERT INTO "~Counter" VALUES (?, ?) ON CONFLICT (Series) DO UPDATE SET Value = MAX(Value, excluded.Value)',
        [series, values.get(series) ?? 0],
      );
    }
    changed.clear();
  });
  return {
    next(series, first = 1) {
      const known = values.get(series) ?? database.value('SELECT Value FROM "~Counter" WHERE Series = ?', [series]);
      const next = Number(known ?? first - 1) + 1;
      values.set(series, next);
      changed.add(series);
      return next;
    },
  };
}
