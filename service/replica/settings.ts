import type { Kysely } from 'kysely';
import type { ReplicaTables } from './tables.ts';

/** Small facts the replica keeps about itself. */
export type SettingName =
  | 'everybody_due'
  | 'evidence_derived'
  | 'expertise_fingerprint'
  | 'expertise_source'
  | 'organization'
  | 'readiness_fingerprint'
  | 'readiness_parameters'
  | 'published_skills'
  | 'published_through'
  | 'replay_from'
  | 'replay_frontier'
  | 'replay_model'
  | 'snapshot_fingerprint'
  | 'snapshots_from'
  | 'sync_run_at'
  | 'sync_run_outcome'
  | 'training_fingerprint';

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
