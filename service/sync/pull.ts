import type { Kysely } from 'kysely';
import type { OrgClient, OrgRecord, QueryRequest } from '../connection/index.ts';
import type { ReplicaDatabase, ReplicaTables, WatermarkTable } from '../replica/index.ts';
import { isoMoment, requiredTextOf } from './field-values.ts';
import { type MirrorRow, countRows, deleteRows, knownStamps, mirrorRowOf, upsertRows } from './mirror-rows.ts';
import { MIRRORED_OBJECTS, type MirroredObject, fieldsOf } from './mirrored-objects.ts';
import { reconcileIds, regradeResponses } from './read-again.ts';
import { nextWatermark, pullFrom } from './watermark.ts';

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

/**
 * Brings the replica up to the org's present: per object what changed since its watermark, deletions included. An
 * object's rows and its watermark are one transaction. Where the org then counts other than the replica, ids are
 * compared: not every deletion leaves a trace.
 */
export async function pullChanges(
  client: OrgClient,
  db: ReplicaDatabase,
  options: PullOptions,
): Promise<PulledObject[]> {
  const rows = await db.selectFrom('watermark').selectAll().execute();
  const watermarks = new Map(rows.map((row) => [row.object, row]));
  // What has no watermark yet is read whole.
  const counted = MIRRORED_OBJECTS.filter(({ object, isCounted }) => isCounted && watermarks.has(object));
  const answers = await client.queryMany([
    ...MIRRORED_OBJECTS.map((mirrored) => pullQuery(mirrored, watermarks.get(mirrored.object), options.now)),
    ...counted.map(({ object }) => `SELECT COUNT(Id) n FROM ${object}`),
  ]);
  const counts = new Map(
    counted.map(({ object }, index) => [object, countIn(answers[MIRRORED_OBJECTS.length + index])]),
  );
  const pulled: PulledObject[] = [];
  for (const [index, mirrored] of MIRRORED_OBJECTS.entries()) {
    const { object } = mirrored;
    const records = answers[index] ?? [];
    const count = counts.get(object);
    const steps = [
      ...(object === 'Check_Question__c' ? [await regradeResponses(client, db, records)] : []),
      {
        read: records.length,
        changed: await storePulled(db, mirrored, records, watermarks.get(object), options.now),
      },
      ...(count !== undefined && count !== (await countRows(db, mirrored))
        ? [await reconcileIds(client, db, mirrored)]
        : []),
    ];
    pulled.push({
      object,
      read: steps.reduce((sum, { read }) => sum + read, 0),
      changed: steps.reduce((sum, { changed }) => sum + changed, 0),
    });
    options.onProgress?.(index + 1, MIRRORED_OBJECTS.length, object);
  }
  return pulled;
}

function countIn(answer: readonly OrgRecord[] | undefined): number {
  return Number(answer?.[0]?.['n'] ?? answer?.[0]?.['expr0'] ?? 0);
}

function pullQuery(mirrored: MirroredObject, watermark: WatermarkTable | undefined, now: Date): QueryRequest {
  const fields = fieldsOf(mirrored);
  if (watermark === undefined) return { soql: `SELECT ${fields.join(', ')} FROM ${mirrored.object}` };
  if (mirrored.hasDeletedRows) fields.push('IsDeleted');
  const since = pullFrom(watermark, now);
  const soql = `SELECT ${fields.join(', ')} FROM ${mirrored.object} WHERE SystemModstamp >= ${since}`;
  return { soql, all: mirrored.hasDeletedRows };
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
    else rows.push(mirrorRowOf(mirrored, record));
  }
  return db.transaction().execute(async (transaction) => {
    const ids = whole ? undefined : [...rows.map((row) => row.id), ...deleted];
    const known = await knownStamps(transaction, mirrored, ids);
    const fresh = rows.filter((row) => known.get(row.id) !== row.modstamp);
    const present = new Set(rows.map((row) => row.id));
    const gone = whole ? [...known.keys()].filter((id) => !present.has(id)) : deleted.filter((id) => known.has(id));
    await upsertRows(transaction, mirrored, fresh);
    await deleteRows(transaction, mirrored, gone);
    await moveWatermark(transaction, nextWatermark(mirrored.object, watermark, highest, now));
    return fresh.length + gone.length;
  });
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
