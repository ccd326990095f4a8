import type { Connection } from 'jsforce';
import { bulkQuery } from './bulk.ts';
import type { OrgRecord, QueryOptions, QueryRequest } from './org-client.ts';
import { OrgRefusal, sendRest } from './rest.ts';
import { type RetryOptions, codeInMessage } from './retry.ts';
import { BULK_THRESHOLD } from './save.ts';

interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly records: readonly OrgRecord[];
  readonly nextRecordsUrl?: string;
}

interface CompositeAnswer {
  readonly compositeResponse: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
}

/** The platform allows five queries in one composite call. */
const QUERIES_A_CALL = 5;

/** All rows of one query. */
export async function queryAllPages(
  connection: Connection,
  soql: string,
  options: QueryOptions = {},
  retry?: RetryOptions,
): Promise<readonly OrgRecord[]> {
  const answer = await sendRest(connection, { method: 'GET', path: queryPath(soql, options) }, retry);
  return restOf(connection, soql, answer.body as QueryPage, options, retry);
}

/** All rows of several queries; the first pages come five a call. */
export async function queryTogether(
  connection: Connection,
  queries: readonly QueryRequest[],
  retry?: RetryOptions,
): Promise<readonly (readonly OrgRecord[])[]> {
  const results: (readonly OrgRecord[])[] = [];
  for (let start = 0; start < queries.length; start += QUERIES_A_CALL) {
    const some = queries.slice(start, start + QUERIES_A_CALL);
    const body = JSON.stringify(compositeBody(connection, some));
    const answer = await sendRest(connection, { method: 'POST', path: '/composite', body }, retry);
    const parts = (answer.body as CompositeAnswer).compositeResponse;
    for (const [index, query] of some.entries()) {
      const part = parts[index];
      if (part === undefined || part.httpStatusCode >= 400) throw refusalOf(part?.body, query.soql);
      results.push(await restOf(connection, query.soql, part.body as QueryPage, query, retry));
    }
  }
  return results;
}

function compositeBody(connection: Connection, queries: readonly QueryRequest[]): object {
  return {
    allOrNone: false,
    compositeRequest: queries.map((query, index) => ({
      method: 'GET',
      referenceId: `query${index}`,
      url: `/services/data/v${connection.version}${queryPath(query.soql, query)}`,
    })),
  };
}

/** The first page is kept when the rest is small; a large result is read again by Bulk API 2.0. */
async function restOf(
  connection: Connection,
  soql: string,
  first: QueryPage,
  options: QueryOptions,
  retry?: RetryOptions,
): Promise<readonly OrgRecord[]> {
  options.onProgress?.(first.records.length, first.totalSize);
  if (first.done) return first.records;
  if (first.totalSize > BULK_THRESHOLD && isBulkable(soql)) {
    const rows = await bulkQuery(connection, soql, options.all === true, (read) =>
      options.onProgress?.(read, first.totalSize),
    );
    return rows.map(blankToNull);
  }
  const records = [...first.records];
  let page = first;
  while (!page.done && page.nextRecordsUrl !== undefined) {
    page = (await sendRest(connection, { method: 'GET', path: page.nextRecordsUrl }, retry)).body as QueryPage;
    records.push(...page.records);
    options.onProgress?.(records.length, first.totalSize);
  }
  return records;
}

function queryPath(soql: string, options: QueryOptions): string {
  return `/${options.all === true ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`;
}

/** Bulk API 2.0 answers neither aggregates nor nested rows. */
function isBulkable(soql: string): boolean {
  return !/\(\s*SELECT\b|\bGROUP BY\b|\b(?:COUNT|MAX|MIN|SUM|AVG)\s*\(/i.test(soql);
}

function blankToNull(row: Record<string, string>): OrgRecord {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]));
}

function refusalOf(body: unknown, soql: string): OrgRefusal {
  const error = Array.isArray(body) ? (body[0] as { errorCode?: unknown; message?: unknown } | undefined) : undefined;
  const message = typeof error?.message === 'string' ? error.message : 'no reason given';
  const code = typeof error?.errorCode === 'string' ? error.errorCode : (codeInMessage(message) ?? 'UNKNOWN');
  return new OrgRefusal(code, `${message} (in: ${soql})`);
}
