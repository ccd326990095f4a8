/**
 * What a sync costs, first and later, and how much memory it takes.
 *
 *   npm run --silent benchmark:sync -- [--people N] [--skills N] [--evidence N] [--data DIR] [--json]
 *
 * A replica is filled directly, as a pull of two years of evidence would have left it: reading from an org is not in
 * the figures. Then the sync's own steps run (derive, replay, publish) against an org that acknowledges every record in
 * memory. JSON: {people, skills, evidence, firstSeconds, newRowsSeconds, lateRowsSeconds, dailySeconds, peakRssMb,
 * replicaMb}.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { learnWhatIsPublished, publishComputed } from '../service/publish/publish-computed.ts';
import { keepHeapSmall } from '../service/keep-heap-small.ts';
import { deleteReplica, openReplica, type Replica } from '../service/replica/index.ts';
import { computeReadiness } from '../service/sync/compute-readiness.ts';
import { type AcknowledgingOrg, acknowledgingOrg } from './sync/acknowledging-org.ts';
import { fillCatalogue, fillEvidence, type MirrorSize } from './sync/fill-mirror.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = new Date('2026-03-04T10:00:00.000Z');
const DAYS = 730;
const NEW_ROWS = 1_000;

interface Run {
  readonly name: string;
  readonly seconds: number;
  readonly replayed: number;
  readonly records: number;
}

async function run(name: string, client: AcknowledgingOrg, replica: Replica, now: Date): Promise<Run> {
  const before = client.records;
  const started = performance.now();
  await learnWhatIsPublished(client, replica);
  const computed = await computeReadiness(replica, now);
  await publishComputed(client, replica, { ...computed, now, dryRun: false });
  const seconds = (performance.now() - started) / 1000;
  return { name, seconds, replayed: computed.replayed, records: client.records - before };
}

async function measure(replica: Replica, size: MirrorSize): Promise<Run[]> {
  const { sql } = replica;
  const client = acknowledgingOrg();
  const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);
  fillCatalogue(sql, size);
  fillEvidence(sql, size, { first: 0, count: size.evidence, from: new Date(NOW.getTime() - DAYS * DAY), to: NOW });
  const first = await run('first run', client, replica, NOW);
  fillEvidence(sql, size, { first: size.evidence, count: NEW_ROWS, from: NOW, to: later(1) });
  const fresh = await run(`after ${NEW_ROWS} new rows`, client, replica, later(1));
  const weekOld = { from: later(-7 * 24), to: later(-7 * 24 + 1) };
  fillEvidence(sql, size, { first: size.evidence + NEW_ROWS, count: NEW_ROWS, ...weekOld });
  const late = await run(`after ${NEW_ROWS} rows a week late`, client, replica, later(2));
  const daily = await run('first run of the next day', client, replica, later(24));
  return [first, fresh, late, daily];
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    skills: { type: 'string', default: '50' },
    evidence: { type: 'string', default: '5000000' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const size: MirrorSize = {
  people: Number(values.people),
  skills: Number(values.skills),
  evidence: Number(values.evidence),
  now: NOW,
  days: DAYS,
};
const directory = values.data ?? mkdtempSync(join(tmpdir(), 'fluency-benchmark-'));
mkdirSync(directory, { recursive: true });
keepHeapSmall();
const path = join(directory, 'replica.db');
deleteReplica(path);
const replica = await openReplica(path);
try {
  const runs = await measure(replica, size);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  await replica.close();
  const replicaMb = Math.round(statSync(path).size / 1e6);
  console.log(`${size.people} people, ${size.skills} skills, ${size.evidence} pieces of evidence`);
  console.table(
    runs.map(({ name, seconds, replayed, records }) => ({ run: name, seconds: Number(seconds.toFixed(1)), replayed, records })), // prettier-ignore
  );
  console.log(`peak memory ${peakRssMb} MB, replica ${replicaMb} MB`);
  if (values.json) {
    const [firstSeconds, newRowsSeconds, lateRowsSeconds, dailySeconds] = runs.map((each) => each.seconds);
    const { people, skills, evidence } = size;
    console.log(
      JSON.stringify({ people, skills, evidence, firstSeconds, newRowsSeconds, lateRowsSeconds, dailySeconds, peakRssMb, replicaMb }), // prettier-ignore
    );
  }
} finally {
  if (values.data === undefined) rmSync(directory, { recursive: true, force: true });
}
