import type { OrgClient } from '../connection/index.ts';
import { queryInLists } from '../connection/query-in-lists.ts';
import { groupBy } from '../group-by.ts';
import { requiredTextOf } from '../sync/field-values.ts';

/** Active users by e-mail address in lower case; several may share one. */
export type OrgPeople = ReadonlyMap<string, readonly string[]>;

/** Who in the org has these addresses. */
export async function findPeople(client: OrgClient, addresses: Iterable<string>): Promise<OrgPeople> {
  const wanted = [...new Set([...addresses].map((address) => address.toLowerCase()))].filter((each) => each !== '');
  const rows = await queryInLists(
    client,
    wanted,
    (list) => `SELECT Id, Email FROM User WHERE IsActive = true AND Email IN ${list}`,
  );
  const byAddress = groupBy(rows, (row) => requiredTextOf(row, 'Email').toLowerCase());
  return new Map([...byAddress].map(([address, users]) => [address, users.map((user) => requiredTextOf(user, 'Id'))]));
}
