import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { OrgClient } from '../../service/connection/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { type SyncReport, runSync } from '../../service/sync/index.ts';
import { pullChanges } from '../../service/sync/pull.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let directory: string;
let replica: Replica;

const ago = (days: number): Date => new Date(Date.now() - days * DAY);
const sync = (through: OrgClient = client): Promise<SyncReport> => runSync(through, replica, { now: new Date() });
const readOf = (report: SyncReport, object: string): number | undefined =>
  report.pulled.find((pulled) => pulled.object === object)?.read;
const readiness = (key: string): Readonly<Record<string, unknown>> | undefined =>
  world.rows(
    `SELECT Score__c, Evidence_Count__c, Evidence__c FROM Readiness__c WHERE Key__c = '${world.users.ana}:${key}'`,
  )[0];

/** An org whose recycle bin is always empty: it answers no deleted rows. */
function withoutBin(real: OrgClient): OrgClient {
  return new Proxy(real, {
    get(target, name) {
      if (name === 'queryMany') {
        const queryMany: OrgClient['queryMany'] = (queries) =>
          target.queryMany(queries.map((query) => (typeof query === 'string' ? query : query.soql)));
        return queryMany;
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

async function expectSameFromNewReplica(): Promise<void> {
  const fresh = await openReplica(join(directory, 'fresh.db'));
  try {
    const report = await runSync(client, fresh, { now: new Date() });
    expect(report.recordsWritten).toBe(0);
  } finally {
    await fresh.close();
  }
}

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  directory = mkdtempSync(join(tmpdir(), 'fluency-traceless-'));
  replica = await openReplica(join(directory, 'replica.db'));
});

afterEach(async () => {
  await replica.close();
  await org.close();
  rmSync(directory, { recursive: true, force: true });
});

it('grades again what was answered to a question whose key was corrected', async () => {
  world.answer('ana', 0, true, ago(20));
  world.answer('ana', 1, true, ago(19));
  await sync();
  await sync();
  const before = readiness('discounting');
  world.update('Check_Question__c', { Id: world.questions[0] ?? '', Correct_Option__c: 'B' });
  const report = await sync();
  expect(report.pulled).toContainEqual({ object: 'Check_Question__c', read: expect.any(Number) as number, changed: 2 });
  expect(Number(readiness('discounting')?.['Score__c'])).toBeLessThan(Number(before?.['Score__c']));
  expect(readiness('discounting')).toMatchObject({ Evidence_Count__c: 2 });
  await expectSameFromNewReplica();
});

it('counts answers for the skill that their question was moved to', async () => {
  world.answer('ana', 0, true, ago(20));
  await sync();
  world.update('Check_Question__c', { Id: world.questions[0] ?? '', Skill__c: world.skills.discovery });
  await sync();
  expect(readiness('discounting')).toMatchObject({ Evidence_Count__c: 0 });
  expect(readiness('discovery')).toMatchObject({ Evidence_Count__c: 1 });
  await expectSameFromNewReplica();
});

it('reads the answers of a few questions only', async () => {
  for (const day of [20, 19, 18]) world.answer('ana', 0, true, ago(day));
  world.answer('ana', 1, true, ago(17));
  await sync();
  await sync();
  world.update('Check_Question__c', { Id: world.questions[0] ?? '', Prompt__c: 'Which of these?' });
  const calls = client.apiCalls;
  const report = await sync();
  expect(report.recordsWritten).toBe(0);
  expect(client.apiCalls - calls).toBeLessThanOrEqual(9);
});

it('forgets every kind of evidence that was deleted for good', async () => {
  await sync();
  const before = readiness('discounting');
  const response = world.answer('ana', 0, true, ago(9));
  const [assessment = ''] = world.insert(
    'Skill_Assessment__c',
    [{ Skill__c: world.skills.discounting, Level__c: 80, Person__c: world.users.ana, OwnerId: world.users.ana }],
    ago(9),
  );
  const [account = ''] = world.insert('Account', [{ Name: 'Initech' }]);
  const [deal = ''] = world.insert(
    'Opportunity',
    [
      {
        Name: 'Big deal',
        AccountId: account,
        StageName: 'Prospecting',
        CloseDate: '2030-01-01',
        OwnerId: world.users.ana,
      },
    ],
    ago(8),
  );
  const event = { Nugget__c: world.nugget, OwnerId: world.users.ana };
  const [viewed = '', completed = ''] = world.insert(
    'Learning_Event__c',
    [
      { ...event, Type__c: 'Viewed', Opportunity__c: deal },
      { ...event, Type__c: 'Completed' },
    ],
    ago(7),
  );
  world.update('Opportunity', { Id: deal, StageName: 'Closed Won' });
  await sync();
  expect(readiness('discounting')).toMatchObject({ Evidence_Count__c: 4 });
  await sync();

  for (const [left, id] of [response, assessment, completed, deal].entries()) {
    world.remove(id);
    await sync(withoutBin(client));
    expect(readiness('discounting')).toMatchObject({ Evidence_Count__c: 3 - left });
  }
  world.remove(viewed);
  await sync(withoutBin(client));
  expect(readiness('discounting')).toEqual(before);
});

it('forgets the target that was deleted for good', async () => {
  await sync();
  const [target] = world.rows("SELECT Id FROM Skill_Target__c WHERE Key__c = 'Account Executive:discovery'");
  world.remove(String(target?.['Id']));
  await sync(withoutBin(client));
  expect(readiness('discovery')).toBeUndefined();
});

it('finds what came without a new stamp', async () => {
  world.answer('ana', 0, true, ago(20));
  world.answer('ana', 1, true, ago(19));
  await sync();
  await replica.db
    .deleteFrom('check_response')
    .where('question_id', '=', world.questions[0] ?? '')
    .execute();
  await sync();
  expect(readiness('discounting')).toMatchObject({ Evidence_Count__c: 2 });
});

it.each([
  [12, 2],
  [9, 1],
])(
  'reads everything anew by when the org was last read, published or not: %d days ago, %d rows',
  async (days, rows) => {
    world.answer('ana', 0, true, ago(30));
    // Stamps are real time: two rows of one millisecond would have the same, and both be read again.
    await setTimeout(2);
    world.answer('ana', 1, true, ago(20));
    await pullChanges(client, replica.db, { now: ago(days) });
    expect(readOf(await sync(), 'Check_Response__c')).toBe(rows);
  },
);

it('reads one answer of a question that was changed in all but its key', async () => {
  for (const day of [20, 19, 18, 17]) world.answer('ana', 0, day !== 19, ago(day));
  await sync();
  await sync();
  world.update('Check_Question__c', { Id: world.questions[0] ?? '', Prompt__c: 'Which of these?' });
  const before = readOf(await sync(), 'Check_Question__c') ?? 0;
  world.update('Check_Question__c', { Id: world.questions[0] ?? '', Correct_Option__c: 'B' });
  const after = readOf(await sync(), 'Check_Question__c') ?? 0;
  // The three questions and one answer; then an answer that is wrong now, and so all four.
  expect([before, after - before]).toEqual([3 + 1, 4]);
});
