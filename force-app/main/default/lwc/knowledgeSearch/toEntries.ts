import type { KnowledgeEntry } from 'c/knowledge';
import { toUtc } from 'c/dates';
import { plainText } from './plainText';

/** A record as Apex serialises it: fields without a value are absent. */
export interface FoundRecord {
  readonly Id: string;
  readonly [field: string]: unknown;
}

/** What `KnowledgeSearch.find` answers: questions, answers, nuggets, tags. */
export type FoundLists = readonly (readonly FoundRecord[])[];

export type EntryKind = 'question' | 'nugget';

/** An entry with what a list shows beside it. */
export interface FoundEntry extends KnowledgeEntry {
  readonly kind: EntryKind;
  readonly status?: string;
  readonly outdated?: boolean;
  /** How many answers there are in all, where that is known: a search finds some of them. */
  readonly answerCount?: number;
}

/** The tags that were found by name. */
export interface FoundTag {
  readonly id: string;
  readonly name: string;
}

export interface Found {
  readonly entries: readonly FoundEntry[];
  readonly tags: readonly FoundTag[];
}

/** One entry a question, with those of its answers that were found, and one a nugget. */
export function toFound([questions = [], answers = [], nuggets = [], tags = []]: FoundLists): Found {
  const byQuestion = new Map<string, FoundRecord[]>();
  for (const answer of answers) {
    const id = textOf(answer, 'Question__c');
    byQuestion.set(id, [...(byQuestion.get(id) ?? []), answer]);
  }
  const found = new Map(questions.map((record) => [record.Id, record]));
  for (const [id, [first]] of byQuestion) {
    const parent = first?.Question__r as FoundRecord | undefined;
    if (!found.has(id) && parent) found.set(id, { ...parent, Id: id });
  }
  return {
    entries: [
      ...[...found.values()].map((record) => toQuestion(record, byQuestion.get(record.Id) ?? [])),
      ...nuggets.map(toNugget),
    ],
    tags: tags.map((record) => ({ id: record.Id, name: textOf(record, 'Name') })),
  };
}

function toQuestion(record: FoundRecord, answers: readonly FoundRecord[]): FoundEntry {
  const acceptedId = textOf(record, 'Accepted_Answer__c');
  const accepted = answers.find(({ Id }) => Id === acceptedId);
  const others = answers.filter((answer) => answer !== accepted);
  const moments = [record, ...answers].map((each) => textOf(each, 'CreatedDate')).filter(Boolean);
  return {
    id: record.Id,
    kind: 'question',
    title: textOf(record, 'Title__c'),
    body: plainText(textOf(record, 'Body__c')),
    ...(accepted && { acceptedAnswer: plainText(textOf(accepted, 'Body__c')) }),
    answers: others.map((answer) => plainText(textOf(answer, 'Body__c'))),
    votes: answers.reduce((sum, answer) => sum + Number(answer.Score__c ?? 0), 0),
    status: textOf(record, 'Status__c') || 'Open',
    outdated: record.Outdated__c === true,
    ...(moments.length > 0 && { updatedAt: toUtc(moments.sort().at(-1) ?? '') }),
  };
}

function toNugget(record: FoundRecord): FoundEntry {
  const verifiedOn = textOf(record, 'Verified_On__c');
  return {
    id: record.Id,
    kind: 'nugget',
    title: textOf(record, 'Name'),
    body: textOf(record, 'Summary__c'),
    verified: verifiedOn !== '',
    ...(verifiedOn !== '' && { updatedAt: `${verifiedOn}T00:00:00.000Z` }),
  };
}

function textOf(record: FoundRecord, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : '';
}
