import { toUtc } from 'c/dates';
import { latestVerdicts, preferencesOf } from 'c/expertRecords';
import { flag, isSameId, number, recordsIn, related, text, type PlainRecord } from 'c/graphqlRecords';
import type { KnowledgeEntry } from 'c/knowledge';
import { contextFacts, plainText } from 'c/knowledgeSearch';

/** A question with its best answer, as the card shows it. */
export interface DealEntry extends KnowledgeEntry {
  /** It was asked about this deal. */
  readonly own: boolean;
  readonly answerCount: number;
  /** Who wrote the best answer. */
  readonly author?: string;
  /** The author is an expert in one of the question's tags, and does not mind being called one. */
  readonly expert: boolean;
}

/** An expert answered so often at least, with so good a chance that an answer helps. */
const LEAST_EVIDENCE = 3;
const LEAST_SCORE = 50;

const idOf = (record: PlainRecord): string => text(record, 'Id') ?? '';
const bodyOf = (record: PlainRecord): string => plainText(text(record, 'Body__c') ?? '');

/** The questions that `ANSWERS_QUERY` answered; outdated ones, and found ones that nobody answered, are left out. */
export function toDealEntries(data: unknown, recordId: string): DealEntry[] {
  const verdicts = latestVerdicts(data);
  const isVerified = (answer: PlainRecord): boolean => verdicts.get(idOf(answer)) === 'Verified';
  const preferences = preferencesOf(data);
  const experts = new Set(
    recordsIn(data, 'Expertise__c')
      .filter((row) => !preferences.get(text(row, 'Person__c') ?? '')?.hides)
      .filter((row) => (number(row, 'Evidence_Count__c') ?? 0) >= LEAST_EVIDENCE)
      .filter((row) => (number(row, 'Score__c') ?? 0) >= LEAST_SCORE)
      .map((row) => `${text(row, 'Person__c') ?? ''}:${text(row, 'Tag__c') ?? ''}`),
  );
  return recordsIn(data, 'Question__c')
    .filter((record) => !flag(record, 'Outdated__c'))
    .map((record) => toDealEntry(record, recordId, isVerified, experts))
    .filter(({ own, answerCount }) => own || answerCount > 0);
}

function toDealEntry(
  record: PlainRecord,
  recordId: string,
  isVerified: (answer: PlainRecord) => boolean,
  experts: ReadonlySet<string>,
): DealEntry {
  const acceptedId = text(record, 'Accepted_Answer__c');
  const rank = (answer: PlainRecord): number =>
    (idOf(answer) === acceptedId ? 1e6 : 0) + (isVerified(answer) ? 1e5 : 0) + (number(answer, 'Score__c') ?? 0);
  const answers = related(record, 'Answers__r')
    .filter((answer) => !flag(answer, 'Outdated__c'))
    .sort((a, b) => rank(b) - rank(a));
  const [best] = answers;
  const isAccepted = best !== undefined && idOf(best) === acceptedId;
  const [summary] = related(record, 'Revisions__r');
  const tags = related(record, 'Taggings__r');
  const owner = best && text(best, 'OwnerId');
  const moments = [record, ...answers].flatMap((each) => text(each, 'CreatedDate') ?? []);
  return {
    id: idOf(record),
    kind: 'question',
    title: text(record, 'Title__c') ?? '',
    body: [plainText(text(record, 'Body__c') ?? ''), ...contextFacts(text(record, 'Context__c'))].join('\n'),
    ...(isAccepted && { acceptedAnswer: bodyOf(best) }),
    answers: (isAccepted ? answers.slice(1) : answers).map(bodyOf),
    ...(summary && { summary: bodyOf(summary) }),
    tags: tags.map((tag) => text(tag, 'Tag__r.Name') ?? ''),
    votes: answers.reduce((sum, answer) => sum + (number(answer, 'Score__c') ?? 0), 0),
    verified: best !== undefined && isVerified(best),
    updatedAt: toUtc(moments.sort().at(-1) ?? '1970-01-01'),
    own: isSameId(text(record, 'Opportunity__c'), recordId),
    answerCount: answers.length,
    author: best && (text(best, 'Author_Name__c') ?? text(best, 'Owner.Name')),
    expert: tags.some((tag) => experts.has(`${owner ?? ''}:${text(tag, 'Tag__c') ?? ''}`)),
  };
}
