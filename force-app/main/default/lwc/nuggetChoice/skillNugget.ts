import type { LearningEventFact, NuggetChoice } from 'c/core';
import { toUtc } from 'c/dates';
import { flag, number, recordsIn, related, text } from 'c/graphqlRecords';

/** A published nugget that serves a skill. */
export interface SkillNugget extends NuggetChoice {
  readonly title: string;
}

/** The nuggets that `SKILL_NUGGETS_QUERY` answered. */
export function toSkillNuggets(data: unknown): SkillNugget[] {
  return recordsIn(data, 'Nugget__c').map((record) => ({
    id: text(record, 'Id') ?? '',
    title: text(record, 'Name') ?? '',
    minutes: number(record, 'Minutes__c') ?? 0,
    level: number(record, 'Level__c') ?? 1,
    skills: Object.fromEntries(
      related(record, 'Nugget_Skills__r').map((child): [string, number] => [
        text(child, 'Skill__r.Code__c') ?? '',
        number(child, 'Weight__c') ?? 1,
      ]),
    ),
  }));
}

/** A learning event with its id, so that it can be undone. */
export interface OwnEvent extends LearningEventFact {
  readonly id: string;
}

/** The `Learning_Event__c` records of an answer, as core wants them. */
export function toLearningEvents(data: unknown): OwnEvent[] {
  return recordsIn(data, 'Learning_Event__c').map((record) => ({
    id: text(record, 'Id') ?? '',
    nuggetId: text(record, 'Nugget__c') ?? '',
    type: (text(record, 'Type__c') ?? 'Viewed') as LearningEventFact['type'],
    at: toUtc(text(record, 'CreatedDate') ?? '1970-01-01'),
    undone: flag(record, 'Undone__c'),
  }));
}
