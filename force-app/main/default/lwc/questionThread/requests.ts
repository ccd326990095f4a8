import { flag, isSameId, recordsIn, related, text, type PlainRecord } from 'c/graphqlRecords';
import { changeRequest } from 'c/knowledgeWrites';
import { expertLabels as labels, format } from 'c/labels';
import type { ChangeQueue } from './changeQueue';
import type { ThreadChange } from './changes';

/** Somebody who was asked to answer the question. */
export interface ExpertRequest {
  readonly id: string;
  readonly name: string;
  /** The reader is asked. */
  readonly isOwn: boolean;
  readonly told: boolean;
  readonly answered: boolean;
  /** The person cannot answer this one. */
  readonly declined: boolean;
  /** Whoever asked took it back. */
  readonly withdrawn: boolean;
}

/** The requests of a question that `THREAD_QUERY` answered, the first one first. */
export function toRequests(data: unknown, question: PlainRecord, userId: string): ExpertRequest[] {
  const authors = new Set(recordsIn(data, 'Answer__c').map((answer) => text(answer, 'OwnerId')));
  return related(question, 'Expert_Requests__r').map((record) => ({
    id: text(record, 'Id') ?? '',
    name: text(record, 'Person__r.Name') ?? '',
    isOwn: isSameId(text(record, 'Person__c'), userId),
    told: text(record, 'Told_At__c') !== undefined,
    answered: authors.has(text(record, 'Person__c')),
    declined: flag(record, 'Declined__c'),
    withdrawn: flag(record, 'Withdrawn__c'),
  }));
}

/** Says that the reader cannot answer, or can after all; the first offers the second. */
export function decline(change: ChangeQueue, id: string, declined: boolean): void {
  const save = (value: boolean) => (): Promise<void> => changeRequest(id, { Declined__c: value });
  const undo = (): void => change(ofRequest(id, { declined: false }), save(false));
  change(ofRequest(id, { declined }), save(declined), declined ? { said: labels.saidDeclined, undo } : {});
}

/** Takes a request back, and offers to renew it. */
export function withdraw(change: ChangeQueue, { id, name }: ExpertRequest): void {
  const save = (value: boolean) => (): Promise<void> => changeRequest(id, { Withdrawn__c: value });
  const undo = (): void => change(ofRequest(id, { withdrawn: false }), save(false));
  change(ofRequest(id, { withdrawn: true }), save(true), { said: format(labels.saidWithdrawn, name), undo });
}

function ofRequest(id: string, change: Partial<ExpertRequest>): ThreadChange {
  return (thread) => ({
    ...thread,
    requests: thread.requests.map((request) => (request.id === id ? { ...request, ...change } : request)),
  });
}
