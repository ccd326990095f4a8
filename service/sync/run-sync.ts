import { DAY } from '../../core/index.ts';
import type { OrgClient } from '../connection/index.ts';
import { FluencyError, messageOf } from '../error.ts';
import { redact } from '../connection/index.ts';
import { type PublishOutcome, learnWhatIsPublished, publishComputed } from '../publish/publish-computed.ts';
import { publishSyncRun } from '../publish/sync-run.ts';
import { type Replica, readSetting, writeSetting } from '../replica/index.ts';
import { computeReadiness } from './compute-readiness.ts';
import { type PulledObject, pullChanges } from './pull.ts';

export interface SyncOptions {
  /** The moment the sync computes for. */
  readonly now: Date;
  readonly dryRun?: boolean;
  readonly onProgress?: (done: number, total: number, step: string) => void;
}

export interface SyncReport {
  readonly dryRun: boolean;
  readonly pulled: readonly PulledObject[];
  readonly published: PublishOutcome['objects'];
  readonly refused: PublishOutcome['refused'];
  readonly warnings: readonly string[];
  readonly evidence: number;
  readonly people: number;
  readonly recordsRead: number;
  readonly recordsWritten: number;
  readonly apiCalls: number;
  readonly seconds: number;
}

/** After this many days without a pull the org's memory of deletions may have run out: everything is read anew. */
const DELETIONS_KEPT_DAYS = 10;

/**
 * One sync: what changed in the org comes into the replica, readiness is computed from it, what changed thereby goes
 * back. It may be killed at any point: the next run starts from what the org and the replica then hold.
 *
 * @throws FluencyError REPLICA_OF_ANOTHER_ORG, PUBLISH_WOULD_DELETE_MUCH, and those of the connection
 */
export async function runSync(client: OrgClient, replica: Replica, options: SyncOptions): Promise<SyncReport> {
  const startedAt = new Date();
  const callsBefore = client.apiCalls;
  try {
    const report = await syncOnce(client, replica, options, startedAt, callsBefore);
    return report;
  } catch (error) {
    await noteFailure(client, replica, options, error, startedAt, callsBefore);
    throw error;
  }
}

async function syncOnce(
  client: OrgClient,
  replica: Replica,
  options: SyncOptions,
  startedAt: Date,
  callsBefore: number,
): Promise<SyncReport> {
  const { now, dryRun = false } = options;
  await prepareReplica(client, replica, now);
  const pulled = await pullChanges(client, replica.db, {
    now,
    ...(options.onProgress === undefined
      ? {}
      : { onProgress: (done, total) => options.onProgress?.(done, total, 'reading') }),
  });
  await learnWhatIsPublished(client, replica);
  const computed = await computeReadiness(replica, now, options.onProgress);
  const outcome = await publishComputed(client, replica, {
    ...computed,
    now,
    dryRun,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  const recordsRead = pulled.reduce((sum, object) => sum + object.read, 0);
  const recordsWritten = outcome.objects.reduce((sum, object) => sum + object.written + object.deleted, 0);
  const report = {
    dryRun,
    pulled,
    published: outcome.objects,
    refused: outcome.refused,
    warnings: outcome.warnings,
    evidence: computed.evidence,
    people: computed.people,
    recordsRead,
    recordsWritten,
  };
  if (!dryRun) {
    const run = {
      startedAt: now,
      finishedAt: new Date(now.getTime() + (Date.now() - startedAt.getTime())),
      recordsRead,
      recordsWritten,
      apiCalls: client.apiCalls - callsBefore,
      outcome: outcome.refused.length === 0 ? ('Succeeded' as const) : ('Failed' as const),
      message:
        outcome.refused.length === 0
          ? `${recordsWritten} records written`
          : `${outcome.refused.length} records were refused`,
    };
    await publishSyncRun(client, replica.db, run);
  }
  return { ...report, apiCalls: client.apiCalls - callsBefore, seconds: (Date.now() - startedAt.getTime()) / 1000 };
}

/** Makes sure that the replica is of this org, and young enough for its watermarks to be trusted. */
async function prepareReplica(client: OrgClient, replica: Replica, now: Date): Promise<void> {
  const { db } = replica;
  const { organizationId } = await client.identity();
  const known = await readSetting(db, 'organization');
  if (known !== undefined && known !== organizationId) {
    throw new FluencyError(
      'REPLICA_OF_ANOTHER_ORG',
      `The replica mirrors org ${known}, the connection leads to ${organizationId}.`,
      {
        value: replica.path,
        nextStep: 'Use another --replica file for this org, or --rebuild to make this file its replica.',
      },
    );
  }
  if (known === undefined) await writeSetting(db, 'organization', organizationId);
  // What counts is when the org was last read, whether or not anything could be published then.
  const { oldest } = await db
    .selectFrom('watermark')
    .select(({ fn }) => fn.min<string | null>('pulled_at').as('oldest'))
    .executeTakeFirstOrThrow();
  if (oldest !== null && now.getTime() - Date.parse(oldest) > DELETIONS_KEPT_DAYS * DAY) {
    // Without watermarks every object is read whole, and what is no longer there is dropped.
    await db.deleteFrom('watermark').execute();
  }
}

/** Tells the pages that the sync is failing; when that fails too, the first error is the one that matters. */
async function noteFailure(
  client: OrgClient,
  replica: Replica,
  options: SyncOptions,
  error: unknown,
  startedAt: Date,
  callsBefore: number,
): Promise<void> {
  if (options.dryRun === true) return;
  const elapsed = Date.now() - startedAt.getTime();
  await publishSyncRun(client, replica.db, {
    startedAt: options.now,
    finishedAt: new Date(options.now.getTime() + elapsed),
    recordsRead: 0,
    recordsWritten: 0,
    apiCalls: client.apiCalls - callsBefore,
    outcome: 'Failed',
    message: redact(messageOf(error)),
  }).catch(() => false);
}
