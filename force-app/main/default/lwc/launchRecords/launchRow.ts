import type { ChanceOnDay, ShortSkill } from 'c/core';
import { text, type PlainRecord } from 'c/graphqlRecords';

/** A skill that is short of a launch's target, by its name. */
export interface NamedShortSkill extends ShortSkill {
  readonly skillId?: string;
  readonly name: string;
}

/** What `Short_Skills__c` of a launch row says; empty where it is blank or holds something else. */
export function shortSkillsOf(record: PlainRecord, skills: readonly PlainRecord[]): NamedShortSkill[] {
  const byCode = new Map(skills.map((skill) => [text(skill, 'Code__c') ?? '', skill]));
  return listIn<ShortSkill>(text(record, 'Short_Skills__c')).map((short) => {
    const skill = byCode.get(short.skillCode);
    return { ...short, skillId: skill && text(skill, 'Id'), name: (skill && text(skill, 'Name')) ?? short.skillCode };
  });
}

/** What `Forecast_By_Day__c` says, as chances from 0 to 1. */
export function chancesByDayOf(record: PlainRecord): ChanceOnDay[] {
  return listIn<ChanceOnDay>(text(record, 'Forecast_By_Day__c')).map(({ day, chance }) => ({
    day,
    chance: chance / 100,
  }));
}

function listIn<T>(json: string | undefined): readonly T[] {
  if (json === undefined) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? (parsed as T[]) : [];
  } catch {
    return [];
  }
}
