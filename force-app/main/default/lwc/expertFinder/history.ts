import { createExpertRouter, type AnsweredQuestion, type ExpertRouter, type GivenAnswer } from 'c/knowledge';
import { toUtc } from 'c/dates';
import { flag, recordsIn, text } from 'c/graphqlRecords';

/** What is known of who answers what. */
export interface History {
  readonly router: ExpertRouter;
  /** Open questions that wait for a person, by person. */
  readonly load: ReadonlyMap<string, number>;
  /** Names of the people who answered and are still there. */
  readonly names: ReadonlyMap<string, string>;
  /** People who answered and left. */
  readonly gone: ReadonlySet<string>;
  /** Names of the tags by key. */
  readonly tagNames: ReadonlyMap<string, string>;
}

/** What `HISTORY_QUERY` answered. An answer to one's own question says nothing of whom to ask. */
export function toHistory(data: unknown): History {
  const tags = new Map<string, string[]>();
  const tagNames = new Map<string, string>();
  for (const record of recordsIn(data, 'Tagging__c')) {
    const key = text(record, 'Tag__r.Key__c');
    const questionId = text(record, 'Question__c');
    if (!key || !questionId) continue;
    tags.set(questionId, [...(tags.get(questionId) ?? []), key]);
    tagNames.set(key, text(record, 'Tag__r.Name') ?? key);
  }
  const names = new Map<string, string>();
  const gone = new Set<string>();
  const questions = new Map<string, AnsweredQuestion & { readonly answers: GivenAnswer[] }>();
  for (const record of recordsIn(data, 'Answer__c')) {
    const id = text(record, 'Question__r.Id');
    const authorId = text(record, 'OwnerId') ?? '';
    if (!id || authorId === text(record, 'Question__r.OwnerId')) continue;
    const question = questions.get(id) ?? {
      id,
      title: text(record, 'Question__r.Title__c') ?? '',
      tags: tags.get(id) ?? [],
      answers: [],
    };
    questions.set(id, question);
    question.answers.push({
      id: text(record, 'Id') ?? '',
      authorId,
      at: toUtc(text(record, 'CreatedDate') ?? '1970-01-01'),
    });
    if (flag(record, 'Owner.IsActive')) names.set(authorId, text(record, 'Owner.Name') ?? '');
    else gone.add(authorId);
  }
  const load = new Map<string, number>();
  for (const record of recordsIn(data, 'Expert_Request__c')) {
    const personId = text(record, 'Person__c') ?? '';
    load.set(personId, (load.get(personId) ?? 0) + 1);
  }
  return { router: createExpertRouter(questions.values()), load, names, gone, tagNames };
}
