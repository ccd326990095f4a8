import { addDays, isoDate } from './days.ts';
import type { Random } from './random.ts';

export type SalesRole =
  'Account Executive' | 'Account Manager' | 'Sales Engineer' | 'Sales Development' | 'Sales Manager';

/** A node of the role hierarchy, named by a key that people refer to. */
export interface OrgRole {
  readonly key: string;
  readonly name: string;
  readonly parent?: string;
}

export interface Person {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly region?: 'East' | 'West';
  /** Key of the role in the hierarchy. */
  readonly role: string;
  readonly manager?: string;
  readonly profile: 'Standard User' | 'System Administrator';
  readonly permissionSets: readonly string[];
  readonly salesRole?: SalesRole;
  /** Day the sales role began. */
  readonly since?: Date;
  /** Day the person left, if so. */
  readonly left?: Date;
}

const MANAGERS = [
  ['Ben', 'Okafor', 'East'],
  ['Priya', 'Nair', 'East'],
  ['Tomas', 'Lindqvist', 'East'],
  ['Grace', 'Chen', 'West'],
  ['Daniel', 'Haddad', 'West'],
  ['Sofia', 'Rossi', 'West'],
] as const;

const REPS =
  `Ana Ruiz,Marcus Webb,Lena Fischer,Omar Aziz,Julia Novak,Peter Lang,Nadia Petrova,Victor Osei,Hannah Berg,Luis Ortega,
Mei Tanaka,Samuel Adeyemi,Clara Dubois,Ivan Horvat,Ruth Goldman,Kofi Mensah,Elena Popescu,Jonas Weber,Aisha Rahman,
Diego Santos,Ingrid Solberg,Patrick Doyle,Yara Haddad,Felix Braun,Monica Silva,Arjun Mehta,Teresa Costa,Niklas Aalto,
Olivia Grant,Rafael Moreau,Zoe Papadakis,Henrik Dahl,Camila Rojas,Tariq Malik,Sarah Whitfield,Bruno Ferri,Leila Amini,
Andre Laurent,Maya Cohen,George Ellis`
    .split(',')
    .map((name) => name.trim().split(' ') as [string, string]);

const REP_ROLES: readonly (readonly [SalesRole, number])[] = [
  ['Account Executive', 5],
  ['Account Manager', 2],
  ['Sales Engineer', 1.2],
  ['Sales Development', 1.2],
];

/** The address under which a person logs in. */
export function usernameOf(firstName: string, lastName: string): string {
  return `${firstName}.${lastName}@larkspur.example`.toLowerCase();
}

/** The role hierarchy: VP → regions → managers → their teams, so that managers see their teams and peers do not. */
export function orgRoles(): OrgRole[] {
  return [
    { key: 'vp', name: 'VP Sales' },
    { key: 'enablement', name: 'Sales Enablement' },
    { key: 'East', name: 'East Director', parent: 'vp' },
    { key: 'West', name: 'West Director', parent: 'vp' },
    ...MANAGERS.flatMap(([, last, region]) => [
      { key: last, name: `${region} Manager ${last}`, parent: region },
      { key: `${last} team`, name: `${region} Team ${last}`, parent: last },
    ]),
  ];
}

function staff(): Person[] {
  const person = (name: string, title: string, role: string, rest: Partial<Person> = {}): Person => {
    const [firstName = '', lastName = ''] = name.split(' ');
    const username = usernameOf(firstName, lastName);
    const base = { username, firstName, lastName, title, role, profile: 'Standard User' as const, permissionSets: [] };
    return { ...base, ...rest };
  };
  const vp = usernameOf('Carla', 'Moreno');
  return [
    person('Carla Moreno', 'VP Sales', 'vp', { permissionSets: ['Fluency_Manager'] }),
    person('Robert Kane', 'Director, East', 'East', {
      manager: vp,
      region: 'East',
      permissionSets: ['Fluency_Manager'],
    }),
    person('Laura Simmons', 'Director, West', 'West', {
      manager: vp,
      region: 'West',
      permissionSets: ['Fluency_Manager'],
    }),
    person('Dan Keller', 'Sales Trainer', 'enablement', { manager: vp, permissionSets: ['Fluency_Enablement'] }),
    person('Eve Marsh', 'Salesforce Administrator', 'enablement', {
      profile: 'System Administrator',
      permissionSets: ['Fluency_Admin'],
    }),
    person('Sync Service', 'Integration user', 'enablement', { permissionSets: ['Fluency_Sync'] }),
  ];
}

/**
 * Everybody in the demo org: a VP, two directors, six managers and 40 reps, of whom five are new, a third started
 * within the year and a few have left;
 * a trainer, an administrator and the integration user.
 *
 * @param now the day the org is seeded; tenures count back from it
 */
export function people(random: Random, now: Date): Person[] {
  const managers = MANAGERS.map(([firstName, lastName, region]): Person => {
    const director = region === 'East' ? usernameOf('Robert', 'Kane') : usernameOf('Laura', 'Simmons');
    return {
      username: usernameOf(firstName, lastName),
      firstName,
      lastName,
      title: `Sales Manager, ${region}`,
      region,
      role: lastName,
      manager: director,
      profile: 'Standard User',
      permissionSets: ['Fluency_Manager'],
      salesRole: 'Sales Manager',
      since: addDays(now, -random.integer(500, 1500)),
    };
  });
  const reps = REPS.map(([firstName, lastName], index): Person => {
    const manager = MANAGERS[index < 7 ? 0 : 1 + ((index - 7) % 5)] ?? MANAGERS[0];
    const salesRole: SalesRole = index === 0 ? 'Account Executive' : random.weighted(REP_ROLES);
    const isNew = index % 8 === 5;
    const hasLeft = index % 14 === 12;
    const startedThisYear = index % 3 === 1 || hasLeft;
    return {
      username: usernameOf(firstName, lastName),
      firstName,
      lastName,
      title: salesRole,
      region: manager[2],
      role: `${manager[1]} team`,
      manager: usernameOf(manager[0], manager[1]),
      profile: 'Standard User',
      permissionSets: ['Fluency_Rep'],
      salesRole,
      since: addDays(now, -random.integer(...tenureDays({ isNew, startedThisYear }))),
      ...(hasLeft ? { left: addDays(now, -random.integer(40, 130)) } : {}),
    };
  });
  return [...staff(), ...managers, ...reps];
}

/** Between how many days ago somebody took up the role. */
function tenureDays(person: { readonly isNew: boolean; readonly startedThisYear: boolean }): [number, number] {
  if (person.isNew) return [30, 150];
  return person.startedThisYear ? [180, 350] : [240, 1600];
}

/** The fields of a User record; ids of role, profile and manager come from the caller. */
export function userFields(person: Person, roleId: string, profileId: string): Record<string, string | boolean> {
  const alias = (person.firstName.slice(0, 1) + person.lastName).toLowerCase().slice(0, 8);
  return {
    Username: person.username,
    Email: person.username,
    FirstName: person.firstName,
    LastName: person.lastName,
    Alias: alias,
    Title: person.title,
    ...(person.region ? { Department: `Sales ${person.region}` } : {}),
    UserRoleId: roleId,
    ProfileId: profileId,
    TimeZoneSidKey: 'America/New_York',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    IsActive: true,
    ...(person.salesRole ? { Sales_Role__c: person.salesRole } : {}),
    ...(person.since ? { Sales_Role_Start__c: isoDate(person.since) } : {}),
    ...(person.left ? { Sales_Role_End__c: isoDate(person.left) } : {}),
  };
}
