import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { importOpportunities, readMapping } from '../../service/importers/index.ts';
import { openReplica } from '../../service/replica/index.ts';
import { runSync } from '../../service/sync/index.ts';
import { ROWS, writeCrmFiles } from './support/crm-files.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const MAPPING = 'service/importers/mappings/maven-crm.json';
/** As many attempts as ever, close together: the faults are drawn by call, so waiting passes none of them. */
const SOON = { firstDelay: 5 };

let org: TestOrg;
let world: SmallWorld;
let data: string;

beforeEach(async () => {
  org = await startDeployedOrg({ faults: true });
  world = new SmallWorld(org.org);
  data = mkdtempSync(join(tmpdir(), 'fluency-faults-'));
});
afterEach(async () => {
  await org.close();
  rmSync(data, { recursive: true, force: true });
});

async function faults(method: 'PUT' | 'GET' | 'DELETE', settings?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${org.url}/local-org/faults`, {
    method,
    ...(settings ? { body: JSON.stringify(settings), headers: { 'content-type': 'application/json' } } : {}),
  });
  expect(response.ok).toBe(true);
  return method === 'DELETE' ? {} : ((await response.json()) as Record<string, unknown>);
}

/** Runs a command again when it ends because nobody can know whether the org has done the call: as its words say. */
async function untilDone(command: () => Promise<unknown>): Promise<void> {
  for (let run = 1; ; run += 1) {
    try {
      await command();
      return;
    } catch (error) {
      const isCut = error instanceof Error && /ECONNRESET|socket hang up|Nothing answers/.test(error.message);
      if (!isCut || run === 8) throw error;
    }
  }
}

async function sync(): Promise<void> {
  const replica = await openReplica(join(mkdtempSync(join(data, 'replica-')), 'replica.db'));
  try {
    await runSync(await org.connect(SOON), replica, { now: new Date() });
  } finally {
    await replica.close();
  }
}

const readiness = (): readonly Readonly<Record<string, unknown>>[] =>
  world.rows('SELECT Key__c, OwnerId, Score__c, Evidence_Count__c FROM Readiness__c ORDER BY Key__c');
const count = (object: string): number => world.rows(`SELECT Id FROM ${object}`).length;

it.each([
  ['UNABLE_TO_LOCK_ROW', 0.2],
  ['REQUEST_LIMIT_EXCEEDED', 0.2],
  ['SERVER_UNAVAILABLE', 0.2],
  ['INVALID_SESSION_ID', 0.2],
  ['SLOW', 0.3],
  ['CUT', 0.2],
  ['CUT_AFTER', 0.2],
] as const)('an import and a sync get through %s', async (fault, share) => {
  writeCrmFiles(data);
  world.answer('ana', 0, true, new Date(Date.now() - 5 * DAY));
  const client = await org.connect(SOON);
  await faults('PUT', { faults: [fault], share, seed: 3, delayMs: 200 });
  await untilDone(() => importOpportunities(client, data, readMapping(MAPPING), {}));
  await untilDone(sync);
  const { met } = await faults('GET');
  await faults('DELETE');
  expect(met).toEqual({ [fault]: expect.any(Number) as number });
  expect([count('Opportunity'), count('OpportunityLineItem')]).toEqual([ROWS, ROWS]);
  const published = readiness();
  expect(published.length).toBeGreaterThan(0);
  await sync();
  expect(readiness()).toEqual(published);
});

it('there is no such door unless it was asked for', async () => {
  const plain = await startDeployedOrg();
  const { status } = await fetch(`${plain.url}/local-org/faults`);
  await plain.close();
  expect(status).toBe(404);
});
