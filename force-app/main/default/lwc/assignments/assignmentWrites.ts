import { messageOf, reduceErrors } from 'c/errors';
import ASSIGNMENT from '@salesforce/schema/Assignment__c.Person__c';
import USER_ID from '@salesforce/user/Id';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

/** Values of `Assignment__c.Reason__c`. */
export type AssignReason = 'Gap' | 'Review' | 'Launch' | 'New In Role' | 'Own Choice' | 'Other';

/** One nugget, one path, or (with neither) the skill itself up to its target. */
export interface Training {
  readonly nuggetId?: string;
  readonly pathId?: string;
  /** The skill whose gap it closes. */
  readonly skillId?: string;
}

export interface NewAssignment extends Training {
  readonly launchId?: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string;
  readonly note?: string;
  readonly reason: AssignReason;
  /** The same for every attempt of one request, at most 100 characters: a repeated request assigns nothing twice. */
  readonly requestKey: string;
}

/** What became of one person's assignment. */
export interface Assigned {
  readonly personId: string;
  /** Absent where it failed. */
  readonly assignmentId?: string;
  readonly error?: string;
}

/** Requests that are under way at one time. */
const AT_ONCE = 4;

/**
 * Puts the training into the plan of each person. One that fails does not stop the others.
 *
 * @param onProgress told after each person how many are through
 * @returns in the order of `personIds`
 */
export async function assign(
  personIds: readonly string[],
  training: NewAssignment,
  onProgress?: (done: number) => void,
): Promise<Assigned[]> {
  const outcomes: Assigned[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const position = next;
    if (position >= personIds.length) return;
    next += 1;
    outcomes[position] = await assignOne(personIds[position] ?? '', training);
    done += 1;
    onProgress?.(done);
    await work();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

async function assignOne(personId: string, training: NewAssignment): Promise<Assigned> {
  const { nuggetId, pathId, skillId, launchId, dueOn, note, reason, requestKey } = training;
  const fields = {
    Person__c: personId,
    OwnerId: personId,
    Nugget__c: nuggetId,
    Learning_Path__c: pathId,
    Skill__c: skillId,
    Launch__c: launchId,
    Due_On__c: dueOn,
    Note__c: note || undefined,
    Reason__c: reason,
    Request_Key__c: `${requestKey}:${personId}`,
  };
  try {
    const { id } = await createRecord({ apiName: ASSIGNMENT.objectApiName, fields });
    return { personId, assignmentId: id };
  } catch (error) {
    const assignmentId = earlierId(error);
    return assignmentId ? { personId, assignmentId } : { personId, error: messageOf(error) };
  }
}

/** The record that an earlier attempt of the same request made, where that is why the org refused this one. */
function earlierId(error: unknown): string | undefined {
  return reduceErrors(error)
    .map((message) => /Request_Key__c.*record with id: (\w{15,18})/.exec(message)?.[1])
    .find((id) => id !== undefined);
}

/** Takes assignments back: they stay as records and count for nothing. Rejects with the org's first error. */
export async function withdraw(assignmentIds: readonly string[]): Promise<void> {
  await updateAll(assignmentIds, { Withdrawn__c: true });
}

/** Undoes `withdraw`. */
export async function restore(assignmentIds: readonly string[]): Promise<void> {
  await updateAll(assignmentIds, { Withdrawn__c: false });
}

/** @param dueOn `YYYY-MM-DD`; undefined for no date */
export async function changeDueDate(assignmentId: string, dueOn: string | undefined): Promise<void> {
  await updateAll([assignmentId], { Due_On__c: dueOn ?? null });
}

/** Reminds the person, in the name of the current user. The org refuses a second reminder on one day. */
export async function remind(assignmentId: string, now: Date): Promise<void> {
  await updateAll([assignmentId], { Nudged_At__c: now.toISOString(), Nudged_By__c: USER_ID });
}

async function updateAll(ids: readonly string[], fields: Readonly<Record<string, string | boolean | null>>) {
  const outcomes = await Promise.allSettled(ids.map((Id) => updateRecord({ fields: { Id, ...fields } })));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
