import { compareTeams, teamStanding, type MemberScore, type TeamComparison, type TeamStanding } from 'c/core';
import type { Manager, TeamMember } from './members';

/** The people below one manager. */
export interface SubTeam extends Manager {
  readonly members: readonly TeamMember[];
  /** Some of them have people of their own. */
  readonly hasTeams: boolean;
}

export function isBelow({ managers }: TeamMember, managerId: string): boolean {
  return managers.some(({ id }) => id === managerId);
}

/**
 * The teams right below a manager, by name; without one, those at the top of what the reader sees. A person without
 * people of their own is in the team of their manager, and in no team of the manager's manager's own.
 *
 * @param rootId the manager from whom to go down; the reader at first
 */
export function teamsBelow(members: readonly TeamMember[], rootId: string): SubTeam[] {
  const teams = new Map<string, { manager: Manager; members: TeamMember[]; hasTeams: boolean }>();
  for (const member of members) {
    const position = member.managers.findIndex(({ id }) => id === rootId);
    const chain = position < 0 ? member.managers : member.managers.slice(0, position);
    const manager = chain.at(-1);
    if (!manager) continue;
    const team = teams.get(manager.id) ?? { manager, members: [], hasTeams: false };
    team.members.push(member);
    team.hasTeams ||= chain.length > 1;
    teams.set(manager.id, team);
  }
  return [...teams.values()]
    .map(({ manager, ...team }) => ({ ...manager, ...team }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The reader's place in the hierarchy, from the top down to a manager: the way that breadcrumbs show. */
export function pathTo(members: readonly TeamMember[], rootId: string, managerId: string): Manager[] {
  const member = members.find((candidate) => isBelow(candidate, managerId));
  if (!member) return [];
  const from = member.managers.findIndex(({ id }) => id === managerId);
  const root = member.managers.findIndex(({ id }) => id === rootId);
  return member.managers.slice(from, root < 0 ? undefined : root).reverse();
}

export interface TeamLine extends SubTeam {
  readonly standing: TeamStanding;
  readonly comparison: TeamComparison;
}

/** One line for each team in a column: what can be said of it, and how it stands beside the others. */
export function teamLines(
  teams: readonly SubTeam[],
  scoreOf: (member: TeamMember) => MemberScore | undefined,
): TeamLine[] {
  const scores = new Map(teams.map(({ id, members }) => [id, members.flatMap((member) => scoreOf(member) ?? [])]));
  const compared = compareTeams(scores);
  return teams.map((team) => ({
    ...team,
    standing: teamStanding(scores.get(team.id) ?? []),
    comparison: compared.get(team.id) ?? { beside: 'tooFew' },
  }));
}
