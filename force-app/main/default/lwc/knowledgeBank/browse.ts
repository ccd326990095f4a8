import { toUtc } from 'c/dates';
import { flag, number, recordsIn, related, text } from 'c/graphqlRecords';
import { plainText, type FoundEntry } from 'c/knowledgeSearch';

/** What is listed while nothing is searched for. */
export type View = 'discussions' | 'unanswered' | 'mine' | 'following';

export const VIEWS: readonly View[] = ['discussions', 'unanswered', 'mine', 'following'];

/** The filter of a view, for `BROWSE_QUERY`. */
export function filterOf(view: View, userId: string, followed: readonly string[]): Record<string, unknown> {
  const filters: Readonly<Record<View, Record<string, unknown>>> = {
    discussions: { Status__c: { ne: 'Duplicate' } },
    unanswered: {
      and: [
        { Status__c: { eq: 'Open' } },
        { Id: { ninq: { Answer__c: { Id: { ne: null } }, ApiName: 'Question__c' } } },
      ],
    },
    mine: { OwnerId: { eq: userId } },
    following: { Id: { in: followed } },
  };
  return filters[view];
}

export interface Browsed {
  readonly entries: readonly FoundEntry[];
  readonly authors: ReadonlyMap<string, string>;
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
        updatedAt: toUtc(text(record, 'CreatedDate') ?? '1970-01-01'),
      };
    }),
    authors: new Map(
      questions.map((record) => [
        text(record, 'Id') ?? '',
        text(record, 'Author_Name__c') ?? text(record, 'Owner.Name') ?? '',
      ]),
    ),
    followed: recordsIn(data, 'Follow__c').map((record) => text(record, 'Question__c') ?? ''),
  };
}
