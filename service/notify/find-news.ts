import type { OrgClient, OrgInput, OrgRecord } from '../connection/index.ts';
import { queryInLists } from '../connection/query-in-lists.ts';
import { groupBy } from '../group-by.ts';
import { flagOf, momentOf, relatedTextOf, requiredTextOf, textOf } from '../sync/field-values.ts';

export interface NewAnswer {
  readonly author: string;
  /** Rich text. */
  readonly body: string;
  readonly at: string;
}

/** Something that one person is to be told about one question. */
export interface News {
  readonly kind: 'asked' | 'answered';
  readonly userId: string;
  readonly questionId: string;
  readonly title: string;
  /** Rich text. */
  readonly body: string;
  readonly asker: string;
  /** Oldest first; none where the person is asked. */
  readonly answers: readonly NewAnswer[];
  /** How the org remembers that the person was told. */
  readonly told: ToldMark;
}

export type ToldMark =
  | { readonly object: 'Expert_Request__c' | 'Follow__c'; readonly update: OrgInput }
  | { readonly object: 'Follow__c'; readonly insert: OrgInput };

interface Question {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly ownerId: string;
  readonly asker: string;
  readonly isWeb: boolean;
}

/** Answers older than this are no news, however long nobody was told. */
const DAYS = 14;
/** The org's stamps are of whole seconds: what is younger waits, so that no second is told of in two halves. */
const MARGIN_MS = 5_000;

/** Who is to be told what: people who are asked, and askers and followers of questions with new answers. */
export async function findNews(client: OrgClient, now: Date): Promise<News[]> {
  const [requests = [], recent = []] = await client.queryMany([
    "SELECT Id, Person__c, Question__c FROM Expert_Request__c WHERE Told_At__c = null AND Declined__c = false AND Withdrawn__c = false AND Question__r.Status__c IN ('Open', 'Answered') ORDER BY CreatedDate, Id",
    `SELECT Id, Question__c, OwnerId, Owner.Name, Author_Name__c, Body__c, CreatedDate FROM Answer__c WHERE CreatedDate = LAST_N_DAYS:${DAYS} ORDER BY CreatedDate, Id`,
  ]);
  const until = new Date(now.getTime() - MARGIN_MS).toISOString();
  const answers = recent.filter((row) => (momentOf(row, 'CreatedDate') ?? '') < until);
  const given = groupBy(answers, questionOf);
  const questions = await readQuestions(client, [...new Set([...requests.map(questionOf), ...given.keys()])]);
  const follows = await readFollows(client, [...given.keys()]);
  return [...askedNews(requests, questions, now), ...answeredNews(given, questions, follows)];
}

function askedNews(requests: readonly OrgRecord[], questions: ReadonlyMap<string, Question>, now: Date): News[] {
  return requests.flatMap((row): News[] => {
    const question = questions.get(questionOf(row));
    if (question === undefined) return [];
    const update = { Id: requiredTextOf(row, 'Id'), Told_At__c: now.toISOString() };
    return [newsOf('asked', requiredTextOf(row, 'Person__c'), question, [], { object: 'Expert_Request__c', update })];
  });
}

function answeredNews(
  answers: ReadonlyMap<string, readonly OrgRecord[]>,
  questions: ReadonlyMap<string, Question>,
  follows: ReadonlyMap<string, readonly OrgRecord[]>,
): News[] {
  return [...questions.values()].flatMap((question) => {
    const given = answers.get(question.id) ?? [];
    const followers = follows.get(question.id) ?? [];
    const news = followers.flatMap((follow): News[] => {
      if (flagOf(follow, 'Muted__c') === 1) return [];
      const told = momentOf(follow, 'Told_At__c');
      const followed = momentOf(follow, 'CreatedDate') ?? '';
      const userId = requiredTextOf(follow, 'OwnerId');
      const fresh = freshFor(given, userId, (at) => (told === null ? at >= followed : at > told));
      const at = fresh.at(-1)?.at;
      const update = { Id: requiredTextOf(follow, 'Id'), Told_At__c: at ?? null };
      return at === undefined ? [] : [newsOf('answered', userId, question, fresh, { object: 'Follow__c', update })];
    });
    return [...news, ...askerNews(question, given, followers)];
  });
}

/** Whoever asked follows, even where the row that says so could not be written. An exchange by e-mail was read by them. */
function askerNews(question: Question, given: readonly OrgRecord[], followers: readonly OrgRecord[]): News[] {
  if (!question.isWeb || followers.some((follow) => follow['OwnerId'] === question.ownerId)) return [];
  const fresh = freshFor(given, question.ownerId, () => true);
  const at = fresh.at(-1)?.at;
  if (at === undefined) return [];
  const insert = {
    OwnerId: question.ownerId,
    Question__c: question.id,
    Key__c: `${question.ownerId}:${question.id}`,
    Told_At__c: at,
  };
  return [newsOf('answered', question.ownerId, question, fresh, { object: 'Follow__c', insert })];
}

function freshFor(given: readonly OrgRecord[], userId: string, isNew: (at: string) => boolean): NewAnswer[] {
  return given.flatMap((row): NewAnswer[] => {
    const at = momentOf(row, 'CreatedDate') ?? '';
    if (!isNew(at) || row['OwnerId'] === userId) return [];
    return [{ author: textOf(row, 'Author_Name__c') ?? ownerName(row), body: requiredTextOf(row, 'Body__c'), at }];
  });
}

function newsOf(
  kind: News['kind'],
  userId: string,
  { id, title, body, asker }: Question,
  answers: readonly NewAnswer[],
  told: ToldMark,
): News {
  return { kind, userId, questionId: id, title, body, asker, answers, told };
}

async function readQuestions(client: OrgClient, ids: readonly string[]): Promise<Map<string, Question>> {
  const rows = await queryInLists(
    client,
    ids,
    (list) =>
      `SELECT Id, Title__c, Body__c, OwnerId, Owner.Name, Author_Name__c, Source__c FROM Question__c WHERE Id IN ${list}`,
  );
  return new Map(rows.map(toQuestion).map((question) => [question.id, question]));
}

function toQuestion(row: OrgRecord): Question {
  return {
    id: requiredTextOf(row, 'Id'),
    title: requiredTextOf(row, 'Title__c'),
    body: requiredTextOf(row, 'Body__c'),
    ownerId: requiredTextOf(row, 'OwnerId'),
    asker: textOf(row, 'Author_Name__c') ?? ownerName(row),
    isWeb: row['Source__c'] === 'Web',
  };
}

async function readFollows(client: OrgClient, ids: readonly string[]): Promise<Map<string, OrgRecord[]>> {
  const rows = await queryInLists(
    client,
    ids,
    (list) =>
      `SELECT Id, OwnerId, Question__c, Muted__c, Told_At__c, CreatedDate FROM Follow__c WHERE Question__c IN ${list} ORDER BY Id`,
  );
  return groupBy(rows, questionOf);
}

function questionOf(row: OrgRecord): string {
  return requiredTextOf(row, 'Question__c');
}

function ownerName(row: OrgRecord): string {
  return relatedTextOf(row, 'Owner', 'Name') ?? '';
}
