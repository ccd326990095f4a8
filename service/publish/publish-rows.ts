import type { OrgClient } from '../connection/index.ts';
import { FluencyError } from '../error.ts';
import type { ReplicaDatabase } from '../replica/index.ts';
import type { PublishContext, PublishProblem, PublishReport } from './publish-report.ts';
import { type ComputedObject, type PublishedRow, forgetPublished, rememberPublished } from './published-rows.ts';
import type { ComputedRow } from './readiness-rows.ts';

export interface RowChanges<Content> {
  readonly upserts: readonly ComputedRow<Content>[];
  /** Keys of rows that must go. */
  readonly deletions: readonly string[];
}

/** Deleting more than this many rows and this share of them is more likely a lost permission than a purge. */
const MANY_DELETIONS = 100;
const LARGE_SHARE = 0.5;

/** Writes the changes of one computed object; a chunk is remembered only after the org acknowledged it. */
export async function publishRows<Content>(
  client: OrgClient,
  db: ReplicaDatabase,
  computed: ComputedObject<Content>,
  changes: RowChanges<Content>,
  published: ReadonlyMap<string, PublishedRow<Content>>,
  context: PublishContext,
): Promise<PublishReport> {
  const { object } = computed;
  const { upserts, deletions } = changes;
  if (deletions.length > MANY_DELETIONS && deletions.length > published.size * LARGE_SHARE) {
    throw new FluencyError(
      'PUBLISH_WOULD_DELETE_MUCH',
      `The sync would delete ${deletions.length} of ${published.size} rows of ${object}.`,
      {
        value: object,
        nextStep:
          'Check that the integration user still sees all users and skills (permission set Fluency_Sync); nothing was deleted.',
      },
    );
  }
  if (context.dryRun) {
    return { objects: [{ object, written: upserts.length, deleted: deletions.length }], refused: [] };
  }
  const refused: PublishProblem[] = [];
  await client.upsert(
    object,
    'Key__c',
    upserts.map((row) => row.record),
    {
      onChunk: async (start, outcomes) => {
        const acknowledged = outcomes.flatMap((outcome, index) => {
          const row = upserts[start + index];
          if (row === undefined) return [];
          if (outcome.ok) return [{ ...row, orgId: outcome.id }];
          refused.push({ object, key: row.key, reason: `${outcome.code}: ${outcome.message}` });
          return [];
        });
        await rememberPublished(db, object, acknowledged);
        context.onProgress?.(start + outcomes.length, upserts.length, object);
      },
    },
  );
  const written = upserts.length - refused.length;
  const outcomes = await client.delete(
    object,
    deletions.flatMap((key) => published.get(key)?.orgId ?? []),
  );
  const gone = deletions.filter((key, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome.ok || outcome.code === 'ENTITY_IS_DELETED') return true;
    refused.push({ object, key, reason: `${outcome.code}: ${outcome.message}` });
    return false;
  });
  await forgetPublished(db, object, gone);
  return { objects: [{ object, written, deleted: gone.length }], refused };
}
