import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'csv-stringify/sync';

/** Something that happened to one row of a file. */
export interface ReportEntry {
  readonly outcome: 'mended' | 'refused';
  readonly file: string;
  /** 1-based line in the file. */
  readonly line: number;
  /** What the row is called: its key or name. */
  readonly row: string;
  /** The rule that mended, or the reason's code. */
  readonly rule: string;
  readonly column: string;
  readonly found: string;
  /** What was used instead, for a mended row. */
  readonly used: string;
  readonly message: string;
}

const COLUMNS = ['outcome', 'file', 'line', 'row', 'rule', 'column', 'found', 'used', 'message'] as const;

/** Gathers what happened to rows, and writes it as CSV. */
export class ImportReport {
  readonly entries: ReportEntry[] = [];

  mended(entry: Omit<ReportEntry, 'outcome'>): void {
    this.entries.push({ outcome: 'mended', ...entry });
  }

  refused(entry: Omit<ReportEntry, 'outcome' | 'used'>): void {
    this.entries.push({ outcome: 'refused', used: '', ...entry });
  }

  /** Rows by outcome and rule, most frequent first. */
  summary(): { outcome: ReportEntry['outcome']; rule: string; rows: number }[] {
    const counts = new Map<string, { outcome: ReportEntry['outcome']; rule: string; rows: number }>();
    for (const { outcome, rule } of this.entries) {
      const count = counts.get(`${outcome} ${rule}`) ?? { outcome, rule, rows: 0 };
      count.rows += 1;
      counts.set(`${outcome} ${rule}`, count);
    }
    return [...counts.values()].sort((a, b) => b.rows - a.rows);
  }

  write(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, stringify(this.entries, { header: true, columns: [...COLUMNS] }));
  }
}
