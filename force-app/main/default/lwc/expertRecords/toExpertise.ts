import { flag, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';

/** What one person has shown to know about one tag. Percentages. */
export interface ExpertiseRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly tag: string;
  readonly tagKey: string;
  /** Ends of the 80 % interval of the chance that the next answer helps. */
  readonly lower: number;
  readonly upper: number;
  readonly answers: number;
  readonly accepted: number;
  readonly verified: number;
  readonly votes: number;
  /** The latest answers behind it, newest first. */
  readonly answerIds: readonly string[];
}

/** What was decided about being named, by person. */
export type Preferences = ReadonlyMap<string, { readonly id: string; readonly hides: boolean }>;

export interface Expertise {
  /** Surest first; without those who do not want to be named, whatever the last sync published. */
  readonly rows: readonly ExpertiseRow[];
  readonly preferences: Preferences;
}

/** What a query answered under `Knowledge_Preference__c`. */
export function preferencesOf(data: unknown): Preferences {
  return new Map(
    recordsIn(data, 'Knowledge_Preference__c').map((record) => [
      text(record, 'OwnerId') ?? '',
      { id: text(record, 'Id') ?? '', hides: flag(record, 'Hide_Expertise__c') },
    ]),
  );
}

/** What `EXPERTS_QUERY` answered. */
export function toExpertise(data: unknown): Expertise {
  const preferences = preferencesOf(data);
  const rows = recordsIn(data, 'Expertise__c').map(toRow);
  return { rows: rows.filter(({ personId, tag }) => tag !== '' && !preferences.get(personId)?.hides), preferences };
}

function toRow(record: PlainRecord): ExpertiseRow {
  return {
    id: text(record, 'Id') ?? '',
    personId: text(record, 'Person__c') ?? '',
    name: text(record, 'Person__r.Name') ?? '',
    tag: text(record, 'Tag__r.Name') ?? '',
    tagKey: text(record, 'Tag__r.Key__c') ?? '',
    lower: number(record, 'Lower__c') ?? 0,
    upper: number(record, 'Upper__c') ?? 0,
    answers: number(record, 'Evidence_Count__c') ?? 0,
    accepted: number(record, 'Accepted_Count__c') ?? 0,
    verified: number(record, 'Verified_Count__c') ?? 0,
    votes: number(record, 'Votes__c') ?? 0,
    answerIds: idsIn(text(record, 'Evidence__c')),
  };
}

function idsIn(json = '[]'): string[] {
  try {
    const ids: unknown = JSON.parse(json);
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
