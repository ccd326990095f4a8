import type { AccessRegistry } from '../security/access-registry.ts';
import type { OrgAccess } from '../security/org-access.ts';
import type { ObjectTable } from './object-table.ts';
import { saveError } from './save-error.ts';
import type { SqlDatabase, StoredRow } from './sql-database.ts';
import type { SaveError } from './types.ts';

/**
 * Why this person cannot become the record's owner: people who left own nothing new, and nobody owns what they may
 * not read.
 */
export function ownerError(
  database: SqlDatabase,
  registry: AccessRegistry,
  access: OrgAccess,
  table: ObjectTable,
  row: StoredRow,
): SaveError | undefined {
  const owner = row['OwnerId'];
  if (typeof owner !== 'string' || !owner.startsWith('005') || access.unrestricted) return undefined;
  const found = database.row('SELECT "IsActive", "Username" FROM "User" WHERE "Id" = ?', [owner]);
  if (!found) return undefined;
  const object = table.definition.name;
  if (found[0] !== 1) {
    if (access.has('UpdateWithInactiveOwner')) return undefined;
    const message = `operation performed with inactive user [${owner}] as owner of ${object.toLowerCase()}`;
    return saveError('INACTIVE_OWNER_OR_USER', message, ['OwnerId']);
  }
  if (access.has('ModifyAllData')) return undefined;
  if (registry.of({ userId: owner, username: String(found[1]) }).object(object).read) return undefined;
  return saveError('TRANSFER_REQUIRES_READ', 'The new owner must have read permission', ['OwnerId']);
}
