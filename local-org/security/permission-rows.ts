import { asSystem } from './system-actor.ts';
import type { Actor } from './types.ts';
import type { SqlDatabase } from '../store/sql-database.ts';
import type { FieldValue, SaveResult, Store } from '../store/types.ts';
import { OrgError } from '../error.ts';

/** What a permission set or profile gives, as its metadata says. */
export interface PermissionGrants {
  readonly objectPermissions: readonly {
    readonly object: string;
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAllRecords: boolean;
    readonly modifyAllRecords: boolean;
  }[];
  /** `field` as in the metadata: `Nugget__c.Key__c`. */
  readonly fieldPermissions: readonly { readonly field: string; readonly read: boolean; readonly edit: boolean }[];
  /** System permissions, e.g. `ViewAllData`, `CreateAuditFields`. */
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  /** Classes that components may call. */
  readonly apexClasses: readonly string[];
}

/** Keeps permission sets and profiles in the tables that access is worked out from and that clients can query. */
export class PermissionRows {
  readonly #database: SqlDatabase;
  readonly #store: () => Store;

  constructor(database: SqlDatabase, store: () => Store) {
    this.#database = database;
    this.#store = store;
    database.exec(`CREATE TABLE IF NOT EXISTS "~Grant" (
      PermissionSetId TEXT NOT NULL, Kind TEXT NOT NULL, Name TEXT NOT NULL,
      PRIMARY KEY (PermissionSetId, Kind, Name)) WITHOUT ROWID`);
  }

  /** Creates the permission set or replaces all that it gives; assignments stay. Returns its id. */
  writePermissionSet(
    actor: Actor,
    set: { readonly name: string; readonly label: string; readonly description?: string },
    grants: PermissionGrants,
  ): string {
    const values = { Label: set.label, Description: set.description?.slice(0, 255) ?? null };
    const known = this.permissionSetId(set.name);
    const id = known ?? this.#add(actor, 'PermissionSet', { Name: set.name, ...values });
    if (known !== undefined)
      required(this.#store().update(asSystem(actor), 'PermissionSet', [{ Id: known, ...values }]));
    this.#replaceGrants(actor, id, grants);
    return id;
  }

  /** Creates the profile or replaces all that it gives. Returns the profile's id. */
  writeProfile(actor: Actor, name: string, grants: PermissionGrants, description?: string): string {
    const known = this.profileId(name);
    if (known !== undefined) {
      const set = this.#database.value('SELECT "Id" FROM "PermissionSet" WHERE "ProfileId" = ?', [known]);
      this.#replaceGrants(actor, String(set), grants);
      return known;
    }
    const profile = this.#add(actor, 'Profile', { Name: name, UserType: 'Standard', Description: description ?? null });
    const set = this.#add(actor, 'PermissionSet', {
      Name: `X${profile}`,
      Label: name,
      ProfileId: profile,
      IsOwnedByProfile: true,
      Type: 'Profile',
    });
    this.#replaceGrants(actor, set, grants);
    return profile;
  }

  /** False when there is no such permission set. Assignments go with it. */
  removePermissionSet(actor: Actor, name: string): boolean {
    const id = this.permissionSetId(name);
    if (id === undefined) return false;
    required(this.#store().remove(asSystem(actor), [id]));
    this.#database.run('DELETE FROM "~Grant" WHERE PermissionSetId = ?', [id]);
    return true;
  }

  permissionSetId(name: string): string | undefined {
    const id = this.#database.value('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ? AND "IsOwnedByProfile" = 0', [
      name,
    ]);
    return typeof id === 'string' ? id : undefined;
  }

  profileId(name: string): string | undefined {
    const id = this.#database.value('SELECT "Id" FROM "Profile" WHERE "Name" = ?', [name]);
    return typeof id === 'string' ? id : undefined;
  }

  #replaceGrants(actor: Actor, set: string, grants: PermissionGrants): void {
    for (const table of ['ObjectPermissions', 'FieldPermissions']) {
      this.#database.run(`DELETE FROM "${table}" WHERE "ParentId" = ?`, [set]);
    }
    this.#database.run('DELETE FROM "~Grant" WHERE PermissionSetId = ?', [set]);
    const objects = grants.objectPermissions.map((granted) => ({
      ParentId: set,
      SobjectType: granted.object,
      PermissionsRead: granted.read,
      PermissionsCreate: granted.create,
      PermissionsEdit: granted.edit,
      PermissionsDelete: granted.delete,
      PermissionsViewAllRecords: granted.viewAllRecords,
      PermissionsModifyAllRecords: granted.modifyAllRecords,
    }));
    const fields = grants.fieldPermissions.map((granted) => ({
      ParentId: set,
      SobjectType: granted.field.split('.')[0] ?? '',
      Field: granted.field,
      PermissionsRead: granted.read,
      PermissionsEdit: granted.edit,
    }));
    required(this.#store().insert(asSystem(actor), 'ObjectPermissions', objects));
    required(this.#store().insert(asSystem(actor), 'FieldPermissions', fields));
    const named = [
      ...grants.userPermissions.map((name) => ['user', name] as const),
      ...grants.customPermissions.map((name) => ['custom', name] as const),
      ...grants.apexClasses.map((name) => ['class', name] as const),
    ];
    for (const [kind, name] of named)
      this.#database.run('INSERT OR IGNORE INTO "~Grant" VALUES (?, ?, ?)', [set, kind, name]);
    // The named permissions have no object of their own, so that a change of them has to be told.
    required(this.#store().update(asSystem(actor), 'PermissionSet', [{ Id: set }]));
  }

  #add(actor: Actor, object: string, values: Readonly<Record<string, FieldValue>>): string {
    const [id] = required(this.#store().insert(asSystem(actor), object, [values]));
    return id ?? '';
  }
}

/** The ids of records that the org writes for itself. A refusal of one is a fault in what was deployed. */
function required(results: readonly SaveResult[]): string[] {
  return results.map(({ id, errors }) => {
    const [error] = errors;
    if (error) throw new OrgError(error.statusCode, error.message, { fields: error.fields });
    return id ?? '';
  });
}
