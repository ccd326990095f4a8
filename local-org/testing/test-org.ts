import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedOrg } from '../embedded-org.ts';
import { openOrg } from '../open-org.ts';
import { createSchema } from '../schema/create-schema.ts';
import type { PermissionGrants } from '../security/permission-rows.ts';
import type { Actor } from '../security/types.ts';
import type { RecordInput, SaveResult } from '../store/types.ts';
import { testObjects } from './test-schema.ts';

/** An org in a directory of its own, with the objects of {@link testObjects} and a clock that tests set. */
export interface TestOrg {
  readonly org: EmbeddedOrg;
  readonly admin: Actor;
  readonly directory: string;
  setNow(iso: string): void;
  /** A person; Standard User without a role unless said otherwise. */
  person(name: string, options?: { profile?: string; role?: string; permissionSets?: readonly string[] }): Actor;
  role(name: string, parent?: string): string;
  permissionSet(name: string, grants: Partial<PermissionGrants>): void;
  /** Inserts one record and returns its id. @throws when it is refused */
  add(actor: Actor, object: string, record: RecordInput): string;
  close(): void;
}

export const START = '2026-03-10T12:00:00.000Z';

export function openTestOrg(): TestOrg {
  const directory = mkdtempSync(join(tmpdir(), 'local-org-'));
  let now = new Date(START);
  const org = openOrg({ directory, now: () => now, organization: { timeZone: 'UTC' } });
  org.applySchema(createSchema([...org.schema.objects, ...testObjects()]));
  const admin = org.actorByUsername('admin@fluency.local');
  if (!admin) throw new Error('A new org has an administrator');
  const add = (actor: Actor, object: string, record: RecordInput): string =>
    idOf(org.store.insert(actor, object, [record])[0]);

  return {
    org,
    admin,
    directory,
    setNow: (iso) => (now = new Date(iso)),
    person(name, { profile = 'Standard User', role, permissionSets = [] } = {}) {
      const username = `${name.toLowerCase()}@example.com`;
      const userId = add(admin, 'User', {
        Username: username,
        LastName: name,
        Email: username,
        Alias: name.slice(0, 8),
        ProfileId: org.permissions.profileId(profile) ?? null,
        UserRoleId: role ?? null,
        TimeZoneSidKey: 'Europe/Berlin',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
      });
      for (const set of permissionSets) {
        const id = org.permissions.permissionSetId(set) ?? null;
        add(admin, 'PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: id });
      }
      return { userId, username };
    },
    role: (name, parent) => add(admin, 'UserRole', { Name: name, DeveloperName: name, ParentRoleId: parent ?? null }),
    permissionSet(name, grants) {
      const none = {
        objectPermissions: [],
        fieldPermissions: [],
        userPermissions: [],
        customPermissions: [],
        apexClasses: [],
      };
      org.permissions.writePermissionSet(admin, { name, label: name }, { ...none, ...grants });
    },
    add,
    close() {
      org.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function idOf(result: SaveResult | undefined): string {
  if (!result?.success || result.id === undefined) throw new Error(`Refused: ${JSON.stringify(result?.errors)}`);
  return result.id;
}

/** Rights on an object for {@link TestOrg.permissionSet}: `crud` names the rights by their first letters. */
export function rights(
  object: string,
  crud: string,
  all: { viewAllRecords?: boolean; modifyAllRecords?: boolean } = {},
): PermissionGrants['objectPermissions'][number] {
  return {
    object,
    create: crud.includes('c'),
    read: crud.includes('r'),
    edit: crud.includes('u'),
    delete: crud.includes('d'),
    viewAllRecords: all.viewAllRecords ?? false,
    modifyAllRecords: all.modifyAllRecords ?? false,
  };
}
