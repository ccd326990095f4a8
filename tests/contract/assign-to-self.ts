import type { Connection } from 'jsforce';

/** Gives the connection's user a permission set, unless they have it. @throws {Error} when the org has none of that name */
export async function assignToSelf(connection: Connection, permissionSet: string): Promise<void> {
  const { records } = await connection.query<{ Id: string }>(
    `SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`,
  );
  const PermissionSetId = records[0]?.Id;
  if (PermissionSetId === undefined) throw new Error(`There is no permission set ${permissionSet}`);
  const { user_id: AssigneeId } = await connection.identity();
  const assigned = await connection.query(
    `SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${PermissionSetId}' AND AssigneeId = '${AssigneeId}'`,
  );
  if (assigned.totalSize > 0) return;
  await connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId });
}
