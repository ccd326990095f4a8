import {
  byQuarter,
  LEAST_COHORT,
  proficiencyCase,
  timeToProficiency,
  type Proficiency,
  type ProficiencyCase,
} from 'c/core';
import { flag, hasMore, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';

/** Someone who took up a sales role, and how that went as of a day. */
export interface Starter {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  /** ISO day. */
  readonly startedOn: string;
  readonly score?: number;
  readonly target?: number;
  readonly outcome: ProficiencyCase;
}

export interface Starters {
  readonly all: readonly Starter[];
  readonly computedAt?: string;
  /** The org holds more people than one query gives. */
  readonly isTruncated: boolean;
}

/** What `PROFICIENCY_QUERY` answered; who has not started yet is left out. */
export function toStarters(data: unknown, today: string): Starters {
  const records = recordsIn(data, 'Readiness__c');
  return {
    all: records.flatMap((record) => toStarter(record, today) ?? []),
    computedAt:
      records
        .map((record) => text(record, 'Computed_At__c') ?? '')
        .sort()
        .at(-1) || undefined,
    isTruncated: hasMore(data, 'Readiness__c'),
  };
}

function toStarter(record: PlainRecord, today: string): Starter | undefined {
  const startedOn = text(record, 'Person__r.Sales_Role_Start__c');
  if (startedOn === undefined) return undefined;
  const ended = text(record, 'Person__r.Sales_Role_End__c');
  // Of who is no longer active without a last day, the last day that anything was computed is the last one seen.
  const lastSeen = flag(record, 'Person__r.IsActive') ? undefined : text(record, 'Computed_At__c')?.slice(0, 10);
  const leftOn = ended ?? lastSeen;
  const proficientOn = text(record, 'Proficient_On__c');
  const outcome = proficiencyCase({ startedOn, proficientOn, leftOn }, today);
  return (
    outcome && {
      id: text(record, 'Person__c') ?? '',
      name: text(record, 'Person__r.Name') ?? '',
      role: text(record, 'Person__r.Sales_Role__c'),
      startedOn,
      score: flag(record, 'Enough_Evidence__c') ? number(record, 'Score__c') : undefined,
      target: number(record, 'Target__c'),
      outcome,
    }
  );
}

/** People who started in one quarter. Without an estimate where they are too few to speak of. */
export interface Cohort {
  readonly quarter: string;
  readonly people: number;
  readonly estimate?: Proficiency;
}

export function toCohorts(starters: readonly Starter[]): Cohort[] {
  return byQuarter(starters, ({ startedOn }) => startedOn).map(({ quarter, members }) => ({
    quarter,
    people: members.length,
    estimate: members.length < LEAST_COHORT ? undefined : timeToProficiency(members.map(({ outcome }) => outcome)),
  }));
}

/** Those who are not there yet, longest first. */
export function longestUnderway(starters: readonly Starter[], most: number): Starter[] {
  return starters
    .filter(({ outcome }) => outcome.outcome === 'underway')
    .sort((a, b) => b.outcome.days - a.outcome.days || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
