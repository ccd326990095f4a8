import { inLists, soqlList, soqlText } from '../connection/soql.ts';
import { FluencyError } from '../error.ts';
import type { ImportPerson } from './import-model.ts';
import type { Mapping } from './mapping.ts';
import { type LoadContext, type WantedRecord, countOf, note, reconcile } from './reconcile.ts';

const NAME_LENGTH = 80;

/** Creates roles (region → manager → team) and users. @returns user id by person's name, in lower case */
export async function loadPeople(
  context: LoadContext,
  people: readonly ImportPerson[],
  mapping: Mapping,
): Promise<Map<string, string>> {
  const roles = await loadRoles(context, people, mapping);
  const users = await loadUsers(context, people, roles, mapping);
  await assignPermissionSets(context, people, users, mapping);
  return users;
}

async function loadRoles(
  context: LoadContext,
  people: readonly ImportPerson[],
  mapping: Mapping,
): Promise<Map<string, string>> {
  const names = roleNames(mapping);
  const existing = await context.client.query('SELECT Id, Name, DeveloperName, ParentRoleId FROM UserRole');
  const level = (wanted: readonly WantedRecord[]): Promise<Map<string, string>> =>
    reconcile(context, {
      object: 'UserRole',
      keyField: 'DeveloperName',
      upsert: false,
      existing,
      wanted: unique(wanted),
    });
  const role = (person: ImportPerson, key: string, name: string, parent: string | undefined): WantedRecord => ({
    key,
    record: { Name: name.slice(0, NAME_LENGTH), ...(parent === undefined ? {} : { ParentRoleId: parent }) },
    source: person,
  });
  const managers = people.filter((person) => person.kind === 'manager');
  const regions = await level(
    people.map((person) => role(person, names.region(person.region), person.region, undefined)),
  );
  const ofManagers = await level(
    managers.map((person) =>
      role(
        person,
        names.manager(person.name),
        `${person.region}: ${person.name}`,
        regions.get(names.region(person.region).toLowerCase()),
      ),
    ),
  );
  const teams = await level(
    managers.map((person) =>
      role(
        person,
        names.team(person.name),
        `${person.region}: team of ${person.name}`,
        ofManagers.get(names.manager(person.name).toLowerCase()),
      ),
    ),
  );
  return new Map([...ofManagers, ...teams]);
}

async function loadUsers(
  context: LoadContext,
  people: readonly ImportPerson[],
  roles: ReadonlyMap<string, string>,
  mapping: Mapping,
): Promise<Map<string, string>> {
  const { client } = context;
  const { userId } = await client.identity();
  const [[own] = [], [profile] = [], ...existing] = await client.queryMany([
    `SELECT TimeZoneSidKey, LocaleSidKey, EmailEncodingKey, LanguageLocaleKey FROM User WHERE Id = ${soqlText(userId)}`,
    `SELECT Id FROM Profile WHERE Name = ${soqlText(mapping.users.profile)}`,
    ...inLists(people.map((person) => person.username)).map(
      (some) =>
        `SELECT Id, Username, FirstName, LastName, UserRoleId, ManagerId, Sales_Role__c FROM User WHERE Username IN ${soqlList(some)}`,
    ),
  ]);
  if (profile?.Id === undefined) {
    throw new FluencyError(
      'PROFILE_UNKNOWN',
      'The org has no profile of the name that the mapping gives to new users.',
      {
        value: mapping.users.profile,
        nextStep: 'Name a profile of the org under users.profile in the mapping file.',
      },
    );
  }
  const names = roleNames(mapping);
  const createOnly = (person: ImportPerson): WantedRecord['createOnly'] => ({
    Email: person.username,
    Alias: aliasOf(person.name),
    ProfileId: String(profile.Id),
    TimeZoneSidKey: String(own?.['TimeZoneSidKey'] ?? 'GMT'),
    LocaleSidKey: String(own?.['LocaleSidKey'] ?? 'en_US'),
    EmailEncodingKey: String(own?.['EmailEncodingKey'] ?? 'UTF-8'),
    LanguageLocaleKey: String(own?.['LanguageLocaleKey'] ?? 'en_US'),
    IsActive: true,
  });
  const load = (some: readonly ImportPerson[], managers: ReadonlyMap<string, string>): Promise<Map<string, string>> =>
    reconcile(context, {
      object: 'User',
      keyField: 'Username',
      upsert: false,
      existing: existing.flat(),
      wanted: some.map((person) => {
        const roleKey = person.kind === 'manager' ? names.manager(person.name) : names.team(person.manager ?? '');
        const role = roles.get(roleKey.toLowerCase());
        const manager = managers.get(usernameOfManager(person, people));
        return {
          key: person.username,
          record: {
            ...nameParts(person.name),
            Sales_Role__c: person.kind === 'manager' ? mapping.users.managerRole : mapping.users.repRole,
            ...(role === undefined ? {} : { UserRoleId: role }),
            ...(manager === undefined ? {} : { ManagerId: manager }),
          },
          createOnly: createOnly(person) ?? {},
          source: person,
        };
      }),
    });
  const managers = await load(
    people.filter((person) => person.kind === 'manager'),
    new Map(),
  );
  const reps = await load(
    people.filter((person) => person.kind === 'rep'),
    managers,
  );
  const byUsername = new Map([...managers, ...reps]);
  return new Map(
    people.flatMap((person): [string, string][] => {
      const id = byUsername.get(person.username.toLowerCase());
      return id === undefined ? [] : [[person.name.toLowerCase(), id]];
    }),
  );
}

