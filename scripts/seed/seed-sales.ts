import { accounts, type SeedAccount } from './accounts.ts';
import { PRODUCTS } from './catalog.ts';
import { isoDate } from './days.ts';
import { seedDealTeams } from './deal-teams.ts';
import { deals, type DealStep, type SeedDeal } from './deals.ts';
import { SeedError, type OrgClient } from './org-client.ts';
import { orgRoles, people, userFields, type Person } from './people.ts';
import { createRandom } from './random.ts';

export type Progress = (what: string, done: number, total: number) => void;

/** Who is in the org, with their ids. */
export type Directory = ReadonlyMap<string, { readonly id: string; readonly person: Person }>;

interface Named {
  readonly Id: string;
  readonly Name: string;
}

const ACCOUNTS = 64;
const DEALS = 300;

async function idsByName(org: OrgClient, object: string): Promise<Map<string, string>> {
  return new Map((await org.query<Named>(`SELECT Id, Name FROM ${object}`)).map(({ Id, Name }) => [Name, Id]));
}

function need<K>(ids: ReadonlyMap<K, string>, key: K, what: string): string {
  const id = ids.get(key);
  if (id === undefined) {
    throw new SeedError(`The org has no ${what} "${String(key)}". Deploy the package before seeding.`);
  }
  return id;
}

async function seedPeople(org: OrgClient, all: readonly Person[], password: string): Promise<Directory> {
  const roleIds = new Map<string, string>();
  for (const role of orgRoles()) {
    const parent = role.parent ? { ParentRoleId: need(roleIds, role.parent, 'role') } : {};
    const [id = ''] = await org.insert('UserRole', [{ Name: role.name, ...parent }]);
    roleIds.set(role.key, id);
  }
  const profiles = await idsByName(org, 'Profile');
  const fields = all.map((p) => userFields(p, need(roleIds, p.role, 'role'), need(profiles, p.profile, 'profile')));
  const ids = await org.insert('User', fields);
  const directory = new Map(all.map((person, index) => [person.username, { id: ids[index] ?? '', person }]));
  const managed = all.filter(({ manager }) => manager);
  await org.update(
    'User',
    managed.map((p) => ({ Id: directory.get(p.username)?.id, ManagerId: directory.get(p.manager ?? '')?.id })),
  );
  const sets = await idsByName(org, 'PermissionSet');
  await org.insert(
    'PermissionSetAssignment',
    all.flatMap((p) =>
      p.permissionSets.map((name) => ({
        AssigneeId: directory.get(p.username)?.id,
        PermissionSetId: need(sets, name, 'permission set'),
      })),
    ),
  );
  for (const { id, person } of directory.values()) {
    if (person.lastName === 'Service' || person.profile === 'System Administrator') {
      await org.setPassword(id, password);
    }
  }
  return directory;
}

/** Products with their standard prices; answers the price book entry of each product's name. */
async function seedProducts(org: OrgClient): Promise<{ entries: Map<string, string>; priceBook: string }> {
  const [standard] = await org.query<Named>('SELECT Id, Name FROM Pricebook2 WHERE IsStandard = true');
  if (!standard) {
    throw new SeedError('The org has no standard price book.');
  }
  const products = await org.insert(
    'Product2',
    PRODUCTS.map(({ name, family, description }) => ({
      Name: name,
      Family: family,
      Description: description,
      IsActive: true,
    })),
  );
  const entries = await org.insert(
    'PricebookEntry',
    PRODUCTS.map(({ price }, index) => ({
      Pricebook2Id: standard.Id,
      Product2Id: products[index],
      UnitPrice: price,
      IsActive: true,
    })),
  );
  return { entries: new Map(PRODUCTS.map(({ name }, index) => [name, entries[index] ?? ''])), priceBook: standard.Id };
}

interface AccountIds {
  readonly id: string;
  readonly contacts: readonly string[];
}

async function seedAccounts(org: OrgClient, all: readonly SeedAccount[], owner: string): Promise<AccountIds[]> {
  const ids = await org.insert(
    'Account',
    all.map((account) => ({
      Name: account.name,
      Industry: account.industry,
      Type: account.type,
      BillingCountry: account.country,
      BillingCity: account.city,
      NumberOfEmployees: account.employees,
      OwnerId: owner,
    })),
  );
  const contacts = await org.insert(
    'Contact',
    all.flatMap((account, index) =>
      account.contacts.map(({ firstName, lastName, title }) => ({
        AccountId: ids[index],
        FirstName: firstName,
        LastName: lastName,
        Title: title,
        OwnerId: owner,
      })),
    ),
  );
  let next = 0;
  return all.map((account, index) => ({
    id: ids[index] ?? '',
    contacts: account.contacts.map(() => contacts[next++] ?? ''),
  }));
}

