import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../service/connection/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { type SyncReport, runSync } from '../../service/sync/index.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY);
const dayIn = (days: number): string => ago(-days).toISOString().slice(0, 10);

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let replica: Replica;
let launch: string;

const sync = (): Promise<SyncReport> => runSync(client, replica, { now: new Date() });
const rows = (): readonly Readonly<Record<string, unknown>>[] =>
  world.rows(
    "SELECT Key__c, OwnerId, Launch__c, Score__c, Target__c, Ready__c, Forecast__c, Short_Skills__c FROM Readiness__c WHERE Scope__c = 'Launch' ORDER BY Key__c",
  );
const keyOf = (person: 'ana' | 'ben'): string => `${world.users[person]}:launch:rollout`;
const rowOf = (person: 'ana' | 'ben'): Readonly<Record<string, unknown>> | undefined =>
  rows().find((row) => row['Key__c'] === keyOf(person));

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  replica = await openReplica(join(mkdtempSync(join(tmpdir(), 'fluency-launch-')), 'replica.db'));
  [launch = ''] = world.insert('Launch__c', [
    { Name: 'Rollout 5.2', Key__c: 'rollout', Launch_On__c: dayIn(12), Active__c: true },
  ]);
  world.insert('Skill_Target__c', [
    {
      Key__c: 'launch:rollout:Account Executive:discounting',
      Sales_Role__c: 'Account Executive',
      Skill__c: world.skills.discounting,
      Launch__c: launch,
      Target__c: 40,
      Weight__c: 1,
    },
  ]);
});

afterEach(async () => {
  await replica.close();
  await org.close();
});

it('publishes who is ready for a launch, and who is not and why', async () => {
  for (const days of [9, 7, 5, 3]) world.answer('ana', days % 2 === 1 && days > 4 ? 0 : 1, true, ago(days));
  expect((await sync()).refused).toEqual([]);
  expect(rows().map((row) => row['Key__c'])).toEqual([keyOf('ana'), keyOf('ben')].sort());
  expect(rowOf('ana')).toMatchObject({ OwnerId: world.users.ana, Launch__c: launch, Target__c: 40, Ready__c: true });
  expect(Number(rowOf('ana')?.['Forecast__c'])).toBeGreaterThan(50);
  expect(rowOf('ben')).toMatchObject({ Ready__c: false });
  expect(JSON.parse(String(rowOf('ben')?.['Short_Skills__c']))).toMatchObject([
    { skillCode: 'discounting', target: 40, enoughEvidence: false },
  ]);
  expect((await sync()).recordsWritten).toBe(0);
});

it('leaves the readiness that the role asks for as it is', async () => {
  await sync();
  const [skill] = world.rows(
    `SELECT Target__c FROM Readiness__c WHERE Key__c = '${world.users.ana}:discounting' AND Scope__c = 'Skill'`,
  );
  expect(skill?.['Target__c']).toBe(70);
});

it.each([
  ['is closed', { Active__c: false }],
  ['is long past', { Launch_On__c: dayIn(-31) }],
])('takes its rows away when the launch %s', async (_what, change) => {
  await sync();
  expect(rows()).toHaveLength(2);
  world.update('Launch__c', { Id: launch, ...change });
  await sync();
  expect(rows()).toEqual([]);
});

it('follows a launch that is moved', async () => {
  await sync();
  world.update('Launch__c', { Id: launch, Launch_On__c: dayIn(40) });
  expect((await sync()).published.find(({ object }) => object === 'Readiness__c')?.written).toBe(2);
});
