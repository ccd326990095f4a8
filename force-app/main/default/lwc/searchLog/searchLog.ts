import { createRecord, updateRecord } from 'lightning/uiRecordApi';

const LONGEST = 255;

/**
 * Notes a search. Whoever searches came for answers, not to be told that a note was not taken: a refusal gives undefined.
 */
export async function logSearch(query: string, results: number): Promise<string | undefined> {
  const fields = { Query__c: query.trim().slice(0, LONGEST), Result_Count__c: results };
  return createRecord({ apiName: 'Search_Log__c', fields }).then(
    ({ id }) => id,
    () => undefined,
  );
}

/** Notes that a result of the search was opened. */
export async function noteClick(logged: Promise<string | undefined>): Promise<void> {
  const id = await logged;
  if (id) await updateRecord({ fields: { Id: id, Clicked__c: true } }).catch(() => undefined);
}
