import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OrgClient } from '../../service/connection/index.ts';
import { assignPermissionSets, deploySource } from '../../service/deploy/index.ts';
import { type ErasureReport, erasePerson, exportPerson, findPerson, planErasure } from '../../service/privacy/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { runSync } from '../../service/sync/index.ts';
import { addPerson } from './support/add-person.ts';
import { ADMIN, type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { runKilled } from './support/killing-proxy.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(180_000);

const DAY = 86_400_000;
const ANA = 'ana@acme.example';
const ago = (days: number): Date => new Date(Date.now() - days * DAY);

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let folder: string;
let replica: Replica;

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  folder = mkdtempSync(join(tmpdir(), 'fluency-person-'));
  replica = await openReplica(join(folder, 'replica.db'));
  for (const [days, right] of [
    [30, true],
    [20, false],
    [10, true],
  ] as const) {
    world.answer('ana', 0, right, ago(days));
    world.answer('ben', 1, right, ago(days));
  }
  world.answer('ben', 0, true, ago(5));
  const owned = { OwnerId: world.users.ana };
  const aboutAna = { ...owned, Person__c: world.users.ana, Skill__c: world.skills.discovery };
  world.insert('Learning_Event__c', [{ ...owned, Nugget__c: world.nugget, Type__c: 'Completed' }], ago(10));
  world.insert('Skill_Assessment__c', [{ ...aboutAna, Level__c: 80, Note__c: 'Asks well' }], ago(9));
  world.insert('Assignment__c', [{ ...aboutAna, Reason__c: 'Gap' }], ago(8));
  world.insert('Question__c', [{ ...owned, Title__c: 'Who signs?' }], ago(7));
  await runSync(client, replica, { now: new Date() });
});

