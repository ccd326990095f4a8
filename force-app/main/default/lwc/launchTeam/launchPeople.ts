import { mayPlanFor } from 'c/assignments';
import type { ChanceOnDay } from 'c/core';
import { hasMore, number, recordsIn, text } from 'c/graphqlRecords';
import { chancesByDayOf, shortSkillsOf, type NamedShortSkill } from 'c/launchRecords';

/** Someone who is not ready for a launch yet. */
export interface NotReady {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly score?: number;
  readonly target?: number;
  /** Score expected on the day. */
  readonly expected?: number;
  /** 0–1. */
  readonly chance: number;
  readonly short: readonly NamedShortSkill[];
  /** The reader is one of the managers who may plan what the person learns. */
  readonly mayAssign: boolean;
}

export interface LaunchPeople {
  /** Of everybody, ready or not, the chances by day. */
  readonly paths: readonly (readonly ChanceOnDay[])[];
  /** The org holds more people than one query gives. */
  readonly isTruncated: boolean;
  /** Best chance first. */
  readonly notReady: readonly NotReady[];
  readonly hasMoreNotReady: boolean;
}

/** What `LAUNCH_TEAM_QUERY` answered to a reader. */
export function toLaunchPeople(data: unknown, readerId: string): LaunchPeople {
  const skills = recordsIn(data, 'Skill__c');
  return {
    paths: recordsIn(data, 'everybody').map(chancesByDayOf),
    isTruncated: hasMore(data, 'everybody'),
    notReady: recordsIn(data, 'notReady').map((record) => ({
      id: text(record, 'Person__c') ?? '',
      name: text(record, 'Person__r.Name') ?? '',
      role: text(record, 'Person__r.Sales_Role__c'),
      score: number(record, 'Score__c'),
      target: number(record, 'Target__c'),
      expected: number(record, 'Expected_Score__c'),
      chance: (number(record, 'Forecast__c') ?? 0) / 100,
      short: shortSkillsOf(record, skills),
      mayAssign: mayPlanFor(record, readerId),
    })),
    hasMoreNotReady: hasMore(data, 'notReady'),
  };
}

/** A skill that people are short of, and who. */
export interface TeamShortSkill {
  readonly skillCode: string;
  readonly skillId?: string;
  readonly name: string;
  /** Best chance first. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly mayAssign: boolean }[];
  /** Of how many of them the evidence is too thin to say. */
  readonly thin: number;
  /** Mean of the points that the others are short of; 0 where there are none. */
  readonly meanGap: number;
}

/** The skills that keep people from being ready, most people first. */
export function teamShortSkills(notReady: readonly NotReady[]): TeamShortSkill[] {
  const bySkill = new Map<string, { skill: NamedShortSkill; person: NotReady }[]>();
  for (const person of notReady) {
    for (const skill of person.short) {
      bySkill.set(skill.skillCode, [...(bySkill.get(skill.skillCode) ?? []), { skill, person }]);
    }
  }
  return [...bySkill.values()]
    .map((entries): TeamShortSkill => {
      const [first] = entries;
      const gaps = entries.filter(({ skill }) => skill.enoughEvidence && skill.gap > 0).map(({ skill }) => skill.gap);
      return {
        skillCode: first?.skill.skillCode ?? '',
        skillId: first?.skill.skillId,
        name: first?.skill.name ?? '',
        people: entries.map(({ person: { id, name, mayAssign } }) => ({ id, name, mayAssign })),
        thin: entries.length - gaps.length,
        meanGap: gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
      };
    })
    .sort((a, b) => b.people.length - a.people.length || (a.name < b.name ? -1 : 1));
}
