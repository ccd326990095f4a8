import {
  type OrgClient,
  type RefusedRecord,
  type SaveOutcome,
  isGone,
  notGone,
  reasonOf,
} from '../connection/index.ts';
import type { Replica } from '../replica/index.ts';
import { type SyncReport, runSync } from '../sync/index.ts';
import { eraseExchanges } from './captured-texts.ts';
import { type ErasurePlan, type PlannedObject, requireRights } from './erasure-plan.ts';
import { forgetPerson } from './forget-person.ts';

/** What became of one object's records. */
export interface ErasedObject {
  readonly object: string;
  readonly deleted: number;
  /** Of those, and of what was deleted before, what still lies in the org's recycle bin. */
  readonly inBin: number;
}

export interface ErasureReport {
  readonly erased: readonly ErasedObject[];
  readonly refused: readonly RefusedRecord[];
  readonly kept: ErasurePlan['kept'];
  /** Captured exchanges whose texts were blanked. */
  readonly captured: number;
  /** The sync that computed everything again without the person; absent where records are left. */
  readonly sync?: SyncReport;
}

/**
 * Erases a person: evidence, then computed records, then captured texts that name them, then the sales role, in the org;
 * who wrote answers is hidden as an expert; then a sync computes again without them; then whatever the replica still
 * holds. It may break off at any point: run again, it goes on with what is left.
 *
 * @throws FluencyError ERASURE_FORBIDDEN, and those of the sync
 */
export async function erasePerson(
  client: OrgClient,
  replica: Replica,
  plan: ErasurePlan,
  options: { readonly now: Date; readonly onProgress?: (done: number, total: number, step: string) => void },
): Promise<ErasureReport> {
  requireRights(plan);
  const erased: ErasedObject[] = [];
  const refused: RefusedRecord[] = [];
  for (const [index, planned] of plan.objects.entries()) {
    options.onProgress?.(index, plan.objects.length, planned.object);
    const { outcomes, isForGood } = await deleteRecords(client, planned);
    const failures = notGone(planned.object, planned.ids, outcomes);
    refused.push(...failures);
    const deleted = planned.ids.length - failures.length;
    const inBin = isForGood ? 0 : deleted + planned.inBin.length;
    if (deleted > 0 || inBin > 0) erased.push({ object: planned.object, deleted, inBin });
  }
  const { captured, refused: keptTexts } = await eraseExchanges(client, plan.captured);
  refused.push(...keptTexts);
  if (plan.hasSalesRole) refused.push(...(await blankSalesRole(client, plan.person.id)));
  if (plan.kept.some(({ object }) => object === 'Answer__c'))
    refused.push(...(await hideExpertise(client, plan.person.id)));
  // With a part of the evidence left, what was computed from it would only be published again.
  if (refused.length > 0) return { erased, refused, kept: plan.kept, captured };
  const sync = await runSync(client, replica, options);
  await forgetPerson(replica.db, plan.person.id);
  return { erased, refused: sync.refused, kept: plan.kept, captured, sync };
}

interface Deletion {
  /** One for each id of the plan, in its order. */
  readonly outcomes: readonly SaveOutcome[];
  readonly isForGood: boolean;
}

async function deleteRecords(client: OrgClient, { object, ids, inBin }: PlannedObject): Promise<Deletion> {
  if (ids.length + inBin.length === 0) return { outcomes: [], isForGood: true };
  const forGood = await client.deleteForGood(object, [...ids, ...inBin]);
  if (forGood === undefined) return { outcomes: await client.delete(object, ids), isForGood: false };
  return { outcomes: forGood.slice(0, ids.length), isForGood: forGood.slice(ids.length).every(isGone) };
}

async function blankSalesRole(client: OrgClient, id: string): Promise<readonly RefusedRecord[]> {
  const [outcome] = await client.update('User', [{ Id: id, Sales_Role__c: null, Sales_Role_Start__c: null }]);
  return outcome === undefined || outcome.ok ? [] : [{ object: 'User', key: id, reason: reasonOf(outcome) }];
}

/** Answers stay, so expertise would be computed from them anew; the person may still choose to be named again. */
async function hideExpertise(client: OrgClient, id: string): Promise<readonly RefusedRecord[]> {
  const object = 'Knowledge_Preference__c';
  const [outcome] = await client.upsert(object, 'Key__c', [{ Key__c: id, OwnerId: id, Hide_Expertise__c: true }]);
  return outcome === undefined || outcome.ok ? [] : [{ object, key: id, reason: reasonOf(outcome) }];
}
