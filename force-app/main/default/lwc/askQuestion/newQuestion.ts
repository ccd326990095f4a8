import { tagKey } from 'c/knowledge';
import USER_ID from '@salesforce/user/Id';
import { createRecord } from 'lightning/uiRecordApi';

/** A fact of the deal that can be shared with the question. */
export interface ContextFact {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  /** Amounts and names are off until the asker turns them on. */
  readonly sensitive: boolean;
}

export interface NewQuestion {
  readonly title: string;
  readonly body: string;
  readonly opportunityId?: string;
  readonly context: readonly ContextFact[];
  readonly tags: readonly string[];
}

/** What was saved; `untagged` are the tags that could not be put on. */
export interface Asked {
  readonly id: string;
  readonly untagged: readonly string[];
}

/**
 * Saves the question, follows it for the asker, and puts its tags on. Rejects where the question itself is refused;
 * a tag that is refused costs the tag, not the question.
 *
 * @param tagIds ids of the tags that exist, by key
 */
export async function saveQuestion(question: NewQuestion, tagIds: ReadonlyMap<string, string>): Promise<Asked> {
  const { title, body, opportunityId, context, tags } = question;
  const shared = context.map(({ label, value }) => ({ label, value }));
  const { id } = await createRecord({
    apiName: 'Question__c',
    fields: {
      Title__c: title,
      Body__c: body === '' ? null : body,
      Status__c: 'Open',
      Source__c: 'Web',
      Opportunity__c: opportunityId ?? null,
      Context__c: shared.length > 0 ? JSON.stringify(shared) : null,
    },
  });
  const follow = { Question__c: id, Key__c: `${USER_ID}:${id}` };
  const [, ...tagged] = await Promise.allSettled([
    createRecord({ apiName: 'Follow__c', fields: follow }),
    ...tags.map((tag) => putTag(id, tag, tagIds)),
  ]);
  return { id, untagged: tags.filter((_tag, index) => tagged[index]?.status === 'rejected') };
}

async function putTag(questionId: string, name: string, tagIds: ReadonlyMap<string, string>): Promise<void> {
  const key = tagKey(name);
  const known = tagIds.get(key);
  const tagId = known ?? (await createRecord({ apiName: 'Tag__c', fields: { Name: name, Key__c: key } })).id;
  const fields = { Tag__c: tagId, Question__c: questionId, Key__c: `${key}:${questionId}` };
  await createRecord({ apiName: 'Tagging__c', fields });
}
