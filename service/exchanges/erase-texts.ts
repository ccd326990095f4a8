import { type OrgClient, type OrgInput, type RefusedRecord, notGone } from '../connection/index.ts';
import { requiredTextOf } from '../sync/field-values.ts';
import { IS_LEFT_OVER, withoutTexts } from './waiting-exchange.ts';

/**
 * Blanks what texts a decided exchange still has: a capture that was writing its draft while it was rejected or
 * published may have put them there again.
 *
 * @returns what the org kept
 */
export async function eraseLeftTexts(client: OrgClient): Promise<RefusedRecord[]> {
  return blank(client, 'Captured_Exchange__c', IS_LEFT_OVER, withoutTexts());
}

/**
 * Blanks the copies that participants were shown of exchanges whose text is gone, and of those that were deleted. What
 * they decided stays.
 *
 * @returns what the org kept
 */
export async function eraseCopies(client: OrgClient): Promise<RefusedRecord[]> {
  return blank(
    client,
    'Capture_Consent__c',
    "Question_Title__c != null AND (Captured_Exchange__c = null OR Captured_Exchange__r.Status__c = 'Rejected' OR Captured_Exchange__r.Question__c != null)",
    { Question_Title__c: null, Draft__c: null },
  );
}

async function blank(client: OrgClient, object: string, condition: string, texts: OrgInput): Promise<RefusedRecord[]> {
  const rows = await client.query(`SELECT Id, Key__c FROM ${object} WHERE ${condition}`);
  if (rows.length === 0) return [];
  const outcomes = await client.update(
    object,
    rows.map((row): OrgInput => ({ Id: requiredTextOf(row, 'Id'), ...texts })),
  );
  return notGone(
    object,
    rows.map((row) => requiredTextOf(row, 'Key__c')),
    outcomes,
  );
}
