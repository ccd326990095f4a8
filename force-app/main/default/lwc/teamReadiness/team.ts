import { flag, hasMore, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';

/** One score of one person: overall or in a domain. */
export interface TeamScore {
  /** 0–100; undefined where too little is known to say. */
  readonly score?: number;
  readonly target?: number;
  /** The gap is probably real. */
  readonly flagged: boolean;
}

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly manager?: string;
  readonly overall: TeamScore;
  /** By domain; a domain that the role has no target in is absent. */
  readonly domains: ReadonlyMap<string, TeamScore>;
}

export interface Team {
  readonly members: readonly TeamMember[];
  /** Every domain that anybody has a score in, by name. */
  readonly domains: readonly string[];
  readonly computedAt?: string;
  /** The org holds more rows than one query gives. */
  readonly isTruncated: boolean;
}

/** The team of what `TEAM_QUERY` answered. */
export function toTeam(data: unknown): Team {
  const people = recordsIn(data, 'people');
  const byPerson = new Map<string, Map<string, TeamScore>>();
  for (const cell of recordsIn(data, 'cells')) {
    const [person, domain] = [text(cell, 'Person__c') ?? '', text(cell, 'Domain__c') ?? ''];
    const scores = byPerson.get(person) ?? new Map<string, TeamScore>();
    byPerson.set(person, scores.set(domain, toScore(cell)));
  }
  const members = people.map((record): TeamMember => {
    const id = text(record, 'Person__c') ?? '';
    return {
      id,
      name: text(record, 'Person__r.Name') ?? '',
      role: text(record, 'Person__r.Sales_Role__c'),
      manager: text(record, 'Person__r.Manager.Name'),
      overall: toScore(record),
      domains: byPerson.get(id) ?? new Map(),
    };
  });
  const domains = new Set(members.flatMap((member) => [...member.domains.keys()]));
  const computed = people.map((record) => text(record, 'Computed_At__c') ?? '').sort();
  return {
    members,
    domains: [...domains].sort(),
    computedAt: computed.at(-1) || undefined,
    isTruncated: hasMore(data, 'people') || hasMore(data, 'cells'),
  };
}

function toScore(record: PlainRecord): TeamScore {
  return {
    score: flag(record, 'Enough_Evidence__c') ? number(record, 'Score__c') : undefined,
    target: number(record, 'Target__c'),
    flagged: flag(record, 'Gap_Flagged__c'),
  };
}

/** Which members to show. An empty text filters nothing. */
export interface TeamFilter {
  readonly manager: string;
  readonly role: string;
  readonly name: string;
  readonly gapsOnly: boolean;
}

export const NO_FILTER: TeamFilter = { manager: '', role: '', name: '', gapsOnly: false };

export function filterMembers(members: readonly TeamMember[], filter: TeamFilter): TeamMember[] {
  const name = filter.name.trim().toLowerCase();
  return members.filter(
    (member) =>
      (filter.manager === '' || (member.manager ?? '') === filter.manager) &&
      (filter.role === '' || (member.role ?? '') === filter.role) &&
      member.name.toLowerCase().includes(name) &&
      (!filter.gapsOnly || hasGap(member)),
  );
}

export function hasGap({ overall, domains }: TeamMember): boolean {
  return overall.flagged || [...domains.values()].some(({ flagged }) => flagged);
}

/** A column of the heat map: the person's name, the overall score, or a domain by its name. */
export const PERSON_COLUMN = 'person';
export const OVERALL_COLUMN = 'overall';

export interface TeamOrder {
  readonly column: string;
  readonly ascending: boolean;
}

export function scoreIn(member: TeamMember, column: string): TeamScore | undefined {
  return column === OVERALL_COLUMN ? member.overall : member.domains.get(column);
}

/** Members in the order of a column. Who has no score there comes last, in either direction; equals go by name. */
export function sortMembers(members: readonly TeamMember[], { column, ascending }: TeamOrder): TeamMember[] {
  const sign = ascending ? 1 : -1;
  const byName = (a: TeamMember, b: TeamMember): number => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
  if (column === PERSON_COLUMN) return [...members].sort((a, b) => sign * byName(a, b));
  return [...members].sort((a, b) => {
    const [left, right] = [scoreIn(a, column)?.score, scoreIn(b, column)?.score];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined) || byName(a, b);
    }
    return sign * (left - right) || byName(a, b);
  });
}

/** How many of the members have a gap in a domain that is probably real. */
export interface TeamGap {
  readonly domain: string;
  readonly people: number;
  readonly of: number;
}

/** The domains in which anybody has such a gap, most people first. */
export function teamGaps(members: readonly TeamMember[], domains: readonly string[]): TeamGap[] {
  return domains
    .map((domain) => {
      const scores = members.flatMap((member) => member.domains.get(domain) ?? []);
      return { domain, people: scores.filter(({ flagged }) => flagged).length, of: scores.length };
    })
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people / b.of - a.people / a.of || (a.domain < b.domain ? -1 : 1));
}

/** The mean of the known scores in a column; undefined where nobody has one. */
export function averageIn(members: readonly TeamMember[], column: string): number | undefined {
  const scores = members.flatMap((member) => scoreIn(member, column)?.score ?? []);
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : undefined;
}

/** The domains furthest below their targets, worst first; only those with a score. */
export function weakestDomains(member: TeamMember, count: number): string[] {
  const distance = ({ score = 0, target = 0 }: TeamScore): number => score - target;
  return [...member.domains]
    .filter(([, { score }]) => score !== undefined)
    .sort(([nameA, a], [nameB, b]) => distance(a) - distance(b) || (nameA < nameB ? -1 : 1))
    .slice(0, count)
    .map(([name]) => name);
}
