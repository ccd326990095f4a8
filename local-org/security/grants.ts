import type { SqlDatabase } from '../store/sql-database.ts';
import type { ObjectRights } from './types.ts';

/** Everything that a profile and permission sets give one person, and whom the person stands above. */
export interface Grants {
  readonly userId: string;
  /** False for people who left or never were: they may do nothing at all. */
  readonly isActive: boolean;
  readonly permissions: ReadonlySet<string>;
  /** Lower-case names. */
  readonly customPermissions: ReadonlySet<string>;
  /** Lower-case names. */
  readonly apexClasses: ReadonlySet<string>;
  /** By lower-case object name. */
  readonly objects: ReadonlyMap<string, ObjectRights>;
  /** By {@link fieldKey}. */
  readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
  /** The ids of this person and of everyone in a role below. */
  readonly people: readonly string[];
  /** True for administrators: field-level security hides nothing from them. */
  readonly seesAllFields: boolean;
}

export function fieldKey(object: string, field: string): string {
  return `${object}.${field}`.toLowerCase();
}

/** Reads a person's grants from the tables. A person who does not exist or is not active has none. */
export function readGrants(database: SqlDatabase, userId: string, now: string): Grants {
  const user = database.row('SELECT "ProfileId", "UserRoleId" FROM "User" WHERE "Id" = ? AND "IsActive" = 1', [userId]);
  if (!user) return NO_GRANTS(userId);
  const sets = database
    .rows(
      `SELECT s."Id" FROM "PermissionSet" s WHERE (s."ProfileId" = ? AND s."IsOwnedByProfile" = 1) OR s."Id" IN (
         SELECT a."PermissionSetId" FROM "PermissionSetAssignment" a
         WHERE a."AssigneeId" = ? AND (a."ExpirationDate" IS NULL OR a."ExpirationDate" > ?))`,
      [user[0] ?? null, userId, now],
    )
    .map(([id]) => String(id));
  const list = JSON.stringify(sets);
  const named = database.rows(
    `SELECT "Kind", "Name" FROM "~Grant" WHERE "PermissionSetId" IN (SELECT value FROM json_each(?))`,
    [list],
  );
  const namesOf = (wanted: string): Set<string> =>
    new Set(named.filter(([kind]) => kind === wanted).map(([, name]) => String(name).toLowerCase()));
  const permissions = new Set(named.filter(([kind]) => kind === 'user').map(([, name]) => String(name)));
  if (permissions.has('ModifyAllData')) permissions.add('ViewAllData');
  return {
    userId,
    isActive: true,
    permissions,
    customPermissions: namesOf('custom'),
    apexClasses: namesOf('class'),
    objects: readObjects(database, list),
    fields: readFields(database, list),
    people: [userId, ...peopleBelow(database, user[1])],
    seesAllFields: permissions.has('ModifyAllData'),
  };
}

function readObjects(database: SqlDatabase, sets: string): Map<string, ObjectRights> {
  const rows = database.rows(
    `SELECT lower("SobjectType"), MAX("PermissionsRead"), MAX("PermissionsCreate"), MAX("PermissionsEdit"),
            MAX("PermissionsDelete"), MAX("PermissionsViewAllRecords"), MAX("PermissionsModifyAllRecords")
     FROM "ObjectPermissions" WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY 1`,
    [sets],
  );
  return new Map(
    rows.map(([name, read, create, edit, remove, viewAll, modifyAll]) => [
      String(name),
      {
        read: read === 1,
        create: create === 1,
        edit: edit === 1,
        delete: remove === 1,
        viewAll: viewAll === 1 || modifyAll === 1,
        modifyAll: modifyAll === 1,
      },
    ]),
  );
}

function readFields(database: SqlDatabase, sets: string): Map<string, { read: boolean; edit: boolean }> {
  const rows = database.rows(
    `SELECT lower("Field"), MAX("PermissionsRead"), MAX("PermissionsEdit") FROM "FieldPermissions"
     WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY 1`,
    [sets],
  );
  return new Map(
    rows.map(([field, read, edit]) => [String(field), { read: read === 1 || edit === 1, edit: edit === 1 }]),
  );
}

/** Everyone in a role below this one, at any depth. UNION ends also on a hierarchy that runs in a circle. */
function peopleBelow(database: SqlDatabase, roleId: unknown): string[] {
  if (typeof roleId !== 'string') return [];
  const rows = database.rows(
    `WITH RECURSIVE below(id) AS (
       SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?1
       UNION SELECT r."Id" FROM "UserRole" r JOIN below ON r."ParentRoleId" = below.id)
     SELECT u."Id" FROM "User" u WHERE u."UserRoleId" IN (SELECT id FROM below WHERE id <> ?1)`,
    [roleId],
  );
  return rows.map(([id]) => String(id));
}

const NO_GRANTS = (userId: string): Grants => ({
  userId,
  isActive: false,
  permissions: new Set(),
  customPermissions: new Set(),
  apexClasses: new Set(),
  objects: new Map(),
  fields: new Map(),
  people: [userId],
  seesAllFields: false,
});
