import { connection } from 'test/wires';

export const DOMAINS = ['Customer', 'Product'];

type Scores = Readonly<Record<string, number | undefined>>;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly manager?: string;
  readonly overall?: number;
  readonly scores: Scores;
  /** Domains in which the gap is probably real. */
  readonly gaps?: readonly string[];
}

export const ANA: Person = {
  id: '005A',
  name: 'Ana Ruiz',
  role: 'Account Executive',
  manager: 'Ben Okafor',
  overall: 72,
  scores: { Customer: 81, Product: 48 },
  gaps: ['Product'],
};
export const CEM: Person = {
  id: '005C',
  name: 'Cem Aydin',
  role: 'Account Manager',
  manager: 'Ben Okafor',
  overall: 58,
  scores: { Customer: 60, Product: 66 },
};
export const NEW: Person = {
  id: '005N',
  name: 'Nia Novak',
  role: 'Account Executive',
  manager: 'Carla Vega',
  scores: { Customer: undefined },
};

const TARGET = 70;

/** What the team's query answers for these people. */
export function teamAnswer(people: readonly Person[], hasNextPage = false): object {
  const rows = people.map(({ id, name, role = null, manager, overall, gaps = [] }) => ({
    Id: `o-${id}`,
    Person__c: id,
    Score__c: overall ?? 50,
    Target__c: TARGET,
    Gap_Flagged__c: gaps.includes('overall'),
    Enough_Evidence__c: overall !== undefined,
    Computed_At__c: '2026-11-23T14:00:00.000Z',
    Person__r: { Name: name, Sales_Role__c: role, Manager: manager ? { Name: manager } : null },
  }));
  const cells = people.flatMap(({ id, scores, gaps = [] }) =>
    Object.entries(scores).map(([domain, score]) => ({
      Id: `c-${id}-${domain}`,
      Person__c: id,
      Domain__c: domain,
      Score__c: score ?? 50,
      Target__c: TARGET,
      Gap_Flagged__c: gaps.includes(domain),
      Enough_Evidence__c: score !== undefined,
    })),
  );
  return { people: { ...connection(rows), pageInfo: { hasNextPage } }, cells: connection(cells) };
}
