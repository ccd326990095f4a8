import type { OrgClient, OrgInput, OrgRecord, SaveOutcome } from '../connection/index.ts';
import type { Source } from './import-model.ts';
import type { ImportReport } from './import-report.ts';

/** A record as the import wants it in the org. */
export interface WantedRecord {
  /** Value of the key field. */
  readonly key: string;
  /** Compared with the org, and written where it differs. */
  readonly record: OrgInput;
  /** Written at creation only. */
  readonly createOnly?: OrgInput;
  readonly source: Source;
}

export interface LoadContext {
  readonly client: OrgClient;
  readonly report: ImportReport;
  readonly dryRun: boolean;
  readonly onProgress?: (done: number, total: number, object: string) => void;
  readonly counts: Record<string, LoadCount>;
}

export interface LoadCount {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}

export interface ReconcileOptions {
  readonly object: string;
  readonly keyField: string;
  /** True when `keyField` is an external id: then records are upserted by it. */
  readonly upsert: boolean;
  readonly existing: readonly OrgRecord[];
  readonly wanted: readonly WantedRecord[];
}

/** Makes the org hold the wanted records, writing only what is new or differs. @returns id by key, in lower case */
export async function reconcile(context: LoadContext, options: ReconcileOptions): Promise<Map<string, string>> {
  const { object, keyField, existing, wanted } = options;
  const count = countOf(context, object);
  const byKey = new Map(existing.map((row) => [String(row[keyField]).toLowerCase(), row]));
  const ids = new Map<string, string>();
  const created: WantedRecord[] = [];
  const changed: (WantedRecord & { id: string })[] = [];
  for (const want of wanted) {
    const row = byKey.get(want.key.toLowerCase());
    if (row === undefined) {
      created.push(want);
      continue;
    }
    const id = String(row.Id);
    ids.set(want.key.toLowerCase(), id);
    if (Object.entries(want.record).some(([name, value]) => !isSame(value, row[name]))) changed.push({ ...want, id });
    else count.unchanged += 1;
  }
  if (context.dryRun) {
    count.created += created.length;
    count.updated += changed.length;
    for (const want of created) ids.set(want.key.toLowerCase(), `new:${want.key}`);
    return ids;
  }
  const onChunk = (start: number, done: readonly SaveOutcome[]): void =>
    context.onProgress?.(start + done.length, created.length + changed.length, object);
  const inputs = created.map((want) => ({ [keyField]: want.key, ...want.record, ...want.createOnly }));
  const insertions = options.upsert
    ? await context.client.upsert(object, keyField, inputs, { onChunk })
    : await context.client.insert(object, inputs, { onChunk });
  insertions.forEach((outcome, index) => {
    const want = created[index];
    if (want !== undefined && note(context, object, want, outcome, 'created') && outcome.ok)
      ids.set(want.key.toLowerCase(), outcome.id);
  });
  const updates = await context.client.update(
    object,
    changed.map((want) => ({ ...want.record, Id: want.id })),
    {
      onChunk: (start, done) => onChunk(start + created.length, done),
    },
  );
  updates.forEach((outcome, index) => {
    const want = changed[index];
    if (want !== undefined) note(context, object, want, outcome, 'updated');
  });
  return ids;
}

/** Counts an outcome; a refusal goes to the report with the org's own words. */
export function note(
  context: LoadContext,
  object: string,
  want: { readonly key: string; readonly source: Source },
  outcome: SaveOutcome,
  as: 'created' | 'updated',
): boolean {
  const count = countOf(context, object);
  if (outcome.ok) {
    count[as] += 1;
    return true;
  }
  count.refused += 1;
  refuse(context, object, want, outcome.code, outcome.message);
  return false;
}

/** Puts a refusal of a record into the report, under the row it came from. */
export function refuse(
  context: LoadContext,
  object: string,
  want: { readonly key: string; readonly source: Source },
  rule: string,
  message: string,
): void {
  const { file, line } = want.source;
  context.report.refused({ file, line, row: want.key, rule, column: object, found: '', message });
}

export function countOf(context: LoadContext, object: string): LoadCount {
  return (context.counts[object] ??= { created: 0, updated: 0, unchanged: 0, refused: 0 });
}

function isSame(wanted: unknown, found: unknown): boolean {
  if (wanted === null || found === null || found === undefined) return (wanted ?? null) === (found ?? null);
  return typeof wanted === 'number' ? wanted === Number(found) : String(wanted) === String(found);
}
