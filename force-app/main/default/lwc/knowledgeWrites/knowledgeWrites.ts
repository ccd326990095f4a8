import USER_ID from '@salesforce/user/Id';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';

/** What one may think of an answer; 0 takes it back. */
export type VoteValue = -1 | 0 | 1;

/** One's own vote on an answer, once it is saved. */
export interface OwnVote {
  readonly id: string;
  readonly value: VoteValue;
}

/** What is edited: a question, or an answer to it, as it read before. */
export interface Edited {
  readonly questionId: string;
  readonly answerId?: string;
  readonly title?: string;
  readonly body?: string;
}

/** Saves an answer of the current user and gives its id; rejects with the org's error. */
export async function createAnswer(questionId: string, body: string): Promise<string> {
  const fields = { Question__c: questionId, Body__c: body, Source__c: 'Web' };
  return (await createRecord({ apiName: 'Answer__c', fields })).id;
}

/** Saves a remark on a question, or on one of its answers. */
export async function createComment(questionId: string, answerId: string | undefined, body: string): Promise<string> {
  const fields = { Question__c: questionId, Answer__c: answerId, Body__c: body };
  return (await createRecord({ apiName: 'Comment__c', fields })).id;
}

/**
 * Saves one's vote. The platform keeps it to one a person and answer: its key is the voter's id and the answer's id.
 *
 * @param before the vote there is, if any
 */
export async function castVote(answerId: string, value: VoteValue, before: OwnVote | undefined): Promise<OwnVote> {
  if (before) {
    await updateRecord({ fields: { Id: before.id, Value__c: value } });
    return { id: before.id, value };
  }
  const fields = { Answer__c: answerId, Value__c: value, Key__c: `${USER_ID}:${answerId}` };
  return { id: (await createRecord({ apiName: 'Vote__c', fields })).id, value };
}

/**
 * Says which answer helped; undefined takes it back.
 *
 * @param status the question's state from then on
 */
export async function acceptAnswer(
  questionId: string,
  answerId: string | undefined,
  status: QuestionChange['Status__c'],
): Promise<void> {
  const fields = { Id: questionId, Accepted_Answer__c: answerId ?? null, Status__c: status };
  await updateRecord({ fields });
}

/**
 * Saves what was edited, after what it was before: the history is there before the text is gone.
 *
 * @param title only for a question
 */
export async function saveEdit(before: Edited, body: string, title?: string): Promise<void> {
  const { questionId, answerId } = before;
  await createRecord({
    apiName: 'Revision__c',
    fields: { Question__c: questionId, Answer__c: answerId, Title__c: before.title, Body__c: before.body },
  });
  const fields = answerId ? { Id: answerId, Body__c: body } : { Id: questionId, Title__c: title, Body__c: body };
  await updateRecord({ fields });
}

/**
 * Says of an answer that it holds, or no longer does; gives what takes it back.
 *
 * @param before whether the answer is marked as outdated
 */
export async function verifyAnswer(
  answerId: string,
  kind: 'Verified' | 'Outdated',
  before: boolean,
): Promise<() => Promise<void>> {
  const { id } = await createRecord({ apiName: 'Verification__c', fields: { Answer__c: answerId, Kind__c: kind } });
  const outdated = kind === 'Outdated';
  const mark = (value: boolean): Promise<unknown> => updateRecord({ fields: { Id: answerId, Outdated__c: value } });
  if (outdated !== before) await mark(outdated);
  return async () => {
    await deleteRecord(id);
    if (outdated !== before) await mark(before);
  };
}

/** How the thread's summary reads from now on; what it was stays as its history. */
export async function saveSummary(questionId: string, body: string): Promise<void> {
  await createRecord({
    apiName: 'Revision__c',
    fields: { Question__c: questionId, Kind__c: 'Summary', Body__c: body },
  });
}

export interface QuestionChange {
  readonly Status__c?: 'Open' | 'Answered' | 'Duplicate' | 'Closed';
  readonly Duplicate_Of__c?: string | null;
  readonly Outdated__c?: boolean;
}

/** Closes a question or opens it again, says which one it repeats, or that its answers no longer hold. */
export async function changeQuestion(questionId: string, change: QuestionChange): Promise<void> {
  await updateRecord({ fields: { Id: questionId, ...change } });
}

/** Declines a request to answer, or takes it back; and the ways back. The org lets each do only what is theirs. */
export async function changeRequest(
  requestId: string,
  change: { readonly Declined__c: boolean } | { readonly Withdrawn__c: boolean },
): Promise<void> {
  await updateRecord({ fields: { Id: requestId, ...change } });
}

/**
 * Follows a question, or stops following it: the row stays and is muted, since it was the person's own.
 *
 * @param followId the row there is, if any
 * @returns the row's id
 */
export async function setFollowing(
  questionId: string,
  following: boolean,
  followId: string | undefined,
): Promise<string> {
  if (followId) {
    await updateRecord({ fields: { Id: followId, Muted__c: !following } });
    return followId;
  }
  const fields = { Question__c: questionId, Key__c: `${USER_ID}:${questionId}`, Muted__c: !following };
  return (await createRecord({ apiName: 'Follow__c', fields })).id;
}
