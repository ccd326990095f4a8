import { DAY } from '../../core/index.ts';
import type { OrgClient } from '../connection/index.ts';
import { type ReplicaDatabase, readSetting, writeSetting } from '../replica/index.ts';

export interface SyncRun {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly recordsRead: number;
  readonly recordsWritten: number;
  readonly apiCalls: number;
  readonly outcome: 'Succeeded' | 'Failed';
  readonly message: string;
}

/**
 * Writes the one Sync_Run__c row, so that any page can say as of when it speaks. A run that wrote nothing leaves the
 * row as it is, unless the row is a day old or told of a failure.
 *
 * @returns true when the row was written
 */
export async function publishSyncRun(client: OrgClient, db: ReplicaDatabase, run: SyncRun): Promise<boolean> {
  const last = await readSetting(db, 'sync_run_at');
  const outcome = await readSetting(db, 'sync_run_outcome');
  const fresh = last !== undefined && run.finishedAt.getTime() - Date.parse(last) < DAY;
  if (fresh && outcome === run.outcome && run.recordsWritten === 0) return false;
  const [saved] = await client.upsert('Sync_Run__c', 'Key__c', [
    {
      Key__c: 'latest',
      Started_At__c: run.startedAt.toISOString(),
      Finished_At__c: run.finishedAt.toISOString(),
      Records_Read__c: run.recordsRead,
      Records_Written__c: run.recordsWritten,
      Api_Calls__c: run.apiCalls,
      Outcome__c: run.outcome,
      Message__c: run.message.slice(0, 255),
    },
  ]);
  if (saved?.ok !== true) return false;
  await writeSetting(db, 'sync_run_at', run.finishedAt.toISOString());
  await writeSetting(db, 'sync_run_outcome', run.outcome);
  return true;
}
