import type { LearningEventType } from 'c/core';
import LEARNING_EVENT from '@salesforce/schema/Learning_Event__c.Type__c';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

export interface NewLearningEvent {
  readonly nuggetId: string;
  /** The deal from which it happened, if any. */
  readonly opportunityId?: string;
  readonly type: LearningEventType;
  readonly seconds?: number;
}

/** Saves that the current user did something with a nugget. Gives the event's id; rejects with the org's error. */
export async function recordLearningEvent({
  nuggetId,
  opportunityId,
  type,
  seconds,
}: NewLearningEvent): Promise<string> {
  const { id } = await createRecord({
    apiName: LEARNING_EVENT.objectApiName,
    fields: { Nugget__c: nuggetId, Opportunity__c: opportunityId, Type__c: type, Seconds__c: seconds },
  });
  return id;
}

/** Takes an own event back: it stays, and counts for nothing. */
export async function undoLearningEvent(eventId: string): Promise<void> {
  await updateRecord({ fields: { Id: eventId, Undone__c: true } });
}
