import { coachNext, type CoachingChoice, type CoachingSuggestion } from 'c/core';
import { toUtc } from 'c/dates';
import { flag, number, recordsIn, text } from 'c/graphqlRecords';

/** A suggestion with the names that belong to it. */
export interface NamedSuggestion extends CoachingSuggestion {
  readonly personName: string;
  readonly skillName: string;
}

export interface Coaching {
  /** The most valuable first, at most five. */
  readonly suggestions: readonly NamedSuggestion[];
  readonly computedAt?: string;
}

type Launch = NonNullable<CoachingChoice['launch']>;

/** Whom to coach next, from what `COACH_QUERY` answered. */
export function toCoaching(data: unknown, now: Date): Coaching {
  const rows = recordsIn(data, 'Readiness__c');
  const keyOf = (a: string | undefined, b: string | undefined): string => `${a ?? ''}:${b ?? ''}`;
  const weights = new Map(
    recordsIn(data, 'targets').map((row) => [
      keyOf(text(row, 'Sales_Role__c'), text(row, 'Skill__c')),
      number(row, 'Weight__c') ?? 1,
    ]),
  );
  const launches = new Map<string, Launch>();
  for (const row of recordsIn(data, 'launches')) {
    const key = keyOf(text(row, 'Sales_Role__c'), text(row, 'Skill__c'));
    const on = text(row, 'Launch__r.Launch_On__c') ?? '';
    const launch = { name: text(row, 'Launch__r.Name') ?? '', on, target: number(row, 'Target__c') ?? 0 };
    const found = launches.get(key);
    if (!found || on < found.on) launches.set(key, launch);
  }
  const observed = new Map<string, string>();
  for (const row of recordsIn(data, 'Skill_Assessment__c')) {
    const key = keyOf(text(row, 'Person__c'), text(row, 'Skill__c'));
    const at = text(row, 'Observed_On__c') ?? toUtc(text(row, 'CreatedDate') ?? '1970-01-01');
    if (at > (observed.get(key) ?? '')) observed.set(key, at);
  }
  const names = new Map(rows.map((row) => [text(row, 'Person__c') ?? '', text(row, 'Person__r.Name') ?? '']));
  const skills = new Map(rows.map((row) => [text(row, 'Skill__c') ?? '', text(row, 'Skill__r.Name') ?? '']));
  const choices = rows.map((row): CoachingChoice => {
    const [personId, skillId] = [text(row, 'Person__c') ?? '', text(row, 'Skill__c') ?? ''];
    const role = text(row, 'Person__r.Sales_Role__c');
    const score = number(row, 'Score__c') ?? 0;
    return {
      personId,
      skillId,
      score,
      lower: number(row, 'Lower__c') ?? score,
      upper: number(row, 'Upper__c') ?? score,
      enoughEvidence: flag(row, 'Enough_Evidence__c'),
      target: number(row, 'Target__c') ?? 0,
      weight: weights.get(keyOf(role, skillId)) ?? 1,
      dueForReview: text(row, 'Due_For_Review__c'),
      learningRate: number(row, 'Learning_Rate__c'),
      roleStart: text(row, 'Person__r.Sales_Role_Start__c'),
      observedAt: observed.get(keyOf(personId, skillId)),
      launch: launches.get(keyOf(role, skillId)),
    };
  });
  const computed = rows.map((row) => text(row, 'Computed_At__c') ?? '').sort();
  return {
    suggestions: coachNext(choices, now).map((suggestion) => ({
      ...suggestion,
      personName: names.get(suggestion.personId) ?? '',
      skillName: skills.get(suggestion.skillId) ?? '',
    })),
    computedAt: computed.at(-1) || undefined,
  };
}
