import type { Connection } from 'jsforce';
import { fromBulkCsv, toBulkCsv } from './bulk-csv.ts';
import type { OrgInput, SaveOutcome } from './org-client.ts';
import { codeInMessage } from './retry.ts';
import { OrgRefusal, sendRest } from './rest.ts';

export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';

interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly errorMessage?: string;
}

const FIRST_POLL = 250;
const LONGEST_POLL = 5_000;
const POLL_LIMIT = 30 * 60_000;

/** All rows of a query by Bulk API 2.0, as text by column name (blank is ''). */
export async function bulkQuery(
  connection: Connection,
  soql: string,
  all: boolean,
  onProgress?: (read: number) => void,
): Promise<Record<string, string>[]> {
  const job = await jobRequest(connection, 'POST', '/jobs/query', {
    operation: all ? 'queryAll' : 'query',
    query: soql,
  });
  await finished(connection, `/jobs/query/${job.id}`);
  const rows: Record<string, string>[] = [];
  let locator: string | undefined;
  do {
    const query: string = locator === undefined ? '' : `?locator=${encodeURIComponent(locator)}`;
    const answer = await sendRest(connection, {
      method: 'GET',
      path: `/jobs/query/${job.id}/results${query}`,
      answer: 'csv',
    });
    for (const row of fromBulkCsv(String(answer.body ?? ''))) rows.push(row);
    onProgress?.(rows.length);
    const next = answer.headers['sforce-locator'];
    locator = next === undefined || next === 'null' || next === '' ? undefined : next;
  } while (locator !== undefined);
  return rows;
}

/** Writes records by one Bulk API 2.0 job; outcomes stand in the order of the records. */
export async function bulkIngest(
  connection: Connection,
  operation: IngestOperation,
  object: string,
  records: readonly OrgInput[],
  externalId?: string,
): Promise<readonly SaveOutcome[]> {
  const job = await jobRequest(connection, 'POST', '/jobs/ingest', {
    object,
    operation,
    contentType: 'CSV',
    lineEnding: 'LF',
    columnDelimiter: 'COMMA',
    ...(externalId === undefined ? {} : { externalIdFieldName: externalId }),
  });
  const path = `/jobs/ingest/${job.id}`;
  const csv = toBulkCsv(records);
  await sendRest(connection, {
    method: 'PUT',
    path: `${path}/batches`,
    body: csv,
    contentType: 'text/csv; charset=UTF-8',
  });
  await jobRequest(connection, 'PATCH', path, { state: 'UploadComplete' });
  await finished(connection, path);
  const results: Record<string, string>[][] = [];
  for (const kind of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
    const answer = await sendRest(connection, { method: 'GET', path: `${path}/${kind}`, answer: 'csv' });
    results.push(fromBulkCsv(String(answer.body ?? '')));
  }
  return inOrder(fromBulkCsv(csv), externalId ?? (operation === 'insert' ? undefined : 'Id'), results);
}

async function jobRequest(
  connection: Connection,
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
): Promise<JobInfo> {
  // Creating a job twice leaves an idle job behind and no more: it may be tried again.
  return (await sendRest(connection, { method, path, body: JSON.stringify(body) })).body as JobInfo;
}

async function finished(connection: Connection, path: string): Promise<void> {
  const deadline = Date.now() + POLL_LIMIT;
  for (let wait = FIRST_POLL; ; wait = Math.min(wait * 2, LONGEST_POLL)) {
    const job = (await sendRest(connection, { method: 'GET', path })).body as JobInfo;
    if (job.state === 'JobComplete') return;
    if (job.state === 'Failed' || job.state === 'Aborted') {
      throw new OrgRefusal(
        'BULK_JOB_FAILED',
        `the bulk job ${job.id} ended as ${job.state}: ${job.errorMessage ?? 'no reason given'}`,
      );
    }
    if (Date.now() > deadline)
      throw new OrgRefusal('BULK_JOB_TIMEOUT', `the bulk job ${job.id} has not ended in 30 minutes`);
    await new Promise((done) => setTimeout(done, wait));
  }
}

/** Result rows come in any order: they find their record by its key, or by all its columns where there is no key. */
function inOrder(
  sent: readonly Record<string, string>[],
  key: string | undefined,
  [successes = [], failures = [], unprocessed = []]: readonly Record<string, string>[][],
): readonly SaveOutcome[] {
  const columns = Object.keys(sent[0] ?? {});
  const identity = (row: Record<string, string>): string =>
    key === undefined ? JSON.stringify(columns.map((column) => row[column] ?? '')) : (row[key] ?? '').toLowerCase();
  const outcomes = new Map<string, SaveOutcome[]>();
  const note = (row: Record<string, string>, outcome: SaveOutcome): void => {
    const id = identity(row);
    const known = outcomes.get(id);
    if (known) known.push(outcome);
    else outcomes.set(id, [outcome]);
  };
  for (const row of successes) note(row, { ok: true, id: row['sf__Id'] ?? '', created: row['sf__Created'] === 'true' });
  for (const row of failures) {
    const message = row['sf__Error'] ?? '';
    note(row, { ok: false, code: codeInMessage(message) ?? 'UNKNOWN', message });
  }
  for (const row of unprocessed)
    note(row, { ok: false, code: 'UNPROCESSED', message: 'the job ended before this record' });
  return sent.map(
    (row) =>
      outcomes.get(identity(row))?.shift() ?? {
        ok: false,
        code: 'UNPROCESSED',
        message: 'the job did not say what became of this record',
      },
  );
}
