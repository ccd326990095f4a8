import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalOrg } from '../../local-org/start.ts';
import { type OrgClient, connect } from '../../service/connection/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { type SyncReport, runSync } from '../../service/sync/index.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let replica: Replica;

const ago = (days: number): Date => new Date(Date.now() - days * DAY);
const sync = (options: { dryRun?: boolean; now?: Date } = {}): Promise<SyncReport> =>
  runSync(client, replica, { now: new Date(), ...options });
const freshReplica = (): Promise<Replica> =>
  openReplica(join(mkdtempSync(join(tmpdir(), 'fluency-sync-')), 'replica.db'));
const readiness = (): Map<string, Readonly<Record<string, unknown>>> =>
  new Map(
    world
      .rows(
        'SELECT Key__c, OwnerId, Score__c, Evidence_Count__c, State__c, Enough_Evidence__c, Target__c, Evidence__c, Learning_Rate__c FROM Readiness__c',
      )
      .map(({ attributes: _attributes, ...row }) => [String(row['Key__c']), row]),
  );

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  replica = await freshReplica();
});

afterEach(async () => {
  await replica.close();
  await org.close();
});

it('publishes readiness from every kind of evidence, and explains it', async () => {
  const response = world.answer('ana', 0, true, ago(20));
  world.answer('ana', 1, false, ago(10));
  world.insert(
    'Skill_Assessment__c',
    [{ Skill__c: world.skills.discovery, Level__c: 80, Person__c: world.users.ana, OwnerId: world.users.ana }],
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
  const event = (type: string, opportunity: string | null): object => ({
    Nugget__c: world.nugget,
    Type__c: type,
    OwnerId: world.users.ana,
    Opportunity__c: opportunity,
  });
  world.insert(
    'Learning_Event__c',
    [event('Viewed', deal) as never, event('Completed', null) as never, event('Helpful', null) as never],
    ago(7),
  );
  world.update('Opportunity', { Id: deal, StageName: 'Closed Won' });

  const report = await sync();

  expect(report).toMatchObject({ refused: [], warnings: [], evidence: 5, people: 3 });
  const rows = readiness();
  expect([...rows.keys()].filter((key) => key.startsWith(world.users.ana)).sort()).toEqual(
    ['discounting', 'discovery', 'domain:Customer', 'domain:Selling Process', 'overall']
      .map((key) => `${world.users.ana}:${key}`)
      .sort(),
  );
  const discounting = rows.get(`${world.users.ana}:discounting`);
  expect(discounting).toMatchObject({ OwnerId: world.users.ana, Target__c: 70, Evidence_Count__c: 4 });
  const kinds = (JSON.parse(String(discounting?.['Evidence__c'])) as { evidenceId: string; kind: string }[]).map(
    (piece) => piece.kind,
  );
  expect(kinds).toEqual(['outcome', 'completion', 'check', 'check']);
  expect(String(discounting?.['Evidence__c'])).toContain(response);
  expect(rows.get(`${world.users.ben}:overall`)).toMatchObject({ Evidence_Count__c: 0, Enough_Evidence__c: false });

  expect(
    world.rows("SELECT Shown_Count__c, Helpful_Count__c FROM Nugget__c WHERE Key__c = 'discounts'")[0],
  ).toMatchObject({ Shown_Count__c: 1, Helpful_Count__c: 1 });
  expect(
    world.rows('SELECT Difficulty_State__c FROM Skill__c').every((skill) => skill['Difficulty_State__c'] !== null),
  ).toBe(true);
  expect(world.rows('SELECT Key__c, Outcome__c, Records_Written__c FROM Sync_Run__c')).toMatchObject([
    { Key__c: 'latest', Outcome__c: 'Succeeded', Records_Written__c: report.recordsWritten },
  ]);
});

it('says how fast each skill of the role is learned of late, down to not at all', async () => {
  world.answer('ana', 0, true, ago(20));
  world.answer('ana', 1, true, ago(10));
  world.answer('ben', 0, true, ago(70));
  await sync();
  const rateOf = (key: string): unknown => readiness().get(key)?.['Learning_Rate__c'];
  expect(rateOf(`${world.users.ana}:discounting`)).toBeGreaterThan(0);
  expect(rateOf(`${world.users.ben}:discounting`)).toBe(0);
  expect(rateOf(`${world.users.ana}:discovery`)).toBeNull();
});

it('keeps a trend: the last Mondays from the replay, and today', async () => {
  world.answer('ana', 0, true, ago(40));
  world.answer('ana', 1, true, ago(3));
  await sync();
  const days = world
    .rows("SELECT Taken_On__c FROM Readiness_Snapshot__c WHERE Domain__c = 'Overall' ORDER BY Taken_On__c")
    .map((row) => String(row['Taken_On__c']));
  expect(days.length).toBeGreaterThanOrEqual(6);
  expect(days.slice(0, -1).every((day) => new Date(day).getUTCDay() === 1)).toBe(true);
  expect(Date.parse(days[0] ?? '')).toBeGreaterThan(ago(48).getTime());
});

it('writes nothing, in a handful of calls, when nothing changed', async () => {
  world.answer('ana', 0, true, ago(2));
  const first = await sync();
  expect(first.recordsWritten).toBeGreaterThan(0);
  const second = await sync();
  expect(second.recordsWritten).toBe(0);
  // One more than usual: the first sync wrote a question's difficulty, which changed the question.
  expect(second.apiCalls).toBeLessThanOrEqual(9);
  const third = await sync();
  expect(third.recordsWritten).toBe(0);
  expect(third.apiCalls).toBeLessThanOrEqual(8);
});

it('writes every score of a person of whom there is new evidence, and none that only faded a little', async () => {
  const scoreOf = (skill: string): number => Number(readiness().get(`${world.users.ana}:${skill}`)?.['Score__c']);
  // With much evidence, one more expected answer moves the other skills by less than half a point.
  for (let days = 100; days > 10; days -= 1) world.answer('ana', days % 3, days % 30 > 0, ago(days));
  await sync({ now: ago(3) });
  const before = scoreOf('discovery');
  await sync({ now: ago(2) });
  expect(scoreOf('discovery')).toBe(before);

  world.answer('ana', 0, true, ago(1));
  await sync({ now: ago(1) });
  expect(scoreOf('discovery')).not.toBe(before);
  expect(Math.abs(scoreOf('discovery') - before)).toBeLessThan(0.5);
});

it('needs no replica: a new one writes nothing that the org has already', async () => {
  world.answer('ana', 0, true, ago(2));
  await sync();
  await replica.close();
  replica = await freshReplica();
  expect((await sync()).recordsWritten).toBe(0);
});

it('makes the same of evidence that came late as if it had come in time', async () => {
  world.answer('ana', 0, true, ago(20));
  world.answer('ben', 1, true, ago(5));
  await sync();
  world.answer('ana', 1, false, ago(15));
  world.insert('Skill_Assessment__c', [
    {
      Skill__c: world.skills.discounting,
      Level__c: 30,
      Person__c: world.users.ben,
      OwnerId: world.users.ben,
      Observed_On__c: ago(30).toISOString().slice(0, 10),
    },
  ]);
  const late = await sync();
  expect(late.recordsWritten).toBeGreaterThan(0);
  await replica.close();
  replica = await freshReplica();
  expect(
    (await sync()).published.filter((object) => object.object !== 'Readiness_Snapshot__c' && object.written > 0),
  ).toEqual([]);
});

it('forgets evidence that was deleted or undone', async () => {
  await sync();
  const before = readiness().get(`${world.users.ana}:discounting`);
  const response = world.answer('ana', 0, true, ago(2));
  const [event = ''] = world.insert(
    'Learning_Event__c',
    [{ Nugget__c: world.nugget, Type__c: 'Completed', OwnerId: world.users.ana }],
    ago(1),
  );
  await sync();
  expect(readiness().get(`${world.users.ana}:discounting`)).toMatchObject({ Evidence_Count__c: 2 });
  world.remove(response);
  world.update('Learning_Event__c', { Id: event, Undone__c: true });
  await sync();
  expect(readiness().get(`${world.users.ana}:discounting`)).toEqual(before);
});

it('forgets an observation that a manager took back', async () => {
  await sync();
  const before = readiness().get(`${world.users.ana}:discounting`);
  const { ana } = world.users;
  const [assessment = ''] = world.insert('Skill_Assessment__c', [
    { Skill__c: world.skills.discounting, Level__c: 30, Person__c: ana, OwnerId: ana },
  ]);
  await sync();
  expect(readiness().get(`${ana}:discounting`)).toMatchObject({ Evidence_Count__c: 1 });
  world.update('Skill_Assessment__c', { Id: assessment, Undone__c: true });
  await sync();
  expect(readiness().get(`${ana}:discounting`)).toEqual(before);
});

it('leaves the rows of people who left, and adds none', async () => {
  world.answer('ben', 0, true, ago(5));
  await sync();
  const before = readiness().get(`${world.users.ben}:discounting`);
  world.answer('ben', 1, true, ago(3));
  world.update('User', { Id: world.users.ben, IsActive: false });
  await sync();
  expect(readiness().get(`${world.users.ben}:discounting`)).toEqual(before);
});

it('removes rows of targets that are no more', async () => {
  await sync();
  const target = world.rows("SELECT Id FROM Skill_Target__c WHERE Key__c = 'Account Executive:discovery'")[0];
  world.remove(String(target?.['Id']));
  await sync();
  expect([...readiness().keys()].filter((key) => /discovery|Customer/.test(key))).toEqual([]);
  expect(readiness().has(`${world.users.ana}:discounting`)).toBe(true);
});

it('restores what somebody changed or deleted', async () => {
  world.answer('ana', 0, true, ago(2));
  await sync();
  const before = readiness();
  const [row] = world.rows(`SELECT Id FROM Readiness__c WHERE Key__c = '${world.users.ana}:overall'`);
  world.remove(String(row?.['Id']));
  const [other] = world.rows(`SELECT Id FROM Readiness__c WHERE Key__c = '${world.users.ana}:discounting'`);
  world.update('Readiness__c', { Id: String(other?.['Id']), Score__c: 99.99 });
  await sync();
  expect(readiness()).toEqual(before);
});

it('gives rules written by hand their anchors, and tells their authors what is wrong', async () => {
  const rule = (key: string, signal: string, value: string): object => ({
    Key__c: key,
    Nugget__c: world.nugget,
    Signal__c: signal,
    Operator__c: 'equals',
    Value__c: value,
    Group__c: Number(key.at(-1)),
  });
  world.insert('Situation_Rule__c', [
    rule('r1', 'stage', 'Negotiation/Review') as never,
    rule('r2', 'weather', 'rain') as never,
  ]);
  await sync();
  const rows = world.rows('SELECT Key__c, Anchor_Key__c, Fault__c FROM Situation_Rule__c ORDER BY Key__c');
  expect(rows[0]).toMatchObject({ Anchor_Key__c: 'stage=negotiation/review', Fault__c: null });
  expect(rows[1]).toMatchObject({ Anchor_Key__c: '-', Fault__c: expect.stringContaining('weather') as string });
});

it('says what it would do in a dry run, and does nothing', async () => {
  world.answer('ana', 0, true, ago(2));
  const report = await sync({ dryRun: true });
  expect(report.recordsWritten).toBeGreaterThan(0);
  expect(readiness().size).toBe(0);
  expect(world.rows('SELECT Id FROM Sync_Run__c')).toEqual([]);
});

it('refuses the replica of another org', async () => {
  await sync();
  const directory = mkdtempSync(join(tmpdir(), 'fluency-other-'));
  const other = await startLocalOrg({ directory });
  try {
    const stranger = await connect({}, { ...org.environment, SF_LOGIN_URL: other.url });
    await expect(runSync(stranger, replica, { now: new Date() })).rejects.toMatchObject({
      code: 'REPLICA_OF_ANOTHER_ORG',
    });
  } finally {
    await other.close();
    rmSync(directory, { recursive: true });
  }
});
