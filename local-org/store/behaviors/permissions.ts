import { refuse } from '../save-error.ts';
import type { Behavior } from './behavior.ts';

export const permissionSetBehavior: Behavior = {
  before({ row, prior }) {
    if (prior) return;
    row['Type'] ??= 'Regular';
    row['IsCustom'] = row['IsOwnedByProfile'] === 1 ? 0 : 1;
  },
};

/** A set is assigned to a person once; a profile's own set comes with the profile. */
export const permissionSetAssignmentBehavior: Behavior = {
  before({ row, prior, actor }, { database }) {
    row['IsActive'] = 1;
    if (prior) return;
    const pair = [row['PermissionSetId'] ?? null, row['AssigneeId'] ?? null];
    const twin = database.value(
      'SELECT "Id" FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ? AND "AssigneeId" = ?',
      pair,
    );
    if (typeof twin === 'string') {
      throw refuse(
        'DUPLICATE_VALUE',
        `Duplicate PermissionSetAssignment. Assignee: ${String(pair[1])}; Permission Set: ${String(pair[0])}`,
        ['PermissionSetId', 'AssigneeId'],
      );
    }
    const owned = database.value('SELECT "IsOwnedByProfile" FROM "PermissionSet" WHERE "Id" = ?', [pair[0] ?? null]);
    if (owned === 1 && !actor.system) {
      throw refuse('FIELD_INTEGRITY_EXCEPTION', 'Permission set owned by a profile cannot be assigned', [
        'PermissionSetId',
      ]);
    }
  },
};

/** Rights on an object imply the lesser ones, as the platform insists. */
export const objectPermissionsBehavior: Behavior = {
  before({ row }) {
    if (row['PermissionsModifyAllRecords'] === 1) {
      row['PermissionsViewAllRecords'] = 1;
      row['PermissionsDelete'] = 1;
    }
    if (row['PermissionsDelete'] === 1) row['PermissionsEdit'] = 1;
    const reads = ['PermissionsEdit', 'PermissionsCreate', 'PermissionsViewAllRecords'];
    if (reads.some((right) => row[right] === 1)) row['PermissionsRead'] = 1;
  },
};

export const fieldPermissionsBehavior: Behavior = {
  before({ row }) {
    if (row['PermissionsEdit'] === 1) row['PermissionsRead'] = 1;
  },
};
