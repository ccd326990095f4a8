import type { PreparedOrg } from './deals.ts';

/** A job takes 150 MB at most; smaller ones keep the client's memory small. */
const ROWS_A_JOB = 100_000;

/** Loads opportunities by Bulk API 2.0, one job after the other. Answers seconds, the making of the CSV included. */
export async function loadByBulk(
  org: PreparedOrg,
  operation: 'insert' | 'upsert',
  records: number,
  csv: (from: number, to: number) => string,
): Promise<number> {
  const started = performance.now();
  for (let from = 0; from < records; from += ROWS_A_JOB) {
    await job(org, operation, csv(from, Math.min(records, from + ROWS_A_JOB)));
  }
  return (performance.now() - started) / 1000;
}

async function job({ send }: PreparedOrg, operation: 'insert' | 'upsert', csv: string): Promise<void> {
  const request = {
    object: 'Opportunity',
    operation,
    ...(operation === 'upsert' ? { externalIdFieldName: 'Bench_Key__c' } : {}),
  };
  const { id } = JSON.parse(await send('POST', '/jobs/ingest', JSON.stringify(request))) as { id: string };
  await send('PUT', `/jobs/ingest/${id}/batches`, csv, 'text/csv');
  await send('PATCH', `/jobs/ingest/${id}`, '{"state":"UploadComplete"}');
  for (;;) {
    const info = JSON.parse(await send('GET', `/jobs/ingest/${id}`)) as Record<string, unknown>;
    if (info['state'] === 'JobComplete') {
      if (info['numberRecordsFailed'] !== 0) throw new Error(`Rows were refused: ${JSON.stringify(info)}`);
      break;
    }
    if (info['state'] === 'Failed') throw new Error(JSON.stringify(info));
  }
  await send('DELETE', `/jobs/ingest/${id}`);
}
