/**
 * How fast the embedded org is, as its clients see it over HTTP.
 *
 *   npm run --silent benchmark:local-org -- [--records 10000,100000] [--json]
 *
 * For each number of records an org of its own, in a process of its own: opportunities are loaded by Bulk API 2.0, then
 * inserts, upserts and queries are measured over REST, then the start over the filled file. JSON: a list of
 * {records, loadSeconds, loadCpuSeconds (the org's own), loadPerSecond, upsertBulkPerSecond, insertPerSecond, upsertPerSecond, reads, peakRssMb, fileMb,
 * startSeconds}; `reads` holds p50 and p95 in milliseconds by name.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { loadByBulk } from './local-org/bulk-load.ts';
import { opportunityCsv, prepare } from './local-org/deals.ts';
import { measureReads, type Latency } from './local-org/measure-reads.ts';
import { measureWrites } from './local-org/measure-writes.ts';
import { startServer } from './local-org/server-process.ts';

interface Figures {
  readonly records: number;
  readonly loadSeconds: number;
  readonly loadCpuSeconds: number;
  readonly loadPerSecond: number;
  readonly upsertBulkPerSecond: number;
  readonly insertPerSecond: number;
  readonly upsertPerSecond: number;
  readonly reads: Readonly<Record<string, Latency>>;
  readonly peakRssMb: number;
  readonly fileMb: number;
  readonly startSeconds: number;
}

async function measure(records: number): Promise<Figures> {
  const directory = mkdtempSync(join(tmpdir(), 'fluency-benchmark-org-'));
  try {
    const first = await startServer(directory);
    const org = await prepare(first.url);
    const before = await first.cpuSeconds();
    const loadSeconds = await loadByBulk(org, 'insert', records, (from, to) => opportunityCsv(org, from, to));
    const loadCpuSeconds = Number(((await first.cpuSeconds()) - before).toFixed(1));
    const again = Math.min(records, 50_000);
    const upsertSeconds = await loadByBulk(org, 'upsert', again, (from, to) => opportunityCsv(org, from, to));
    const writes = await measureWrites(org, records);
    const reads = await measureReads(org, records);
    const peakRssMb = await first.stop();
    const fileMb = Math.round(statSync(join(directory, 'org.db')).size / 1e6);
    const second = await startServer(directory);
    await second.stop();
    return {
      records,
      loadSeconds,
      loadCpuSeconds,
      loadPerSecond: Math.round(records / loadSeconds),
      upsertBulkPerSecond: Math.round(again / upsertSeconds),
      ...writes,
      reads,
      peakRssMb,
      fileMb,
      startSeconds: second.startSeconds,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: { records: { type: 'string', default: '10000,100000' }, json: { type: 'boolean', default: false } },
});
const all: Figures[] = [];
for (const records of values.records.split(',').map(Number)) {
  const figures = await measure(records);
  all.push(figures);
  const { reads, ...rest } = figures;
  console.table({ ...rest, loadSeconds: Number(rest.loadSeconds.toFixed(1)) });
  console.table(reads);
}
if (values.json) console.log(JSON.stringify(all));
