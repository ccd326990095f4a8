import type { KnowledgeEntry } from 'c/knowledge';
import { toUtc } from 'c/dates';
import { plainText } from './plainText';

/** A record as Apex serialises it: fields without a value are absent. */
export interface FoundRecord {
  readonly Id: string;
  readonly [field: string]: unknown;
}

/** What `KnowledgeSearch.find` answers: questions, answers, nuggets, tags, summaries. */
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

/** A question that has the words in a summary alone, which may have been rewritten since. */
export interface SummedEntry extends FoundEntry {
  /** The versions of the summary that have the words: the latest of them stands in `summary`. */
  readonly versionIds: readonly string[];
}

export interface Found {
  readonly entries: readonly FoundEntry[];
  readonly tags: readonly FoundTag[];
  /** Not among `entries`: whether the latest version of the summary has the words is to be seen first. */
  readonly summed: readonly SummedEntry[];
}

/** One entry a question, with those of its answers that were found, and one a nugget. */
export function toFound([questions = [], answers = [], nuggets = [], tags = [], summaries = []]: FoundLists): Found {
  const byQuestion = groupByQuestion(answers);
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
    summed: [...groupByQuestion(summaries)].flatMap(([id, versions]) => (found.has(id) ? [] : toSummed(id, versions))),
  };
}

function groupByQuestion(records: readonly FoundRecord[]): Map<string, FoundRecord[]> {
  const groups = new Map<string, FoundRecord[]>();
  for (const record of records) {
    const id = textOf(record, 'Question__c');
    groups.set(id, [...(groups.get(id) ?? []), record]);
  }
  return groups;
}

function toSummed(id: string, versions: readonly FoundRecord[]): SummedEntry[] {
  const [latest] = [...versions].sort((a, b) => (textOf(a, 'CreatedDate') < textOf(b, 'CreatedDate') ? 1 : -1));
  const parent = latest?.Question__r as FoundRecord | undefined;
  if (!latest || !parent) return [];
  return [
    {
      ...toQuestion({ ...parent, Id: id }, []),
      summary: plainText(textOf(latest, 'Body__c')),
      versionIds: versions.map(({ Id }) => Id),
    },
  ];
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