type Placed = { readonly deal: number; readonly step: DealStep };

/** Replays the deals day by day under the org's shifted clock, so that histories come from the org itself. */
async function replayDeals(
  org: OrgClient,
  all: readonly SeedDeal[],
  places: readonly AccountIds[],
  directory: Directory,
  products: { entries: Map<string, string>; priceBook: string },
  progress: Progress,
): Promise<void> {
  const days = new Map<string, Placed[]>();
  all.forEach(({ steps }, deal) => {
    for (const step of steps) {
      const day = isoDate(step.at);
      days.set(day, [...(days.get(day) ?? []), { deal, step }]);
    }
  });
  const ids = new Map<number, string>();
  const ownerOf = (deal: number): string => directory.get(all[deal]?.owner.username ?? '')?.id ?? '';
  const account = (deal: number): AccountIds | undefined => places[all[deal]?.account ?? -1];
  const ordered = [...days.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [day, placed]] of ordered.entries()) {
    progress('Replaying a year of deals', index + 1, ordered.length);
    const at = new Date(`${day}T15:00:00.000Z`);
    const of = <K extends DealStep['kind']>(kind: K): { deal: number; step: Extract<DealStep, { kind: K }> }[] =>
      placed.filter((p): p is { deal: number; step: Extract<DealStep, { kind: K }> } => p.step.kind === kind);

    const created = of('create');
    const newIds = await org.insert(
      'Opportunity',
      created.map(({ deal, step }) => ({
        ...step.fields,
        AccountId: account(deal)?.id,
        OwnerId: ownerOf(deal),
        Pricebook2Id: products.priceBook,
      })),
      at,
    );
    created.forEach(({ deal }, n) => ids.set(deal, newIds[n] ?? ''));

    const contacts = of('contact').map(({ deal, step }) => ({
      OpportunityId: ids.get(deal),
      ContactId: account(deal)?.contacts[step.contact],
      Role: step.role,
      IsPrimary: step.primary,
    }));
    await org.insert('OpportunityContactRole', contacts, at);
    const lines = of('lines').flatMap(({ deal, step }) =>
      step.lines.map(({ product, quantity, price }) => ({
        OpportunityId: ids.get(deal),
        PricebookEntryId: products.entries.get(product),
        Quantity: quantity,
        UnitPrice: price,
      })),
    );
    await org.insert('OpportunityLineItem', lines, at);
    await updateInOrder(
      org,
      of('update').map(({ deal, step }) => ({ Id: ids.get(deal) ?? '', ...step.fields })),
      at,
    );
    const tasks = of('task').map(({ deal, step }) => ({
      WhatId: ids.get(deal),
      OwnerId: ownerOf(deal),
      Subject: step.subject,
      ActivityDate: step.due,
      Status: step.done ? 'Completed' : 'Not Started',
      Priority: 'Normal',
    }));
    await org.insert('Task', tasks, at);
  }
}

/** Two changes of one deal on one day go in two calls: a call may hold a record only once. */
async function updateInOrder(
  org: OrgClient,
  changes: readonly ({ Id: string } & Record<string, unknown>)[],
  at: Date,
): Promise<void> {
  let rest = changes;
  while (rest.length > 0) {
    const seen = new Set<string>();
    const now = rest.filter(({ Id }) => !seen.has(Id) && seen.add(Id));
    rest = rest.filter((change) => !now.includes(change));
    await org.update('Opportunity', now, at);
  }
}

/**
 * Fills an empty org with people, products, accounts and a year of deals.
 *
 * @param seed the same number gives the same org
 * @param password for the administrator and the integration user of the demo
 */
export async function seedSales(
  org: OrgClient,
  options: { now: Date; seed: number; password: string; progress: Progress },
): Promise<Directory> {
  const random = createRandom(options.seed);
  const all = people(random, options.now);
  const directory = await seedPeople(org, all, options.password);
  const products = await seedProducts(org);
  const places = accounts(random, ACCOUNTS);
  const admin = [...directory.values()].find(({ person }) => person.profile === 'System Administrator');
  const placeIds = await seedAccounts(org, places, admin?.id ?? '');
  const owners = all.filter(({ salesRole }) => salesRole === 'Account Executive' || salesRole === 'Account Manager');
  await replayDeals(
    org,
    deals(random, places, owners, DEALS, options.now),
    placeIds,
    directory,
    products,
    options.progress,
  );
  await seedDealTeams(org, directory, options.seed);
  return directory;
}
