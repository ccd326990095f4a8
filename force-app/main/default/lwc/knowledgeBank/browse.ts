import { toUtc } from 'c/dates';
import { flag, number, recordsIn, related, text } from 'c/graphqlRecords';
import type { SearchHit } from 'c/knowledge';
import { plainText, type FoundEntry } from 'c/knowledgeSearch';

/** What is listed while nothing is searched for. */
export type View = 'discussions' | 'unanswered' | 'mine' | 'asked' | 'following';

export const VIEWS: readonly View[] = ['discussions', 'unanswered', 'mine', 'asked', 'following'];

/** The filter of a view, for `BROWSE_QUERY`; with a tag, only of questions that have it. */
export function filterOf(view: View, userId: string, followed: readonly string[], tagId = ''): Record<string, unknown> {
  const filters: Readonly<Record<View, Record<string, unknown>>> = {
    discussions: { Status__c: { ne: 'Duplicate' } },
    unanswered: {
      and: [
        { Status__c: { eq: 'Open' } },
        { Id: { ninq: { Answer__c: { Id: { ne: null } }, ApiName: 'Question__c' } } },
      ],
    },
    mine: { OwnerId: { eq: userId } },
    asked: {
      and: [
        { Status__c: { eq: 'Open' } },
        { Id: { inq: { Expert_Request__c: waitingFor(userId), ApiName: 'Question__c' } } },
      ],
    },
    following: { Id: { in: followed } },
  };
  if (tagId === '') return filters[view];
  return { and: [filters[view], { Id: { inq: { Tagging__c: { Tag__c: { eq: tagId } }, ApiName: 'Question__c' } } }] };
}

/** Requests that the asker did not take back, and the person did not decline. */
function waitingFor(userId: string): Record<string, unknown> {
  return { and: [{ Person__c: { eq: userId } }, { Declined__c: { eq: false } }, { Withdrawn__c: { eq: false } }] };
}

export interface Browsed {
  readonly entries: readonly FoundEntry[];
  readonly authors: ReadonlyMap<string, string>;
  /** The tags that questions have, by name. */
  readonly tags: readonly { readonly label: string; readonly value: string }[];
  /** Questions that the reader follows. */
  readonly followed: readonly string[];
}

/** The questions that `BROWSE_QUERY` answered, latest first. */
export function toBrowsed(data: unknown): Browsed {
  const questions = recordsIn(data, 'Question__c');
  return {
    entries: questions.map((record): FoundEntry => {
      const acceptedId = text(record, 'Accepted_Answer__c');
      const answers = related(record, 'Answers__r');
      const accepted = answers.find((answer) => text(answer, 'Id') === acceptedId);
      const bodyOf = (answer: (typeof answers)[number]): string => plainText(text(answer, 'Body__c') ?? '');
      return {
        id: text(record, 'Id') ?? '',
        kind: 'question',
        title: text(record, 'Title__c'),
        body: plainText(text(record, 'Body__c') ?? ''),
        ...(accepted && { acceptedAnswer: bodyOf(accepted) }),
        answers: answers.filter((answer) => answer !== accepted).map(bodyOf),
        votes: answers.reduce((sum, answer) => sum + (number(answer, 'Score__c') ?? 0), 0),
        answerCount: answers.length,
        status: text(record, 'Status__c'),
        outdated: flag(record, 'Outdated__c'),
        tags: related(record, 'Taggings__r').map((tag) => text(tag, 'Tag__r.Name') ?? ''),
        updatedAt: toUtc(text(record, 'CreatedDate') ?? '1970-01-01'),
      };
    }),
    authors: new Map(
      questions.map((record) => [
        text(record, 'Id') ?? '',
        text(record, 'Author_Name__c') ?? text(record, 'Owner.Name') ?? '',
      ]),
    ),
    tags: recordsIn(data, 'Tag__c').map((record) => ({
      label: text(record, 'Name') ?? '',
      value: text(record, 'Id') ?? '',
    })),
    followed: recordsIn(data, 'Follow__c').map((record) => text(record, 'Question__c') ?? ''),
  };
}

/** The same as a search gives them: without one there is no reason for any. */
export function toHits(browsed: Browsed | undefined): SearchHit[] {
  return (browsed?.entries ?? []).map((entry) => ({ entry, score: 0, coverage: 0, likeness: 0, reasons: [] }));
}
