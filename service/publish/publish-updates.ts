import type { Kysely } from 'kysely';
import { type OrgClient, type RefusedRecord, reasonOf } from '../connection/index.ts';
import type { ReplicaDatabase } from '../replica/index.ts';
import type { PublishContext, PublishReport } from './publish-report.ts';
import type { FieldUpdates } from './state-updates.ts';

/** One door for all mirror tables. */
type MirrorDatabase = Kysely<Record<string, Record<string, string | number | null>>>;

/** Writes computed fields and, once the org acknowledged them, the replica's copy. */
export async function publishUpdates(
  client: OrgClient,
  db: ReplicaDatabase,
  { object, table, updates }: FieldUpdates,
  context: PublishContext,
): Promise<PublishReport> {
  if (context.dryRun || updates.length === 0) {
    return { objects: [{ object, written: updates.length, deleted: 0 }], refused: [] };
  }
  const refused: RefusedRecord[] = [];
  await client.update(
    object,
    updates.map((update) => update.record),
    {
      onChunk: async (start, outcomes) => {
        await db.transaction().execute(async (transaction) => {
          const mirror = transaction as unknown as MirrorDatabase;
          for (const [index, outcome] of outcomes.entries()) {
            const update = updates[start + index];
            if (update === undefined) continue;
            if (outcome.ok)
              await mirror.updateTable(table).set(update.columns).where('id', '=', update.record.Id).execute();
            else refused.push({ object, key: update.record.Id, reason: reasonOf(outcome) });
          }
        });
        context.onProgress?.(start + outcomes.length, updates.length, object);
      },
    },
  );
  return { objects: [{ object, written: updates.length - refused.length, deleted: 0 }], refused };
}
