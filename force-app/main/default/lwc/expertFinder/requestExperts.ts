import { createRecord } from 'lightning/uiRecordApi';

/**
 * Asks people to answer one's question. Nobody is asked in vain: who is refused by the org costs nobody else.
 *
 * @returns those who could not be asked
 */
export async function requestExperts(questionId: string, personIds: readonly string[]): Promise<string[]> {
  const saved = await Promise.allSettled(
    personIds.map((personId) => {
      const fields = { Question__c: questionId, Person__c: personId, Key__c: `${personId}:${questionId}` };
      return createRecord({ apiName: 'Expert_Request__c', fields });
    }),
  );
  return personIds.filter((_id, index) => saved[index]?.status === 'rejected');
}