afterEach(async () => {
  await replica.close();
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

async function erase(): Promise<ErasureReport> {
  const plan = await planErasure(client, await findPerson(client, ANA));
  return erasePerson(client, replica, plan, { now: new Date() });
}

/** Objects with rows about Ana, deleted ones too. */
async function remains(): Promise<string[]> {
  const { objects } = await planErasure(client, await findPerson(client, ANA));
  return objects.filter(({ ids, inBin }) => ids.length + inBin.length > 0).map(({ object }) => object);
}

/** Tables of the replica in which Ana's id stands anywhere. */
async function tablesNaming(personId: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(
    replica.db,
  );
  const naming: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<object>`SELECT * FROM ${sql.table(name)}`.execute(replica.db);
    if (rows.some((row) => JSON.stringify(row).includes(personId))) naming.push(name);
  }
  return naming;
}

/** What the org holds is what somebody would compute who never knew of Ana. */
async function expectSameFromNewReplica(): Promise<void> {
  const fresh = await openReplica(':memory:');
  const again = await runSync(client, fresh, { now: new Date() });
  await fresh.close();
  expect(again.published.filter((each) => each.written + each.deleted > 0)).toEqual([]);
}

async function allowHardDelete(): Promise<void> {
  const source = join(folder, 'right');
  mkdirSync(join(source, 'permissionsets'), { recursive: true });
  writeFileSync(
    join(source, 'permissionsets', 'Hard_Delete.permissionset-meta.xml'),
    `<?xml version="1.0" encoding="UTF-8" ?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Hard Delete</label>
  <userPermissions><enabled>true</enabled><name>BulkApiHardDelete</name></userPermissions>
</PermissionSet>`,
  );
  await deploySource(client, source);
  await assignPermissionSets(client, ['Hard_Delete']);
}

const difficulty = (): string =>
  String(
    world.rows(`SELECT Difficulty_State__c FROM Check_Question__c WHERE Key__c = 'discounts:1'`)[0]?.[
      'Difficulty_State__c'
    ],
  );

it('exports every record about a person, with labels, and nothing about others', async () => {
  const exported = await exportPerson(client, await findPerson(client, 'Ana'), new Date());
  const recordsOf = (object: string) => exported.objects.find((each) => each.object === object)?.records ?? [];
  expect(exported.person).toMatchObject({ username: ANA, salesRole: 'Account Executive' });
  expect(recordsOf('Check_Response__c')).toHaveLength(3);
  expect(
    recordsOf('Check_Response__c')
      .map((record) => record['Chosen_Option__c'])
      .sort(),
  ).toEqual(['A', 'A', 'B']);
  expect(recordsOf('Skill_Assessment__c')).toMatchObject([{ Level__c: 80, Note__c: 'Asks well' }]);
  expect(recordsOf('Assignment__c')).toMatchObject([{ Reason__c: 'Gap' }]);
  expect(recordsOf('Question__c')).toMatchObject([{ Title__c: 'Who signs?' }]);
  expect(recordsOf('Readiness__c').length).toBeGreaterThan(2);
  expect(recordsOf('Readiness_Snapshot__c').length).toBeGreaterThan(0);
  expect(exported.objects.find(({ object }) => object === 'Skill_Assessment__c')?.fields).toMatchObject({
    Level__c: 'Level',
  });
  expect(exported.notVisible).toEqual([]);
  expect(JSON.stringify(exported)).not.toContain(world.users.ben);
});

it('erases evidence and what was computed, and learns difficulties again without it', async () => {
  const before = difficulty();
  const report = await erase();
  expect(report.refused).toEqual([]);
  const deleted = new Map(report.erased.map((each) => [each.object, each.deleted]));
  expect(deleted.get('Check_Response__c')).toBe(3);
  expect([...deleted.keys()]).toEqual(
    expect.arrayContaining([
      'Learning_Event__c',
      'Skill_Assessment__c',
      'Assignment__c',
      'Readiness__c',
      'Readiness_Snapshot__c',
    ]),
  );
  expect(report.kept).toMatchObject([{ object: 'Question__c', count: 1 }]);
  expect(world.rows(`SELECT Id FROM Readiness__c WHERE Person__c = '${world.users.ana}'`)).toEqual([]);
  expect(world.rows(`SELECT Sales_Role__c FROM User WHERE Id = '${world.users.ana}'`)).toMatchObject([
    { Sales_Role__c: null },
  ]);
  expect(world.rows(`SELECT Id FROM Check_Response__c WHERE OwnerId = '${world.users.ben}'`)).toHaveLength(4);

  const after = difficulty();
  expect(after).not.toBe(before);
  await expectSameFromNewReplica();
  expect(difficulty()).toBe(after);
});

it('leaves no trace in the replica, whatever its tables are', async () => {
  // A replica that has gone through weeks remembers what it had learned in each of them.
  await replica.close();
  rmSync(join(folder, 'replica.db'));
  replica = await openReplica(join(folder, 'replica.db'));
  for (const days of [25, 15, 6, 0]) await runSync(client, replica, { now: ago(days) });
  const answered = world.rows(`SELECT Id FROM Check_Response__c WHERE OwnerId = '${world.users.ana}'`);
  expect(await tablesNaming(world.users.ana)).toEqual(
    expect.arrayContaining(['check_response', 'evidence', 'published', 'replay_state', 'replay_undo', 'snapshot']),
  );
  await erase();
  expect(await tablesNaming(world.users.ana)).toEqual(['user', 'question']);
  await expectSameFromNewReplica();
  await replica.close();
  const bytes = readFileSync(join(folder, 'replica.db'), 'latin1');
  for (const { Id } of answered) expect(bytes).not.toContain(String(Id));
  replica = await openReplica(join(folder, 'replica.db'));
});

it('says what the recycle bin keeps, and empties it once the right is there', async () => {
  const soft = await erase();
  expect(soft.erased.find(({ object }) => object === 'Check_Response__c')).toEqual({
    object: 'Check_Response__c',
    deleted: 3,
    inBin: 3,
  });
  expect(await remains()).toContain('Check_Response__c');
  await allowHardDelete();
  const hard = await erase();
  expect(hard).toMatchObject({ erased: [], refused: [] });
  expect(await remains()).toEqual([]);
  expect(await erase()).toMatchObject({ erased: [], refused: [], sync: { recordsWritten: 0 } });
});

it('deletes for good at once where the user may', async () => {
  await allowHardDelete();
  const report = await erase();
  expect(report.erased.find(({ object }) => object === 'Check_Response__c')).toEqual({
    object: 'Check_Response__c',
    deleted: 3,
    inBin: 0,
  });
  expect(await remains()).toEqual([]);
  expect(await tablesNaming(world.users.ana)).toEqual(['user', 'question']);
});

it.each([30, 40, 50])('goes on after it was killed at request %d', async (request) => {
  await replica.close();
  const args = ['person', 'erase', '--person', ANA, '--confirm', ANA, '--replica', join(folder, 'replica.db')];
  const { accessToken } = client.session();
  const killed = await runKilled(args, { url: org.url, accessToken }, { request, when: 'after' });
  expect(killed.completed).toBe(false);
  const last = await runKilled(args, { url: org.url, accessToken }, { request: Infinity, when: 'before' });
  expect(last.output).toContain('computed again without the person');
  replica = await openReplica(join(folder, 'replica.db'));
  expect(world.rows(`SELECT Id FROM Readiness__c WHERE Person__c = '${world.users.ana}'`)).toEqual([]);
  expect(world.rows(`SELECT Id FROM Check_Response__c WHERE OwnerId = '${world.users.ana}'`)).toEqual([]);
  expect(await tablesNaming(world.users.ana)).toEqual(['user', 'question']);
});

it('deletes nothing for a user who may delete a part only', async () => {
  const service = addPerson(org.org, 'service', 'Fluency_Sync');
  org.org.setPassword(service.userId, ADMIN.password);
  const { connect } = await import('../../service/connection/index.ts');
  const limited = await connect({}, { ...org.environment, SF_USERNAME: service.username });
  const plan = await planErasure(limited, await findPerson(limited, ANA));
  await expect(erasePerson(limited, replica, plan, { now: new Date() })).rejects.toMatchObject({
    code: 'ERASURE_FORBIDDEN',
    value: expect.stringMatching(/Check_Response__c.*User\.Sales_Role__c/) as string,
    nextStep: expect.stringContaining('Fluency_Admin') as string,
  });
  expect(await remains()).toContain('Check_Response__c');
});

it('tells an unknown person from several', async () => {
  await expect(findPerson(client, 'nobody@acme.example')).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' });
  world.update('User', { Id: world.users.ben, Email: ANA });
  world.update('User', { Id: world.users.ana, Email: 'shared@acme.example' });
  world.update('User', { Id: world.users.ben, Email: 'shared@acme.example' });
  await expect(findPerson(client, 'shared@acme.example')).rejects.toMatchObject({
    code: 'PERSON_AMBIGUOUS',
    nextStep: `Give one of the usernames: ${ANA}, ben@acme.example.`,
  });
  expect((await findPerson(client, ANA.toUpperCase())).id).toBe(world.users.ana);
});

it('exports and erases from the command line', async () => {
  await replica.close();
  const { accessToken } = client.session();
  const run = async (...args: string[]): Promise<string> =>
    (await runKilled(args, { url: org.url, accessToken }, { request: Infinity, when: 'before' })).output;
  const file = join(folder, 'ana.json');
  expect(await run('person', 'export', '--person', ANA, '--output', file)).toContain(
    'Check_Response__c: 3 (answers to check questions)',
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'fluency-person-export/1',
    person: { username: ANA },
  });
  expect(await run('person', 'export', '--person', ANA, '--output', file)).toContain('error OUTPUT_EXISTS');

  const path = join(folder, 'replica.db');
  const dry = await run('person', 'erase', '--person', ANA, '--replica', path);
  expect(dry).toContain('Check_Response__c: 3 to delete (answers to check questions)');
  expect(dry).toContain('Question__c: 1 kept (questions asked): it is knowledge of the team');
  expect(dry).toContain(`nothing was deleted; to delete it: --confirm ${ANA}`);
  expect(await run('person', 'erase', '--person', ANA, '--confirm', 'ben@acme.example', '--replica', path)).toContain(
    'error CONFIRMATION_DIFFERS',
  );
  expect(world.rows(`SELECT Id FROM Check_Response__c WHERE OwnerId = '${world.users.ana}'`)).toHaveLength(3);
  const ledger = join(folder, 'capture.db');
  const done = await run('person', 'erase', '--person', ANA, '--confirm', ANA, '--replica', path, '--ledger', ledger);
  expect(done).toContain(`no ledger of captured mails at ${ledger}`);
  expect(done).toContain('Check_Response__c: 3 deleted');
  expect(done).toMatch(/\d+ records lie in the org's recycle bin for 15 days/);
  expect(done).toMatch(/computed again without the person: \d+ people/);
  replica = await openReplica(path);
});
