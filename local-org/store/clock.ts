import type { SqlDatabase } from './sql-database.ts';

/**
 * The org's two times. `now` is what records and formulas see, and can be moved to give an org a past;
 * `stamp` is for SystemModstamp: real time that never goes back, so that whoever reads changes by it misses none.
 */
export interface OrgClock {
  now(): Date;
  at<T>(date: Date, work: () => T): T;
  /** 'YYYY-MM-DDTHH:MM:SS.sssZ', at or after every earlier stamp. */
  stamp(): string;
}

/** @param latest the highest stamp of an earlier run, so that a clock set back does not break the order. */
export function createClock(real: () => Date, latest = ''): OrgClock {
  let shifted: Date | undefined;
  let last = latest;
  return {
    now: () => shifted ?? real(),
    at(date, work) {
      const outer = shifted;
      shifted = date;
      try {
        return work();
      } finally {
        shifted = outer;
      }
    },
    stamp() {
      const candidate = real().toISOString();
      if (candidate > last) last = candidate;
      return last;
    },
  };
}

/** The highest SystemModstamp in these tables; each has an index on it. */
export function latestStamp(database: SqlDatabase, tables: readonly string[]): string {
  let latest = '';
  for (const table of tables) {
    const stamp = database.value(`SELECT MAX("SystemModstamp") FROM "${table}"`);
    if (typeof stamp === 'string' && stamp > latest) latest = stamp;
  }
  return latest;
}
