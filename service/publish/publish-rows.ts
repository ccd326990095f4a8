import { type OrgClient, type RefusedRecord, reasonOf } from '../connection/index.ts';
import { FluencyError } from '../error.ts';
import type { RawSql } from '../replica/index.ts';
import type { ComputedRow } from './computed-row.ts';
import { type PublishContext, type PublishReport, together } from './publish-report.ts';
import { allPublished, forgetPublished, rememberPublished } from './published-rows.ts';

/** A row that must go: key in lower case. */
export interface Deletion {
  readonly key: string;
  readonly orgId: string;
}

/** Deleting more than this many rows and this share of them is more likely a lost permission than a purge. */
const MANY_DELETIONS = 100;
const LARGE_SHARE = 0.5;

/** @throws FluencyError PUBLISH_WOULD_DELETE_MUCH */
export function refuseManyDeletions(object: string, deletions: number, countRows: () => number): void {
  if (deletions <= MANY_DELETIONS) return;
  const total = countRows();
  if (deletions <= total * LARGE_SHARE) return;
  throw new FluencyError(
    'PUBLISH_WOULD_DELETE_MUCH',
    `The sync would delete ${deletions} of ${total} rows of ${object}.`,
    {
      value: object,
      nextStep:
        'Check that the integration user still sees all users and skills (permission set Fluency_Sync); nothing was deleted.',
    },
  );
}

/**
 * Brings an object of which there are few rows to the rows given: writes those that changed, deletes those that are
 * not among them.
 *
 * @param isChanged whether a row has to be written; what the org holds of it is undefined where it has none
 * @throws FluencyError PUBLISH_WOULD_DELETE_MUCH
 */
export async function publishAll<Content>(
  client: OrgClient,
  sql: RawSql,
  object: string,
  rows: readonly ComputedRow<Content>[],
  isChanged: (before: Content | undefined, after: Content) => boolean,
  context: PublishContext,
): Promise<PublishReport> {
  const published = allPublished<Content>(sql, object);
  const deletions = deletionsOf(published, rows);
  refuseManyDeletions(object, deletions.length, () => published.size);
  const changed = rows.filter(({ key, content }) => isChanged(published.get(key.toLowerCase())?.content, content));
  return together([
    await writeRows(client, sql, object, changed, context),
    await deleteRows(client, object, deletions, context, forgetting(sql, object)),
  ]);
}

/** What the org holds that is not among the rows. */
export function deletionsOf(
  published: ReadonlyMap<string, { readonly orgId: string }>,
  rows: readonly { readonly key: string }[],
): Deletion[] {
  const wanted = new Set(rows.map(({ key }) => key.toLowerCase()));
  return [...published].flatMap(([key, { orgId }]) => (wanted.has(key) ? [] : [{ key, orgId }]));
}

/** Upserts rows; a chunk is remembered only after the org acknowledged it. */
export async function writeRows<Content>(
  client: OrgClient,
  sql: RawSql,
  object: string,
  rows: readonly ComputedRow<Content>[],
  context: PublishContext,
): Promise<PublishReport> {
  if (context.dryRun || rows.length === 0)
    return { objects: [{ object, written: rows.length, deleted: 0 }], refused: [] };
  const refused: RefusedRecord[] = [];
  await client.upsert(
    object,
    'Key__c',
    rows.map((row) => row.record),
    {
      onChunk: (start, outcomes) => {
        const acknowledged = outcomes.flatMap((outcome, index) => {
          const row = rows[start + index];
          if (row === undefined) return [];
          if (outcome.ok) return [{ ...row, orgId: outcome.id }];
          refused.push({ object, key: row.key, reason: reasonOf(outcome) });
          return [];
        });
        rememberPublished(sql, object, acknowledged);
        context.onProgress?.(start + outcomes.length, rows.length, object);
      },
    },
  );
  return { objects: [{ object, written: rows.length - refused.length, deleted: 0 }], refused };
}

/** Deletes rows; one that somebody else deleted already is gone too. */
export async function deleteRows(
  client: OrgClient,
  object: string,
  deletions: readonly Deletion[],
  context: PublishContext,
  forget: (keys: readonly string[]) => void,
): Promise<PublishReport> {
  if (context.dryRun || deletions.length === 0)
    return { objects: [{ object, written: 0, deleted: deletions.length }], refused: [] };
  const refused: RefusedRecord[] = [];
  const outcomes = await client.delete(
    object,
    deletions.map(({ orgId }) => orgId),
  );
  const gone = deletions.filter(({ key }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome.ok || outcome.code === 'ENTITY_IS_DELETED') return true;
    refused.push({ object, key, reason: reasonOf(outcome) });
    return false;
  });
  forget(gone.map(({ key }) => key));
  return { objects: [{ object, written: 0, deleted: gone.length }], refused };
}

/** Forgets deleted rows of a computed object. */
export function forgetting(sql: RawSql, object: string): (keys: readonly string[]) => void {
  return (keys) => forgetPublished(sql, object, keys);
}
