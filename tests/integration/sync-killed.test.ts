import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReplica } from '../../service/replica/index.ts';
import { runSync } from '../../service/sync/index.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { type KillPoint, runKilled } from './support/killing-proxy.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(300_000);

const DAY = 86_400_000;
/** A first sync makes about a dozen requests; later ones fewer, unless there is something new: there always is. */
const POINTS: readonly KillPoint[] = [2, 3, 5, 6, 7, 8, 9, 10, 11].map((request, index) => ({
  request,
  when: index % 2 === 0 ? 'after' : 'before',
}));

let org: TestOrg;
let directory: string;

beforeEach(async () => {
  org = await startDeployedOrg();
  directory = mkdtempSync(join(tmpdir(), 'fluency-killed-'));
});

afterEach(async () => {
  await org.close();
  rmSync(directory, { recursive: true, force: true });
});

it('loses and doubles nothing, wherever it is killed', async () => {
  const world = new SmallWorld(org.org);
  const client = await org.connect();
  const target = { url: org.url, accessToken: client.session().accessToken };
  const replicaPath = join(directory, 'replica.db');
  let killed = 0;
  for (const [index, point] of POINTS.entries()) {
    world.answer(
      index % 2 === 0 ? 'ana' : 'ben',
      index % 3,
      index % 4 !== 0,
      new Date(Date.now() - (40 - index * 2) * DAY),
    );
    const run = await runKilled(['sync', '--replica', replicaPath], target, point);
    if (!run.completed) killed += 1;
  }
  expect(killed).toBeGreaterThan(POINTS.length / 2);

  const last = await runKilled(['sync', '--replica', replicaPath, '--json'], target, {
    request: Infinity,
    when: 'after',
  });
  expect(JSON.parse(last.output)).toMatchObject({ refused: [] });

  const keys = world.rows('SELECT Key__c FROM Readiness__c').map((row) => String(row['Key__c']).toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
  const counted = world
    .rows("SELECT Evidence_Count__c FROM Readiness__c WHERE Scope__c = 'Skill'")
    .reduce((sum, row) => sum + Number(row['Evidence_Count__c']), 0);
  expect(counted).toBe(POINTS.length);
  const fresh = await openReplica(':memory:');
  const again = await runSync(client, fresh, { now: new Date(), dryRun: true });
  await fresh.close();
  // Late answers move Mondays that were published already; those are history and stay.
  expect(again.published.filter((object) => object.written + object.deleted > 0)).toEqual([]);
});
