import type { LearningEventFact } from 'c/core';
import { flag, number, related, text, type PlainRecord } from 'c/graphqlRecords';
import { toUtc } from 'c/dates';

const DAY_MS = 86_400_000;
/** Days for which a completed or dismissed nugget gives way to another one. */
const REST_DAYS = 30;

/** A published nugget that serves a skill. */
export interface SkillNugget {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly level: number;
  /** Weight by skill code. */
  readonly skills: Readonly<Record<string, number>>;
}

/** The nugget of a record with `Nugget_Skills__r { Weight__c, Skill__r { Code__c } }`. */
export function toSkillNugget(record: PlainRecord): SkillNugget {
  const skills = related(record, 'Nugget_Skills__r').map((child): [string, number] => [
    text(child, 'Skill__r.Code__c') ?? '',
    number(child, 'Weight__c') ?? 1,
  ]);
  return {
    id: text(record, 'Id') ?? '',
    title: text(record, 'Name') ?? '',
    minutes: number(record, 'Minutes__c') ?? 0,
    level: number(record, 'Level__c') ?? 1,
    skills: Object.fromEntries(skills),
  };
}

/** The fact of a `Learning_Event__c` record. */
export function toLearningEvent(record: PlainRecord): LearningEventFact {
  return {
    nuggetId: text(record, 'Nugget__c') ?? '',
    type: (text(record, 'Type__c') ?? 'Viewed') as LearningEventFact['type'],
    at: toUtc(text(record, 'CreatedDate') ?? '1970-01-01'),
    undone: flag(record, 'Undone__c'),
  };
}

/**
 * The nugget to take next for a skill: one that is not resting, the one most about the skill, the easiest, the
 * shortest; then by id, so that the same input gives the same nugget. When all rest, the one that rested longest.
 */
export function chooseNugget(
  nuggets: readonly SkillNugget[],
  skillCode: string,
  history: readonly LearningEventFact[],
  now: Date,
): SkillNugget | undefined {
  const restsSince = lastRest(history, now);
  const order = (a: SkillNugget, b: SkillNugget): number =>
    (restsSince.get(a.id) ?? 0) - (restsSince.get(b.id) ?? 0) ||
    (b.skills[skillCode] ?? 0) - (a.skills[skillCode] ?? 0) ||
    a.level - b.level ||
    a.minutes - b.minutes ||
    (a.id < b.id ? -1 : 1);
  return nuggets.filter((nugget) => skillCode in nugget.skills).sort(order)[0];
}

/** When each nugget was last completed or dismissed, in epoch milliseconds, where that is recent. */
function lastRest(history: readonly LearningEventFact[], now: Date): Map<string, number> {
  const rests = new Map<string, number>();
  for (const { nuggetId, type, at, undone } of history) {
    const moment = Date.parse(at);
    if (undone || (type !== 'Completed' && type !== 'Dismissed')) continue;
    if (now.getTime() - moment > REST_DAYS * DAY_MS) continue;
    rests.set(nuggetId, Math.max(moment, rests.get(nuggetId) ?? 0));
  }
  return rests;
}
