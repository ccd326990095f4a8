import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../service/connection/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { type SyncReport, runSync } from '../../service/sync/index.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let directory: string;
let replica: Replica;

const now = Date.now();
const ago = (days: number): Date => new Date(now - days * DAY);
const day = (days: number): string => ago(days).toISOString().slice(0, 10);
const sync = (at: Date): Promise<SyncReport> => runSync(client, replica, { now: at });
const trend = (): [string, number][] =>
  world
    .rows(
      `SELECT Taken_On__c, Score__c FROM Readiness_Snapshot__c WHERE Person__c = '${world.users.ana}' AND Domain__c = 'Overall' ORDER BY Taken_On__c`,
    )
    .map((row) => [String(row['Taken_On__c']), Number(row['Score__c'])]);
const proficientOn = (): unknown =>
  world.rows(`SELECT Proficient_On__c FROM Readiness__c WHERE Key__c = '${world.users.ana}:overall'`)[0]?.[
    'Proficient_On__c'
  ];

/** Ana answers everything right, twice a week, for three weeks that end so many days ago. */
function learn(until: number): void {
  for (const week of [0, 1, 2])
    for (const question of [0, 1, 2])
      for (const half of [0, 3]) world.answer('ana', question, true, ago(until + week * 7 + half + question / 100));
}

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  directory = mkdtempSync(join(tmpdir(), 'fluency-past-'));
  replica = await openReplica(join(directory, 'replica.db'));
});

afterEach(async () => {
  await replica.close();
  await org.close();
  rmSync(directory, { recursive: true, force: true });
});

it('gives days on which no sync ran their point', async () => {
  world.answer('ana', 0, false, ago(9));
  await sync(ago(8.5));
  world.answer('ana', 0, true, ago(5));
  world.answer('ana', 1, true, ago(4));
  await sync(ago(0));
  const days = trend().map(([taken]) => taken);
  expect(days).toEqual(expect.arrayContaining([day(5), day(4)]));
});

it('corrects the past that late evidence changed, and leaves it otherwise', async () => {
  world.answer('ana', 0, true, ago(40));
  world.answer('ana', 1, true, ago(30));
  await sync(ago(0));
  const before = new Map(trend());
  world.answer('ana', 1, false, ago(29));
  await sync(ago(0));
  const after = trend();
  expect(after.map(([taken]) => taken)).toEqual([...before.keys()]);
  const change = (of: readonly [string, number][]): number[] => of.map(([taken, score]) => score - (before.get(taken) ?? NaN)); // prettier-ignore
  const [earlier, later] = [after.filter(([taken]) => taken < day(29)), after.filter(([taken]) => taken >= day(29))];
  expect(change(earlier)).toEqual(earlier.map(() => 0));
  expect(change(later).every((points) => points < -0.5)).toBe(true);
});

it('forgets the trend of evidence that was deleted', async () => {
  const answers = [40, 30].map((days) => world.answer('ana', 0, true, ago(days)));
  await sync(ago(0));
  expect(trend().length).toBeGreaterThan(4);
  world.remove(answers[0] ?? '');
  await sync(ago(0));
  expect(trend().every(([taken]) => taken >= day(30))).toBe(true);
  world.remove(answers[1] ?? '');
  await sync(ago(0));
  expect(trend()).toEqual([]);
});

it('says since when somebody is proficient, and a new replica says the same', async () => {
  await sync(ago(0));
  expect(proficientOn()).toBeNull();
  learn(30);
  await sync(ago(0));
  const reached = String(proficientOn());
  expect(new Date(reached).getUTCDay()).toBe(1);
  expect(reached >= day(30 + 17) && reached <= day(23)).toBe(true);
  await replica.close();
  replica = await openReplica(join(directory, 'other.db'));
  expect((await sync(ago(0))).recordsWritten).toBe(0);
});

it('begins anew with a new role', async () => {
  learn(30);
  await sync(ago(0));
  world.update('User', { Id: world.users.ana, Sales_Role_Start__c: day(3) });
  await sync(ago(0));
  // Readiness is there already: today is the first day of the role on which that was seen.
  expect(proficientOn()).toBe(day(0));
});
