import { teamStanding, type TeamStanding } from 'c/core';
import type { SkillGap, TeamMember } from './members';

/** A domain in which a team has a gap that is probably real. */
export interface DomainGap {
  readonly domain: string;
  readonly standing: TeamStanding;
}

/** A skill in which people of the team have gaps that are probably real. */
export interface PeopleGap extends Omit<SkillGap, 'gap'> {
  /** Largest gap first. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly gap: number }[];
  /** Points below the target, on average over these people. */
  readonly meanGap: number;
}

/** Domains in which the team's own gap is probably real, largest first. */
export function domainGaps(members: readonly TeamMember[], domains: readonly string[]): DomainGap[] {
  return domains
    .map((domain) => ({ domain, standing: teamStanding(members.flatMap((m) => m.domains.get(domain) ?? [])) }))
    .filter(({ standing }) => standing.gapFlagged)
    .sort((a, b) => (b.standing.gap?.mean ?? 0) - (a.standing.gap?.mean ?? 0) || (a.domain < b.domain ? -1 : 1));
}

/** Skills in which anybody has a gap that is probably real; where most points are missing, all people taken, first. */
export function peopleGaps(members: readonly TeamMember[]): PeopleGap[] {
  const bySkill = new Map<string, { skill: SkillGap; people: { id: string; name: string; gap: number }[] }>();
  for (const { id, name, gaps } of members) {
    for (const skill of gaps) {
      const found = bySkill.get(skill.skillId) ?? { skill, people: [] };
      found.people.push({ id, name, gap: skill.gap });
      bySkill.set(skill.skillId, found);
    }
  }
  const missing = (people: readonly { gap: number }[]): number => people.reduce((sum, { gap }) => sum + gap, 0);
  return [...bySkill.values()]
    .sort((a, b) => missing(b.people) - missing(a.people) || (a.skill.skillName < b.skill.skillName ? -1 : 1))
    .map(({ skill: { skillId, skillCode, skillName, domain }, people }) => ({
      skillId,
      skillCode,
      skillName,
      domain,
      people: people.sort((a, b) => b.gap - a.gap || (a.name < b.name ? -1 : 1)),
      meanGap: missing(people) / people.length,
    }));
}
