import type { Kysely } from 'kysely';
import type { ReplicaTables } from './tables.ts';

/** Small facts the replica keeps about itself. */
export type SettingName =
  | 'organization'
  | 'readiness_fingerprint'
  | 'readiness_parameters'
  | 'snapshot_fingerprint'
  | 'sync_run_at'
  | 'sync_run_outcome';

/** A setting's text, or undefined. */
export async function readSetting(db: Kysely<ReplicaTables>, name: SettingName): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

/** Sets a setting; inside a transaction, together with what it speaks of. */
export async function writeSetting(db: Kysely<ReplicaTables>, name: SettingName, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
