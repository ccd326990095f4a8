import type { OrgClient } from '../connection/index.ts';
import { inLists, soqlList } from '../connection/soql.ts';
import { requiredTextOf } from '../sync/field-values.ts';

/** Active users by e-mail address in lower case; several may share one. */
export type OrgPeople = ReadonlyMap<string, readonly string[]>;

/** Who in the org has these addresses. */
export async function findPeople(client: OrgClient, addresses: Iterable<string>): Promise<OrgPeople> {
  const wanted = [...new Set([...addresses].map((address) => address.toLowerCase()))].filter((each) => each !== '');
  const found = new Map<string, string[]>();
  for (const list of inLists(wanted)) {
    const rows = await client.query(`SELECT Id, Email FROM User WHERE IsActive = true AND Email IN ${soqlList(list)}`);
    for (const row of rows) {
      const address = requiredTextOf(row, 'Email').toLowerCase();
      found.set(address, [...(found.get(address) ?? []), requiredTextOf(row, 'Id')]);
    }
  }
  return found;
}
