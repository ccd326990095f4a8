import type { MemberScore } from 'c/core';
import type { TeamMember } from './members';
import { isBelow } from './teams';

/** Which members to show. An empty text filters nothing. */
export interface TeamFilter {
  /** The manager whose people, at whatever depth, are shown. */
  readonly teamId: string;
  readonly role: string;
  readonly name: string;
  readonly gapsOnly: boolean;
}

export const NO_FILTER: TeamFilter = { teamId: '', role: '', name: '', gapsOnly: false };

export function filterMembers(members: readonly TeamMember[], filter: TeamFilter): TeamMember[] {
  const name = filter.name.trim().toLowerCase();
  return members.filter(
    (member) =>
      (filter.teamId === '' || isBelow(member, filter.teamId)) &&
      (filter.role === '' || (member.role ?? '') === filter.role) &&
      member.name.toLowerCase().includes(name) &&
      (!filter.gapsOnly || hasGap(member)),
  );
}

function hasGap({ overall, domains }: TeamMember): boolean {
  return overall.flagged || [...domains.values()].some(({ flagged }) => flagged);
}

/** A column of the heat map: the person's name, the overall score, or a domain by its name. */
export const PERSON_COLUMN = 'person';
export const OVERALL_COLUMN = 'overall';

export interface TeamOrder {
  readonly column: string;
  readonly ascending: boolean;
}

/** The weakest first: that is what a manager looks for. */
export const FIRST_ORDER: TeamOrder = { column: OVERALL_COLUMN, ascending: true };

export function scoreIn(member: TeamMember, column: string): MemberScore | undefined {
  return column === OVERALL_COLUMN ? member.overall : member.domains.get(column);
}

const compareNames = new Intl.Collator().compare;

/** Members in the order of a column. Who has no score there comes last, in either direction; equals go by name. */
export function sortMembers(members: readonly TeamMember[], { column, ascending }: TeamOrder): TeamMember[] {
  const sign = ascending ? 1 : -1;
  const byName = (a: TeamMember, b: TeamMember): number => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1);
  if (column === PERSON_COLUMN) return [...members].sort((a, b) => sign * byName(a, b));
  return [...members].sort((a, b) => {
    const [left, right] = [scoreIn(a, column)?.score, scoreIn(b, column)?.score];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined) || byName(a, b);
    }
    return sign * (left - right) || byName(a, b);
  });
}

/** Every domain that anybody has a score in, by name. */
export function domainsOf(members: readonly TeamMember[]): string[] {
  return [...new Set(members.flatMap(({ domains }) => [...domains.keys()]))].sort();
}

/** The domains furthest below their targets, worst first; only those with a score. */
export function weakestDomains(member: TeamMember, count: number): string[] {
  const distance = ({ score = 0, target = 0 }: MemberScore): number => score - target;
  return [...member.domains]
    .filter(([, { score }]) => score !== undefined)
    .sort(([nameA, a], [nameB, b]) => distance(a) - distance(b) || (nameA < nameB ? -1 : 1))
    .slice(0, count)
    .map(([name]) => name);
}
