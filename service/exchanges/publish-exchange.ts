import { type ApprovedDraft, type Participant, readApproved } from '../../core/capture/index.ts';
import { tagKey } from '../../core/knowledge/index.ts';
import { type OrgClient, type OrgInput, type SaveOutcome, reasonOf } from '../connection/index.ts';
import { soqlList, soqlText } from '../connection/soql.ts';
import { digestOf } from '../digest.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';
import type { OrgPeople } from './org-people.ts';
import { richText } from './rich-text.ts';
import type { WaitingExchange } from './waiting-exchange.ts';

export type Published = { readonly questionId: string; readonly answers: number } | { readonly refused: string };

const MOST_TAGS = 10;

/**
 * Makes the question and the answers of an approved exchange, each owned by whoever wrote it. Killed at any point, it
 * goes on where it was: the question is known by its thread, an answer by its mail.
 */
export async function publishExchange(
  client: OrgClient,
  exchange: WaitingExchange,
  people: OrgPeople,
): Promise<Published> {
  const approved = readApproved(exchange.approved);
  if (approved === undefined || approved.title.trim() === '' || approved.answers.length === 0)
    return { refused: 'nothing was approved to publish: review it again' };
  const authors = new Map(exchange.answers.map(({ messageKey, author }) => [messageKey, author]));
  if (approved.answers.some(({ messageKey }) => !authors.has(messageKey)))
    return { refused: 'an approved answer is not in the draft: review it again' };
  const question = await findOrMakeQuestion(client, exchange, approved, people);
  if ('refused' in question) return question;
  const keys = approved.answers.map(({ messageKey }) => messageKeyOf(messageKey));
  const there = await client.query(`SELECT Message_Key__c FROM Answer__c WHERE Message_Key__c IN ${soqlList(keys)}`);
  const known = new Set(there.map((row) => requiredTextOf(row, 'Message_Key__c')));
  const answers = approved.answers
    .filter(({ messageKey }) => !known.has(messageKeyOf(messageKey)))
    .map(({ messageKey, body }): OrgInput => ({
      Question__c: question.id,
      Body__c: richText(body),
      Source__c: 'E-mail',
      Message_Key__c: messageKeyOf(messageKey),
      ...authorOf(authors.get(messageKey) ?? '', exchange.participants, people),
    }));
  const refused = answers.length === 0 ? undefined : firstRefusal(await client.insert('Answer__c', answers));
  if (refused !== undefined) return { refused };
  await putTags(client, question.id, approved.tags);
  return { questionId: question.id, answers: answers.length };
}

/** One-way, so that the org keeps no addresses of mail servers; the same for a mail however it comes. */
export function messageKeyOf(messageId: string): string {
  return digestOf(messageId);
}

async function findOrMakeQuestion(
  client: OrgClient,
  { key, participants }: WaitingExchange,
  { title, body, mergeInto }: ApprovedDraft,
  people: OrgPeople,
): Promise<{ readonly id: string } | { readonly refused: string }> {
  const condition = mergeInto === undefined ? `Thread_Key__c = ${soqlText(key)}` : `Id = ${soqlText(mergeInto)}`;
  const [there] = await client.query(`SELECT Id, Duplicate_Of__c FROM Question__c WHERE ${condition}`);
  // A duplicate takes no answers: its original does.
  if (there !== undefined) return { id: textOf(there, 'Duplicate_Of__c') ?? requiredTextOf(there, 'Id') };
  if (mergeInto !== undefined) return { refused: 'the question it was to be merged into is gone: review it again' };
  const asker = participants.find(({ role }) => role === 'asked');
  const [outcome] = await client.insert('Question__c', [
    {
      Title__c: title.trim().slice(0, 255),
      Body__c: richText(body),
      Status__c: 'Open',
      Source__c: 'E-mail',
      Thread_Key__c: key,
      ...authorOf(asker?.address ?? asker?.name ?? '', participants, people),
    },
  ]);
  if (outcome?.ok === true) return { id: outcome.id };
  return { refused: reasonOf(outcome) };
}

/** The owner, where exactly one user has the address; else the name, where there is one. */
function authorOf(author: string, participants: readonly Participant[], people: OrgPeople): OrgInput {
  const [user, ...others] = people.get(author.toLowerCase()) ?? [];
  if (user !== undefined && others.length === 0) return { OwnerId: user };
  const name = participants.find(({ address }) => address === author.toLowerCase())?.name ?? author;
  return name === '' || name.includes('@') ? {} : { Author_Name__c: name.slice(0, 120) };
}

/** Tags cost no exchange: one that the org refuses is left out. */
async function putTags(client: OrgClient, questionId: string, names: readonly string[]): Promise<void> {
  const wanted = new Map(names.map((name): [string, string] => [tagKey(name), name.trim().slice(0, 80)]));
  wanted.delete('');
  const keys = [...wanted.keys()].slice(0, MOST_TAGS);
  if (keys.length === 0) return;
  const ids = async (): Promise<Map<string, string>> => {
    const rows = await client.query(`SELECT Id, Key__c FROM Tag__c WHERE Key__c IN ${soqlList(keys)}`);
    return new Map(rows.map((row) => [requiredTextOf(row, 'Key__c'), requiredTextOf(row, 'Id')]));
  };
  const known = await ids();
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0)
    await client.insert(
      'Tag__c',
      missing.map((key) => ({ Name: wanted.get(key) ?? key, Key__c: key })),
    );
  const taggings = [...(missing.length > 0 ? await ids() : known)].map(([key, id]): OrgInput => ({
    Tag__c: id,
    Question__c: questionId,
    Key__c: `${key}:${questionId}`,
  }));
  if (taggings.length > 0) await client.insert('Tagging__c', taggings);
}

/** What is there already was made by a run that was killed. */
function firstRefusal(outcomes: readonly SaveOutcome[]): string | undefined {
  const refused = outcomes.find((outcome) => !outcome.ok && outcome.code !== 'DUPLICATE_VALUE');
  return refused === undefined || refused.ok ? undefined : reasonOf(refused);
}
