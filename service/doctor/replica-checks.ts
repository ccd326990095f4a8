import { existsSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import { FluencyError } from '../error.ts';
import { openReplica, readSetting } from '../replica/index.ts';
import { type Check, failure, ok, warning } from './check.ts';

/** The service's own file: can it be opened, is it of this org, is it whole, how far did it get. */
export async function replicaChecks(path: string, organizationId: string | undefined): Promise<Check[]> {
  if (!existsSync(path))
    return [warning('replica', `there is none at ${path} yet`, 'The first fluency sync makes it.')];
  try {
    const replica = await openReplica(path);
    try {
      const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(replica.db);
      const known = await readSetting(replica.db, 'organization');
      const watermarks = await replica.db.selectFrom('watermark').selectAll().orderBy('object').execute();
      const oldest = watermarks.map((row) => row.pulled_at).sort()[0];
      return [
        rows[0]?.integrity_check === 'ok'
          ? ok('replica', `${(statSync(path).size / 1e6).toFixed(1)} MB, whole`)
          : failure('replica', 'the file is damaged', 'Run: fluency sync --rebuild'),
        known !== undefined && organizationId !== undefined && known !== organizationId
          ? failure(
              'replica org',
              `it mirrors org ${known}, not ${organizationId}`,
              'Use another --replica file, or run fluency sync --rebuild',
            )
          : ok('replica org', known ?? 'not synced yet'),
        watermarks.length === 0
          ? warning('watermarks', 'nothing was read yet', 'Run: fluency sync')
          : ok('watermarks', `${watermarks.length} objects, last read ${oldest ?? ''}`),
      ];
    } finally {
      await replica.close();
    }
  } catch (error) {
    if (!(error instanceof FluencyError)) throw error;
    return [
      error.code === 'REPLICA_BUSY'
        ? warning('replica', error.message)
        : failure('replica', error.message, error.nextStep),
    ];
  }
}
