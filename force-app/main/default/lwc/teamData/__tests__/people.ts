import { connection } from 'test/wires';
import { toCells, toMember, toPeople, type TeamMember } from 'c/teamData';

export const DOMAINS = ['Customer', 'Product'];

/** A manager's id and name, with those above. */
export type Chain = readonly (readonly [id: string, name: string])[];

export const BEN: Chain = [
  ['005B', 'Ben Okafor'],
  ['005R', 'Robert Kane'],
  ['005V', 'Carla Vega'],
];
export const MIA: Chain = [
  ['005M', 'Mia Chen'],
  ['005R', 'Robert Kane'],
  ['005V', 'Carla Vega'],
];

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly managers?: Chain;
  readonly overall?: number;
  readonly scores: Readonly<Record<string, number | undefined>>;
  /** Domains in which the gap is probably real. */
  readonly gaps?: readonly string[];
  /** Skills in which the gap is probably real, with the points missing; all are of the domain Product. */
  readonly skillGaps?: Readonly<Record<string, number>>;
}

export const ANA: Person = {
  id: '005A',
  name: 'Ana Ruiz',
  role: 'Account Executive',
  managers: BEN,
  overall: 72,
  scores: { Customer: 81, Product: 48 },
  gaps: ['Product'],
  skillGaps: { Negotiation: 22, Pricing: 9 },
};
export const CEM: Person = {
  id: '005C',
  name: 'Cem Aydin',
  role: 'Account Manager',
  managers: BEN,
  overall: 58,
  scores: { Customer: 60, Product: 66 },
};
export const NEW: Person = {
  id: '005N',
  name: 'Nia Novak',
  role: 'Account Executive',
  managers: MIA,
  scores: { Customer: undefined },
};

const TARGET = 70;
const HALF = 8;

const managerOf = ([first, ...above]: Chain): object | null =>
  first ? { Id: first[0], Name: first[1], Manager: managerOf(above) } : null;

const scored = (score: number | undefined): object => ({
  Score__c: score ?? 50,
  Lower__c: (score ?? 50) - HALF,
  Upper__c: (score ?? 50) + HALF,
  Target__c: TARGET,
  Enough_Evidence__c: score !== undefined,
});

/** What the query for a page of people answers. */
export function peopleAnswer(people: readonly Person[], endCursor?: string): object {
  const rows = people.map(({ id, name, role = null, managers = [], overall, gaps = [] }) => ({
    Id: `o-${id}`,
    Person__c: id,
    ...scored(overall),
    Gap_Flagged__c: gaps.includes('overall'),
    Computed_At__c: '2026-11-23T14:00:00.000Z',
    Person__r: { Name: name, Sales_Role__c: role, Manager: managerOf(managers) },
  }));
  const pageInfo = { hasNextPage: endCursor !== undefined, endCursor: endCursor ?? null };
  return { people: { ...connection(rows), pageInfo } };
}

/** What the query for their cells answers. */
export function cellsAnswer(people: readonly Person[], hasNextPage = false): object {
  const cells = people.flatMap(({ id, scores, gaps = [] }) =>
    Object.entries(scores).map(([domain, score]) => ({
      Id: `c-${id}-${domain}`,
      Person__c: id,
      Domain__c: domain,
      ...scored(score),
      Gap_Flagged__c: gaps.includes(domain),
    })),
  );
  const gaps = people.flatMap(({ id, skillGaps = {} }) =>
    Object.entries(skillGaps).map(([skill, gap]) => ({
      Id: `g-${id}-${skill}`,
      Person__c: id,
      Skill__c: `s-${skill}`,
      Gap__c: gap,
      Skill__r: { Code__c: skill.toLowerCase(), Name: skill, Domain__c: 'Product' },
    })),
  );
  return { cells: { ...connection(cells), pageInfo: { hasNextPage } }, gaps: connection(gaps) };
}

const wired = (query: object): unknown => ({ uiapi: { query } });

export function membersOf(people: readonly Person[]): TeamMember[] {
  const cells = toCells(
    wired(cellsAnswer(people)),
    people.map(({ id }) => id),
  );
  return toPeople(wired(peopleAnswer(people))).map((person) => toMember(person, cells.get(person.id)));
}

/** Many people, of whom every third has a gap; in alphabetical order. */
export function crowd(count: number, managers: Chain = BEN): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `005${String(i).padStart(6, '0')}`,
    name: `Person ${String(i).padStart(5, '0')}`,
    role: 'Account Executive',
    managers,
    overall: 30 + (i % 60),
    scores: { Customer: 30 + (i % 60), Product: 80 - (i % 50) },
    gaps: i % 3 === 0 ? ['Customer'] : [],
    ...(i % 3 === 0 ? { skillGaps: { Negotiation: 10 + (i % 7) } } : {}),
  }));
}
