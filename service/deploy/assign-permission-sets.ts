import { type OrgClient, reasonOf } from '../connection/index.ts';
import { soqlList, soqlText } from '../connection/soql.ts';
import { EXIT, FluencyError } from '../error.ts';

/**
 * Gives a user permission sets; those the user has already are left as they are.
 *
 * @returns names of the sets that were newly assigned
 * @throws FluencyError PERMISSION_SET_UNKNOWN, USER_UNKNOWN, ASSIGNMENT_REFUSED
 */
export async function assignPermissionSets(
  client: OrgClient,
  names: readonly string[],
  username?: string,
): Promise<string[]> {
  if (names.length === 0) return [];
  const userId = username === undefined ? (await client.identity()).userId : await userIdOf(client, username);
  const [sets = [], assigned = []] = await client.queryMany([
    `SELECT Id, Name FROM PermissionSet WHERE Name IN ${soqlList(names)}`,
    `SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ${soqlText(userId)}`,
  ]);
  const idOf = new Map(sets.map((set) => [String(set['Name']).toLowerCase(), String(set.Id)]));
  const unknown = names.filter((name) => !idOf.has(name.toLowerCase()));
  if (unknown.length > 0) {
    throw new FluencyError('PERMISSION_SET_UNKNOWN', `The org has no such permission set: ${unknown.join(', ')}.`, {
      value: unknown.join(', '),
      nextStep: 'Deploy the package first: fluency deploy',
      exitCode: EXIT.usage,
    });
  }
  const has = new Set(assigned.map((row) => String(row['PermissionSetId'])));
  const missing = names.filter((name) => !has.has(idOf.get(name.toLowerCase()) ?? ''));
  const outcomes = await client.insert(
    'PermissionSetAssignment',
    missing.map((name) => ({ AssigneeId: userId, PermissionSetId: idOf.get(name.toLowerCase()) ?? '' })),
  );
  const refused = outcomes.find((outcome) => !outcome.ok && outcome.code !== 'DUPLICATE_VALUE');
  if (refused !== undefined && !refused.ok) {
    throw new FluencyError('ASSIGNMENT_REFUSED', `The org refused the assignment: ${reasonOf(refused)}`, {
      value: missing.join(', '),
    });
  }
  return missing;
}

async function userIdOf(client: OrgClient, username: string): Promise<string> {
  const [user] = await client.query(`SELECT Id FROM User WHERE Username = ${soqlText(username)}`);
  if (user?.Id !== undefined) return String(user.Id);
  throw new FluencyError('USER_UNKNOWN', 'The org has no user of this name.', {
    value: username,
    exitCode: EXIT.usage,
  });
}
