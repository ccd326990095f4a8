import type { Kysely } from 'kysely';
import type { OrgRecord } from '../connection/index.ts';
import type { ReplicaDatabase, ReplicaTables } from '../replica/index.ts';
import { isoMoment, requiredTextOf } from './field-values.ts';
import type { MirroredObject } from './mirrored-objects.ts';

export type MirrorRow = Readonly<Record<string, string | number | null>> & {
  readonly id: string;
  readonly modstamp: string;
};
/** One door for all mirror tables: their columns are checked where the rows are made (mirrored-objects.ts). */
type MirrorDatabase = Kysely<Record<string, MirrorRow>>;

const ROWS_A_STATEMENT = 200;

/** A record of the org as its table keeps it. */
export function mirrorRowOf(mirrored: MirroredObject, record: OrgRecord): MirrorRow {
  const modstamp = isoMoment(requiredTextOf(record, 'SystemModstamp'));
  return { ...mirrored.columns(record), id: requiredTextOf(record, 'Id'), modstamp };
}

/** Stamp by id: of all rows, or of the ids given. */
export async function knownStamps(
  db: Kysely<ReplicaTables>,
  { table }: MirroredObject,
  ids?: readonly string[],
): Promise<Map<string, string>> {
  const stamps = new Map<string, string>();
  const select = mirrorOf(db).selectFrom(table).select(['id', 'modstamp']);
  const queries = ids === undefined ? [select] : chunks(ids).map((some) => select.where('id', 'in', some));
  for (const query of queries)
    for (const row of await query.execute()) stamps.set(String(row.id), String(row.modstamp));
  return stamps;
}

export async function countRows(db: ReplicaDatabase, { table }: MirroredObject): Promise<number> {
  const row = await mirrorOf(db)
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function upsertRows(
  db: Kysely<ReplicaTables>,
  { table }: MirroredObject,
  rows: readonly MirrorRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
  for (const some of chunks(rows)) {
    await mirrorOf(db)
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

export async function deleteRows(
  db: Kysely<ReplicaTables>,
  { table }: MirroredObject,
  ids: readonly string[],
): Promise<void> {
  for (const some of chunks(ids)) await mirrorOf(db).deleteFrom(table).where('id', 'in', some).execute();
}

/** As many as one statement, or one query by id, takes at a time. */
export function chunks<T>(list: readonly T[]): T[][] {
  const all: T[][] = [];
  for (let start = 0; start < list.length; start += ROWS_A_STATEMENT)
    all.push(list.slice(start, start + ROWS_A_STATEMENT));
  return all;
}

function mirrorOf(db: Kysely<ReplicaTables>): MirrorDatabase {
  return db as unknown as MirrorDatabase;
}
