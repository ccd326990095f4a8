import type { MemberScore } from 'c/core';
import { flag, number, recordsIn, text, type PlainRecord } from 'c/graphqlRecords';

/** Somebody above a person. */
export interface Manager {
  readonly id: string;
  readonly name: string;
}

/** A skill in which a person's gap is probably real. */
export interface SkillGap {
  readonly skillId: string;
  readonly skillCode: string;
  readonly skillName: string;
  readonly domain: string;
  /** Points below the target. */
  readonly gap: number;
}

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  /** Nearest first. */
  readonly managers: readonly Manager[];
  readonly overall: MemberScore;
  /** By domain; a domain that the role has no target in is absent, as are all while they are loading. */
  readonly domains: ReadonlyMap<string, MemberScore>;
  /** Largest first. */
  readonly gaps: readonly SkillGap[];
}

/** What is known of a person beside the row about everything. */
export interface MemberCells {
  readonly domains: ReadonlyMap<string, MemberScore>;
  readonly gaps: readonly SkillGap[];
}

/** A person without cells, as a page of people gives it, and when it was computed. */
export type PersonRow = Omit<TeamMember, 'domains' | 'gaps'> & { readonly computedAt?: string };

/**
 * Managers that an observation or an assignment may come from, counted from the person; the rules `Managers_Only` and
 * `Self_Or_Manager` say the same.
 */
const ACTING_MANAGERS = 3;
const CHAIN = ['Manager', 'Manager.Manager', 'Manager.Manager.Manager', 'Manager.Manager.Manager.Manager'] as const;

/** The people of one page of `TEAM_PEOPLE_QUERY`. */
export function toPeople(data: unknown): PersonRow[] {
  return recordsIn(data, 'people').map((record) => ({
    id: text(record, 'Person__c') ?? '',
    name: text(record, 'Person__r.Name') ?? '',
    role: text(record, 'Person__r.Sales_Role__c'),
    managers: CHAIN.flatMap((path) => {
      const [id, name] = [text(record, `Person__r.${path}.Id`), text(record, `Person__r.${path}.Name`)];
      return id && name ? [{ id, name }] : [];
    }),
    overall: toScore(record),
    computedAt: text(record, 'Computed_At__c'),
  }));
}

/** What `TEAM_CELLS_QUERY` answered, by person; everybody who was asked about is in it. */
export function toCells(data: unknown, personIds: readonly string[]): Map<string, MemberCells> {
  const domains = new Map(personIds.map((id) => [id, new Map<string, MemberScore>()]));
  const gaps = new Map(personIds.map((id): [string, SkillGap[]] => [id, []]));
  for (const cell of recordsIn(data, 'cells')) {
    domains.get(text(cell, 'Person__c') ?? '')?.set(text(cell, 'Domain__c') ?? '', toScore(cell));
  }
  for (const row of recordsIn(data, 'gaps')) {
    gaps.get(text(row, 'Person__c') ?? '')?.push({
      skillId: text(row, 'Skill__c') ?? '',
      skillCode: text(row, 'Skill__r.Code__c') ?? '',
      skillName: text(row, 'Skill__r.Name') ?? '',
      domain: text(row, 'Skill__r.Domain__c') ?? '',
      gap: number(row, 'Gap__c') ?? 0,
    });
  }
  return new Map(
    personIds.map((id) => [
      id,
      {
        domains: domains.get(id) ?? new Map(),
        gaps: (gaps.get(id) ?? []).sort((a, b) => b.gap - a.gap || (a.skillName < b.skillName ? -1 : 1)),
      },
    ]),
  );
}

export function toMember({ id, name, role, managers, overall }: PersonRow, cells?: MemberCells): TeamMember {
  return { id, name, role, managers, overall, domains: cells?.domains ?? new Map(), gaps: cells?.gaps ?? [] };
}

/** Whether the reader is one of the managers who may observe the person. */
export function mayObserve({ managers }: Pick<TeamMember, 'managers'>, readerId: string): boolean {
  return managers.slice(0, ACTING_MANAGERS).some(({ id }) => id === readerId);
}

/** Whether the reader is one of the managers who may plan what the person learns. */
export function mayAssign(member: Pick<TeamMember, 'managers'>, readerId: string): boolean {
  return mayObserve(member, readerId);
}

function toScore(record: PlainRecord): MemberScore {
  const isKnown = flag(record, 'Enough_Evidence__c');
  return {
    score: isKnown ? number(record, 'Score__c') : undefined,
    lower: isKnown ? number(record, 'Lower__c') : undefined,
    upper: isKnown ? number(record, 'Upper__c') : undefined,
    target: number(record, 'Target__c'),
    flagged: flag(record, 'Gap_Flagged__c'),
  };
}
