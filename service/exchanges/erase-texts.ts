import type { OrgClient, OrgInput, OrgRecord } from '../connection/index.ts';
import { queryInLists } from '../connection/query-in-lists.ts';
import { requiredTextOf } from '../sync/field-values.ts';
import { IS_LEFT_OVER, withoutTexts } from './waiting-exchange.ts';

/**
 * Blanks what texts a decided exchange still has: a capture that was writing its draft while it was rejected or
 * published may have put them there again.
 */
export async function eraseLeftTexts(client: OrgClient): Promise<void> {
  const rows = await client.query(`SELECT Id FROM Captured_Exchange__c WHERE ${IS_LEFT_OVER}`);
  if (rows.length === 0) return;
  await client.update(
    'Captured_Exchange__c',
    rows.map((row): OrgInput => ({ Id: requiredTextOf(row, 'Id'), ...withoutTexts() })),
  );
}

/**
 * Blanks the copies that participants were shown of exchanges whose text is gone, and of those that were deleted. What
 * they decided stays.
 */
export async function eraseCopies(client: OrgClient): Promise<void> {
  const rows = await client.query(
    "SELECT Id FROM Capture_Consent__c WHERE Question_Title__c != null AND (Captured_Exchange__c = null OR Captured_Exchange__r.Status__c = 'Rejected' OR Captured_Exchange__r.Question__c != null)",
  );
  await blank(client, rows);
}

/** Blanks the copies of exchanges by their ids. */
export async function eraseCopiesOf(client: OrgClient, exchangeIds: readonly string[]): Promise<void> {
  const rows = await queryInLists(
    client,
    exchangeIds,
    (list) => `SELECT Id FROM Capture_Consent__c WHERE Question_Title__c != null AND Captured_Exchange__c IN ${list}`,
  );
  await blank(client, rows);
}

async function blank(client: OrgClient, consents: readonly OrgRecord[]): Promise<void> {
  if (consents.length === 0) return;
  await client.update(
    'Capture_Consent__c',
    consents.map((row): OrgInput => ({ Id: requiredTextOf(row, 'Id'), Question_Title__c: null, Draft__c: null })),
  );
}
