import type { OrgClient, OrgRecord } from './org-client.ts';
import { inLists, soqlList } from './soql.ts';

/**
 * All rows of a query that has a list of texts in its condition, which may be too long for one query.
 *
 * @param soqlOf the query, given `('a', 'b')`
 */
export async function queryInLists(
  client: OrgClient,
  texts: readonly string[],
  soqlOf: (list: string) => string,
): Promise<OrgRecord[]> {
  return (await client.queryMany(inLists(texts).map((list) => soqlOf(soqlList(list))))).flat();
}