function usernameOfManager(person: ImportPerson, people: readonly ImportPerson[]): string {
  const name = person.manager?.toLowerCase();
  return people.find((other) => other.name.toLowerCase() === name)?.username.toLowerCase() ?? '';
}

/** Gives each person the permission set of the mapping, where the org has it. */
async function assignPermissionSets(
  context: LoadContext,
  people: readonly ImportPerson[],
  users: ReadonlyMap<string, string>,
  mapping: Mapping,
): Promise<void> {
  const { repPermissionSet, managerPermissionSet } = mapping.users;
  const names = [repPermissionSet, managerPermissionSet].filter((name) => name !== undefined);
  if (names.length === 0 || context.dryRun) return;
  const [sets = [], assigned = []] = await context.client.queryMany([
    `SELECT Id, Name FROM PermissionSet WHERE Name IN ${soqlList(names)}`,
    `SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE PermissionSet.Name IN ${soqlList(names)}`,
  ]);
  const idOf = new Map(sets.map((set) => [String(set['Name']), String(set.Id)]));
  const known = new Set(assigned.map((row) => `${String(row['AssigneeId'])} ${String(row['PermissionSetId'])}`));
  const wanted = people.flatMap((person) => {
    const assignee = users.get(person.name.toLowerCase());
    const set = idOf.get((person.kind === 'manager' ? managerPermissionSet : repPermissionSet) ?? '');
    if (assignee === undefined || set === undefined) return [];
    if (!known.has(`${assignee} ${set}`))
      return [{ key: person.username, source: person, record: { AssigneeId: assignee, PermissionSetId: set } }];
    countOf(context, 'PermissionSetAssignment').unchanged += 1;
    return [];
  });
  const outcomes = await context.client.insert(
    'PermissionSetAssignment',
    wanted.map((want) => want.record),
  );
  outcomes.forEach((outcome, index) => {
    const want = wanted[index];
    if (want !== undefined) note(context, 'PermissionSetAssignment', want, outcome, 'created');
  });
}

function roleNames(mapping: Mapping): Record<'region' | 'manager' | 'team', (name: string) => string> {
  const developerName = (kind: string, name: string): string =>
    `${mapping.keyPrefix}_${kind}_${name}`
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^(?=\d)/, 'r')
      .replace(/_+$/, '')
      .slice(0, NAME_LENGTH);
  return {
    region: (name) => developerName('region', name),
    manager: (name) => developerName('manager', name),
    team: (name) => developerName('team', name),
  };
}

function unique(wanted: readonly WantedRecord[]): WantedRecord[] {
  return [...new Map(wanted.map((want) => [want.key.toLowerCase(), want])).values()];
}

function nameParts(name: string): { FirstName: string | null; LastName: string } {
  const parts = name.split(' ');
  const last = parts.pop() ?? name;
  return { FirstName: parts.length === 0 ? null : parts.join(' ').slice(0, 40), LastName: last.slice(0, NAME_LENGTH) };
}

/** `Anna Snelling` → `asnellin`; at most eight characters. */
function aliasOf(name: string): string {
  const { FirstName, LastName } = nameParts(name);
  return (
    `${FirstName?.[0] ?? ''}${LastName}`
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 8) || 'user'
  );
}
