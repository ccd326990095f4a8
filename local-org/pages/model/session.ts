import { valueAt } from '../../json-object.ts';
import type { Org, Row } from '../../org.ts';
import { asSystem } from '../../security/system-actor.ts';
import type { Actor } from '../../security/types.ts';
import type { PageItem, PageModel, PersonModel, SessionModel } from './types.ts';

const USER_FIELDS = ['Name', 'Title', 'TimeZoneSidKey', 'LocaleSidKey', 'Profile.Name'];

export interface SessionOptions {
  readonly personSwitcher: boolean;
  /** Permissions that deployed components ask for, as `customPermission/Name`. */
  readonly permissions: readonly string[];
  readonly pages: readonly PageModel[];
}

/** The facts about the person that pages and components read without asking. */
export function sessionModel(org: Org, actor: Actor, options: SessionOptions): SessionModel {
  const expressions = userExpressions(options.pages);
  const user = userRow(org, actor, [...USER_FIELDS, ...expressions.filter(isUserPath).map(userPath)]);
  // The shell's own facts (names, roles) do not depend on what the person may read.
  const organization = org.soql(asSystem(actor), 'SELECT Name FROM Organization LIMIT 1').records[0];
  const access = org.access(actor);
  const title = valueAt(user, 'Title');
  const granted = (kind: string): string[] =>
    options.permissions.flatMap((name) => (name.startsWith(`${kind}/`) ? [name.slice(kind.length + 1)] : []));
  return {
    userId: actor.userId,
    name: String(valueAt(user, 'Name') ?? actor.username),
    ...(typeof title === 'string' ? { title } : {}),
    profileName: String(valueAt(user, 'Profile.Name') ?? ''),
    organizationName: String(valueAt(organization, 'Name') ?? ''),
    locale: String(valueAt(user, 'LocaleSidKey') ?? 'en_US').replace('_', '-'),
    timeZone: String(valueAt(user, 'TimeZoneSidKey') ?? 'UTC'),
    currency: 'USD',
    customPermissions: granted('customPermission').filter((name) => access.hasCustomPermission(name)),
    userPermissions: granted('userPermission').filter((name) => access.has(name)),
    visibilityFacts: Object.fromEntries(
      expressions.map((left) => {
        const [, kind, name = ''] = /^\$Permission\.(Custom|Standard)Permission\.(.+)$/.exec(left) ?? [];
        if (kind === 'Custom') return [left, access.hasCustomPermission(name)];
        if (kind === 'Standard') return [left, access.has(name)];
        return [left, isUserPath(left) ? plain(valueAt(user, userPath(left))) : null];
      }),
    ),
    personSwitcher: options.personSwitcher,
  };
}

/** Everybody who can be logged in, in the order of the role hierarchy: a manager before the people below. */
export function peopleModel(org: Org, actor: Actor): PersonModel[] {
  const everything = asSystem(actor);
  const users = org.soql(
    everything,
    'SELECT Id, Name, Title, UserRoleId, UserRole.Name, Profile.Name FROM User WHERE IsActive = true ORDER BY Name',
  ).records;
  const roles = org.soql(everything, 'SELECT Id, Name, ParentRoleId FROM UserRole ORDER BY Name').records;
  const order = roleOrder(roles);
  const place = (row: Row): number => order.get(String(row['UserRoleId'])) ?? -1;
  return [...users]
    .sort((a, b) => place(a) - place(b))
    .map((row) => ({
      id: String(row['Id']),
      name: String(row['Name'] ?? ''),
      title: String(row['Title'] ?? valueAt(row, 'Profile.Name') ?? ''),
      role: String(valueAt(row, 'UserRole.Name') ?? valueAt(row, 'Profile.Name') ?? ''),
    }));
}

/** Role ids → position, depth first. */
function roleOrder(roles: readonly Row[]): Map<string, number> {
  const order = new Map<string, number>();
  const known = new Set(roles.map((role) => String(role['Id'])));
  const visit = (parent: string | undefined): void => {
    for (const role of roles) {
      const id = String(role['Id']);
      const above = role['ParentRoleId'];
      const isChild = parent === undefined ? !known.has(String(above)) : above === parent;
      if (!isChild || order.has(id)) continue;
      order.set(id, order.size);
      visit(id);
    }
  };
  visit(undefined);
  return order;
}

/** What the pages' visibility rules ask about the person. */
function userExpressions(pages: readonly PageModel[]): string[] {
  const found = new Set<string>();
  const collect = (items: readonly PageItem[]): void => {
    for (const item of items) {
      for (const { left } of item.visibility?.criteria ?? []) {
        if (left.startsWith('$User.') || left.startsWith('$Permission.')) found.add(left);
      }
      if (item.kind === 'tabs') item.tabs.forEach((tab) => collect(tab.items));
    }
  };
  for (const page of pages) page.regions.forEach(({ items }) => collect(items));
  return [...found];
}

function isUserPath(left: string): boolean {
  return left.startsWith('$User.');
}

function userPath(left: string): string {
  return left.slice('$User.'.length);
}

function userRow(org: Org, actor: Actor, fields: readonly string[]): Row | undefined {
  const soql = `SELECT ${[...new Set(fields)].join(', ')} FROM User WHERE Id = '${actor.userId}'`;
  return org.soql(asSystem(actor), soql).records[0];
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
