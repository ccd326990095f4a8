import type { Kysely } from 'kysely';
import type { OrgClient, OrgRecord, QueryRequest } from '../connection/index.ts';
import type { ReplicaDatabase, ReplicaTables, WatermarkTable } from '../replica/index.ts';
import { isoMoment, requiredTextOf } from './field-values.ts';
import { MIRRORED_OBJECTS, type MirroredObject } from './mirrored-objects.ts';
import { nextWatermark, pullFrom } from './watermark.ts';

type MirrorRow = Readonly<Record<string, string | number | null>> & { readonly id: string; readonly modstamp: string };
/** One door for all mirror tables: their columns are checked where the rows are made (mirrored-objects.ts). */
type MirrorDatabase = Kysely<Record<string, MirrorRow>>;

export interface PulledObject {
  readonly object: string;
  /** Rows the org answered. */
  readonly read: number;
  /** Rows that were new, different or deleted. */
  readonly changed: number;
}

export interface PullOptions {
  readonly now: Date;
  readonly onProgress?: (done: number, total: number, object: string) => void;
}

const ROWS_A_STATEMENT = 200;

/**
 * Brings the replica up to the org's present: per object what changed since its watermark, deletions included. An
 * object's rows and its watermark are one transaction.
 */
export async function pullChanges(
  client: OrgClient,
  db: ReplicaDatabase,
  options: PullOptions,
): Promise<PulledObject[]> {
  const rows = await db.selectFrom('watermark').selectAll().execute();
  const watermarks = new Map(rows.map((row) => [row.object, row]));
  const counted = MIRRORED_OBJECTS.filter(({ object, hasDeletedRows }) => !hasDeletedRows && watermarks.has(object));
  const answers = await client.queryMany([
    ...MIRRORED_OBJECTS.map((mirrored) => pullQuery(mirrored, watermarks.get(mirrored.object), options.now)),
    ...counted.map(({ object }) => `SELECT COUNT(Id) n FROM ${object}`),
  ]);
  const pulled: PulledObject[] = [];
  for (const [index, mirrored] of MIRRORED_OBJECTS.entries()) {
    const records = answers[index] ?? [];
    const count = answers[MIRRORED_OBJECTS.length + counted.indexOf(mirrored)];
    const watermark = watermarks.get(mirrored.object);
    let outcome = { read: records.length, changed: await storePulled(db, mirrored, records, watermark, options.now) };
    if (
      counted.includes(mirrored) &&
      (await rowCount(db, mirrored)) !== Number(count?.[0]?.['n'] ?? count?.[0]?.['expr0'])
    ) {
      const all = await client.query(pullQuery(mirrored, undefined, options.now).soql);
      const changed = await storePulled(db, mirrored, all, undefined, options.now);
      outcome = { read: outcome.read + all.length, changed: outcome.changed + changed };
    }
    pulled.push({ object: mirrored.object, ...outcome });
    options.onProgress?.(index + 1, MIRRORED_OBJECTS.length, mirrored.object);
  }
  return pulled;
}

function pullQuery(mirrored: MirroredObject, watermark: WatermarkTable | undefined, now: Date): QueryRequest {
  const fields = ['Id', 'SystemModstamp', ...mirrored.fields];
  if (watermark === undefined) return { soql: `SELECT ${fields.join(', ')} FROM ${mirrored.object}` };
  if (mirrored.hasDeletedRows) fields.push('IsDeleted');
  const since = pullFrom(watermark, now);
  const soql = `SELECT ${fields.join(', ')} FROM ${mirrored.object} WHERE SystemModstamp >= ${since}`;
  return { soql, all: mirrored.hasDeletedRows };
}

async function rowCount(db: ReplicaDatabase, { table }: MirroredObject): Promise<number> {
  const mirror = db as unknown as MirrorDatabase;
  const row = await mirror
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function storePulled(
  db: ReplicaDatabase,
  mirrored: MirroredObject,
  records: readonly OrgRecord[],
  watermark: WatermarkTable | undefined,
  now: Date,
): Promise<number> {
  const whole = watermark === undefined;
  const rows: MirrorRow[] = [];
  const deleted: string[] = [];
  let highest: string | undefined;
  for (const record of records) {
    const modstamp = isoMoment(requiredTextOf(record, 'SystemModstamp'));
    if (highest === undefined || modstamp > highest) highest = modstamp;
    if (String(record['IsDeleted']).toLowerCase() === 'true') deleted.push(requiredTextOf(record, 'Id'));
    else rows.push({ ...mirrored.columns(record), id: requiredTextOf(record, 'Id'), modstamp });
  }
  return db.transaction().execute(async (transaction) => {
    const mirror = transaction as unknown as MirrorDatabase;
    const ids = whole ? undefined : [...rows.map((row) => row.id), ...deleted];
    const known = await knownStamps(mirror, mirrored.table, ids);
    const fresh = rows.filter((row) => known.get(row.id) !== row.modstamp);
    const present = new Set(rows.map((row) => row.id));
    const gone = whole ? [...known.keys()].filter((id) => !present.has(id)) : deleted.filter((id) => known.has(id));
    await upsertRows(mirror, mirrored.table, fresh);
    await deleteRows(mirror, mirrored.table, gone);
    await moveWatermark(transaction, nextWatermark(mirrored.object, watermark, highest, now));
    return fresh.length + gone.length;
  });
}

/** Stamp by id: of all rows, or of the ids given. */
async function knownStamps(
  mirror: MirrorDatabase,
  table: string,
  ids?: readonly string[],
): Promise<Map<string, string>> {
  const stamps = new Map<string, string>();
  const select = mirror.selectFrom(table).select(['id', 'modstamp']);
  const queries = ids === undefined ? [select] : chunks(ids).map((some) => select.where('id', 'in', some));
  for (const query of queries)
    for (const row of await query.execute()) stamps.set(String(row.id), String(row.modstamp));
  return stamps;
}

function chunks<T>(list: readonly T[]): T[][] {
  const all: T[][] = [];
  for (let start = 0; start < list.length; start += ROWS_A_STATEMENT)
    all.push(list.slice(start, start + ROWS_A_STATEMENT));
  return all;
}

async function upsertRows(mirror: MirrorDatabase, table: string, rows: readonly MirrorRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  for (const some of chunks(rows)) {
    await mirror
      .insertInto(table)
      .values(some)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) => Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}`)]))),
      )
      .execute();
  }
}

async function deleteRows(mirror: MirrorDatabase, table: string, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += ROWS_A_STATEMENT) {
    await mirror
      .deleteFrom(table)
      .where('id', 'in', ids.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  }
}

async function moveWatermark(db: Kysely<ReplicaTables>, watermark: WatermarkTable | undefined): Promise<void> {
  if (watermark === undefined) return;
  const { modstamp, settled_from, pulled_at } = watermark;
  await db
    .insertInto('watermark')
    .values(watermark)
    .onConflict((conflict) => conflict.column('object').doUpdateSet({ modstamp, settled_from, pulled_at }))
    .execute();
}
