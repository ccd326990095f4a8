import type { OwnVote, VoteValue } from 'c/knowledgeWrites';
import { contextFacts } from 'c/knowledgeSearch';
import { flag, hasMore, isSameId, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';
import { toRequests, type ExpertRequest } from './requests';

/** Who wrote something and when. */
export interface Written {
  readonly id: string;
  readonly author: string;
  readonly at: string;
}

export interface Comment extends Written {
  readonly body: string;
}

/** How something read before an edit; the edit was at `at`, by `author`. */
export interface Revision extends Written {
  readonly title?: string;
  readonly body?: string;
}

export interface Verification {
  readonly kind: 'Verified' | 'Outdated';
  readonly author: string;
  readonly at: string;
}

export interface Answer extends Written {
  readonly body: string;
  readonly isOwn: boolean;
  readonly byMail: boolean;
  /** Votes for it less votes against it. */
  readonly score: number;
  readonly ownVote?: OwnVote;
  readonly accepted: boolean;
  readonly outdated: boolean;
  /** The latest word of somebody who may verify. */
  readonly verification?: Verification;
  readonly comments: readonly Comment[];
  readonly revisions: readonly Revision[];
}

export type QuestionStatus = 'Open' | 'Answered' | 'Duplicate' | 'Closed';

export interface Thread extends Written {
  readonly title: string;
  readonly body: string;
  readonly status: QuestionStatus;
  readonly isOwn: boolean;
  readonly byMail: boolean;
  readonly outdated: boolean;
  /** What the community knows: the latest of `summaries`, or what a moderator wrote on the question. */
  readonly summary?: string;
  /** How the summary read, latest first. */
  readonly summaries: readonly Revision[];
  /** Facts of the deal that the asker shared: signal and value in words. */
  readonly context: readonly string[];
  /** The deal in which it was asked, for those who may see it. */
  readonly deal?: { readonly id: string; readonly name: string };
  readonly duplicateOf?: { readonly id: string; readonly title: string };
  /** Questions that repeat this one. */
  readonly duplicates: readonly { readonly id: string; readonly title: string }[];
  /** Who was asked to answer, the first one first. */
  readonly requests: readonly ExpertRequest[];
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly comments: readonly Comment[];
  readonly revisions: readonly Revision[];
  /** Accepted first, then verified, then by votes, then the oldest. */
  readonly answers: readonly Answer[];
  readonly followId?: string;
  readonly following: boolean;
  readonly isTruncated: boolean;
}

/** So many answers are a long thread. */
const LONG_THREAD = 3;

/** Records by the answer they belong to; by undefined those that belong to the question itself. */
type ByAnswer = ReadonlyMap<string | undefined, readonly PlainRecord[]>;

/** What was answered beside the answers, each list read once. */
interface Around {
  readonly userId: string;
  readonly acceptedId?: string;
  readonly votes: ByAnswer;
  /** Latest first. */
  readonly verifications: ByAnswer;
  readonly comments: ByAnswer;
  readonly revisions: ByAnswer;
}

/** The thread that `THREAD_QUERY` answered; undefined where the reader may not see the question. */
export function toThread(data: unknown, userId: string): Thread | undefined {
  const [question] = recordsIn(data, 'Question__c');
  if (!question) return undefined;
  const isSummary = (record: PlainRecord): boolean => text(record, 'Kind__c') === 'Summary';
  const revisions = recordsIn(data, 'Revision__c');
  const summaries = revisions.filter(isSummary).map(toRevision);
  const around: Around = {
    userId,
    acceptedId: text(question, 'Accepted_Answer__c'),
    votes: byAnswer(recordsIn(data, 'Vote__c')),
    verifications: byAnswer(recordsIn(data, 'Verification__c')),
    comments: byAnswer(recordsIn(data, 'Comment__c')),
    revisions: byAnswer(revisions.filter((record) => !isSummary(record))),
  };
  const [follow] = recordsIn(data, 'Follow__c');
  const dealId = text(question, 'Opportunity__r.Id');
  const duplicateId = text(question, 'Duplicate_Of__r.Id');
  const answers = recordsIn(data, 'Answer__c').map((record) => toAnswer(record, around));
  return {
    ...toWritten(question),
    title: text(question, 'Title__c') ?? '',
    body: text(question, 'Body__c') ?? '',
    status: (text(question, 'Status__c') ?? 'Open') as QuestionStatus,
    isOwn: isSameId(text(question, 'OwnerId'), userId),
    byMail: text(question, 'Source__c') === 'E-mail',
    outdated: flag(question, 'Outdated__c'),
    summary: summaries[0] ? summaries[0].body : text(question, 'Summary__c'),
    summaries,
    context: contextFacts(text(question, 'Context__c')),
    deal: dealId ? { id: dealId, name: text(question, 'Opportunity__r.Name') ?? '' } : undefined,
    duplicateOf: duplicateId ? { id: duplicateId, title: text(question, 'Duplicate_Of__r.Title__c') ?? '' } : undefined,
    duplicates: recordsIn(data, 'duplicates').map((record) => ({
      id: text(record, 'Id') ?? '',
      title: text(record, 'Title__c') ?? '',
    })),
    requests: toRequests(data, question, userId),
    tags: recordsIn(data, 'Tagging__c').map((record) => ({
      id: text(record, 'Tag__r.Id') ?? '',
      name: text(record, 'Tag__r.Name') ?? '',
    })),
    comments: of(around.comments, undefined).map(toComment),
    revisions: of(around.revisions, undefined).map(toRevision),
    answers: answers.sort(inOrder),
    followId: follow && text(follow, 'Id'),
    following: follow !== undefined && !flag(follow, 'Muted__c'),
    isTruncated: hasMore(data, 'Answer__c'),
  };
}

function toAnswer(record: PlainRecord, { userId, acceptedId, ...around }: Around): Answer {
  const written = toWritten(record);
  const [vote] = of(around.votes, written.id);
  const [verification] = of(around.verifications, written.id);
  return {
    ...written,
    body: text(record, 'Body__c') ?? '',
    isOwn: isSameId(text(record, 'OwnerId'), userId),
    byMail: text(record, 'Source__c') === 'E-mail',
    score: number(record, 'Score__c') ?? 0,
    ownVote: vote && { id: text(vote, 'Id') ?? '', value: (number(vote, 'Value__c') ?? 0) as VoteValue },
    accepted: acceptedId === written.id,
    outdated: flag(record, 'Outdated__c'),
    verification: verification && {
      kind: text(verification, 'Kind__c') === 'Outdated' ? 'Outdated' : 'Verified',
      author: text(verification, 'CreatedBy.Name') ?? '',
      at: text(verification, 'CreatedDate') ?? '',
    },
    comments: of(around.comments, written.id).map(toComment),
    revisions: of(around.revisions, written.id).map(toRevision),
  };
}

/** Somebody of this org owns what they wrote; for others the name from the e-mail stands. */
function toWritten(record: PlainRecord): Written {
  return {
    id: text(record, 'Id') ?? '',
    author: text(record, 'Author_Name__c') ?? text(record, 'Owner.Name') ?? '',
    at: text(record, 'CreatedDate') ?? '',
  };
}

function toComment(record: PlainRecord): Comment {
  return {
    id: text(record, 'Id') ?? '',
    author: text(record, 'CreatedBy.Name') ?? '',
    at: text(record, 'CreatedDate') ?? '',
    body: text(record, 'Body__c') ?? '',
  };
}

function toRevision(record: PlainRecord): Revision {
  return { ...toComment(record), title: text(record, 'Title__c'), body: text(record, 'Body__c') };
}

function byAnswer(records: readonly PlainRecord[]): ByAnswer {
  const lists = new Map<string | undefined, PlainRecord[]>();
  for (const record of records) {
    const answerId = text(record, 'Answer__c');
    const list = lists.get(answerId);
    if (list) list.push(record);
    else lists.set(answerId, [record]);
  }
  return lists;
}

function of(lists: ByAnswer, answerId: string | undefined): readonly PlainRecord[] {
  return lists.get(answerId) ?? [];
}

function inOrder(a: Answer, b: Answer): number {
  const verified = ({ verification, outdated }: Answer): number =>
    Number(!outdated && verification?.kind === 'Verified');
  return (
    Number(b.accepted) - Number(a.accepted) ||
    Number(a.outdated) - Number(b.outdated) ||
    verified(b) - verified(a) ||
    b.score - a.score ||
    (a.at < b.at ? -1 : 1)
  );
}

/** It has a summary, or so many answers that it is worth one. */
export function deservesSummary({ summary, answers }: Thread): boolean {
  return Boolean(summary) || answers.length >= LONG_THREAD;
}
