import { EXCHANGE_TEXTS, type ApprovedDraft } from 'c/knowledge';
import USER_ID from '@salesforce/user/Id';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

/** The texts of an exchange by field, as they were before they were erased. */
export type ExchangeTexts = Readonly<Record<string, string | null>>;

export type ConsentDecision = 'Pending' | 'Agreed' | 'Refused';

/** One update: the sync publishes what stands in it. */
export async function approveExchange(id: string, draft: ApprovedDraft): Promise<void> {
  await updateRecord({ fields: { Id: id, Status__c: 'Approved', Approved_Draft__c: JSON.stringify(draft) } });
}

/** Takes an approval back, as long as the sync has not been by. */
export async function withdrawApproval(id: string): Promise<void> {
  await updateRecord({ fields: { Id: id, Status__c: 'Draft', Approved_Draft__c: null } });
}

/** Erases every text of an exchange in the update that rejects it. */
export async function rejectExchange(id: string): Promise<void> {
  const blank = Object.fromEntries(EXCHANGE_TEXTS.map((field) => [field, null]));
  await updateRecord({ fields: { Id: id, Status__c: 'Rejected', ...blank } });
}

/** Writes back what was erased, from what the page still holds. */
export async function restoreExchange(id: string, texts: ExchangeTexts): Promise<void> {
  await updateRecord({ fields: { Id: id, Status__c: 'Draft', ...texts, Approved_Draft__c: null } });
}

/**
 * What one says to one exchange.
 *
 * @param version which version of its draft one was shown: the org refuses an agreement to another one
 */
export async function decideExchange(consentId: string, decision: ConsentDecision, version?: number): Promise<void> {
  const agreed = decision === 'Agreed' && version !== undefined ? { Agreed_Version__c: version } : {};
  await updateRecord({ fields: { Id: consentId, Decision__c: decision, ...agreed } });
}

/**
 * What one says to every exchange.
 *
 * @param choiceId the row there is, if any
 * @returns the row's id
 */
export async function saveChoice(decision: ConsentDecision, choiceId: string | undefined): Promise<string> {
  if (choiceId) {
    await decideExchange(choiceId, decision);
    return choiceId;
  }
  const fields = { Key__c: USER_ID, Decision__c: decision };
  return (await createRecord({ apiName: 'Capture_Consent__c', fields })).id;
}
