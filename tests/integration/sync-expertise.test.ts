import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../service/connection/index.ts';
import { erasePerson, findPerson, planErasure } from '../../service/privacy/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { type SyncReport, runSync } from '../../service/sync/index.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY);

type Person = 'ana' | 'ben' | 'manager';

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let replica: Replica;
let tag: string;

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  replica = await openReplica(join(mkdtempSync(join(tmpdir(), 'fluency-expertise-')), 'replica.db'));
  [tag = ''] = world.insert('Tag__c', [{ Name: 'Close date', Key__c: 'close-date' }]);
});

afterEach(async () => {
  await replica.close();
  await org.close();
});

const sync = (now = new Date()): Promise<SyncReport> => runSync(client, replica, { now });

function ask(by: Person, more: Readonly<Record<string, string>> = {}): string {
  const record = { OwnerId: world.users[by], Title__c: 'When?', Status__c: 'Open', Source__c: 'Web', ...more };
  const [question = ''] = world.insert('Question__c', [record], ago(9));
  world.insert('Tagging__c', [{ Tag__c: tag, Question__c: question, Key__c: `close-date:${question}` }]);
  return question;
}

function answer(by: Person, question: string, days = 5, more: Readonly<Record<string, string>> = {}): string {
  const record = { OwnerId: world.users[by], Question__c: question, Body__c: 'Then.', Source__c: 'Web', ...more };
  return world.insert('Answer__c', [record], ago(days))[0] ?? '';
}

const expertise = () =>
  world.rows(
    'SELECT Key__c, Person__c, Tag__c, Score__c, Lower__c, Upper__c, Evidence_Count__c, Accepted_Count__c, ' +
      'Verified_Count__c, Votes__c, Last_Answer_At__c, Evidence__c FROM Expertise__c ORDER BY Lower__c DESC',
  );
const names = (): unknown[] => expertise().map((row) => row['Person__c']);
const written = ({ published }: SyncReport): number[] =>
  published.filter(({ object }) => object === 'Expertise__c').flatMap((each) => [each.written, each.deleted]);

it('publishes what somebody has shown to know about a tag, with the answers that show it', async () => {
  const [first, second] = [ask('ben'), ask('ben')];
  const older = answer('ana', first, 6);
  const newer = answer('ana', second, 2);
  answer('manager', first);
  world.update('Question__c', { Id: first, Accepted_Answer__c: older, Status__c: 'Answered' });
  const { manager } = world.users;
  world.insert('Vote__c', [{ Answer__c: newer, Value__c: 1, Key__c: `${manager}:${newer}` }]);
  world.insert('Verification__c', [{ Answer__c: older, Kind__c: 'Verified' }]);
  expect((await sync()).refused).toEqual([]);

  const [ana, other] = expertise();
  expect(ana).toMatchObject({
    Key__c: `${world.users.ana}:close-date`,
    Person__c: world.users.ana,
    Tag__c: tag,
    Evidence_Count__c: 2,
    Accepted_Count__c: 1,
    Verified_Count__c: 1,
    Votes__c: 1,
    Evidence__c: JSON.stringify([newer, older]),
  });
  expect(String(ana?.['Last_Answer_At__c']).slice(0, 10)).toBe(ago(2).toISOString().slice(0, 10));
  const [lower, score, upper] = [ana?.['Lower__c'], ana?.['Score__c'], ana?.['Upper__c']].map(Number);
  expect(lower).toBeLessThan(score ?? 0);
  expect(score).toBeLessThan(upper ?? 0);
  expect(other).toMatchObject({ Person__c: manager, Evidence_Count__c: 1, Accepted_Count__c: 0 });
  expect(lower).toBeGreaterThan(Number(other?.['Lower__c']));
});

it('writes only what differs, whichever replica it starts from', async () => {
  const question = ask('ben');
  const given = answer('ana', question);
  answer('manager', question);
  expect(written(await sync())).toEqual([2, 0]);
  expect(written(await sync())).toEqual([]);
  const fresh = await openReplica(':memory:');
  expect(written(await runSync(client, fresh, { now: new Date() }))).toEqual([0, 0]);
  await fresh.close();

  world.update('Question__c', { Id: question, Accepted_Answer__c: given, Status__c: 'Answered' });
  // The other one's chance moves with the mean of the tag.
  expect(written(await sync())).toEqual([2, 0]);
  world.remove(given);
  expect(written(await sync())[1]).toBe(1);
  expect(names()).toEqual([world.users.manager]);
});

it('puts right what somebody else changed', async () => {
  answer('ana', ask('ben'));
  await sync();
  const [row] = world.rows('SELECT Id, Score__c FROM Expertise__c');
  world.update('Expertise__c', { Id: String(row?.['Id']), Score__c: 1 });
  expect(written(await sync())).toEqual([1, 0]);
  expect(expertise()).toMatchObject([{ Score__c: row?.['Score__c'] }]);
});

it('takes neither an answer to one’s own question nor somebody else’s words for evidence', async () => {
  answer('ana', ask('ana'));
  answer('ben', ask('ana'), 3, { Author_Name__c: 'Somebody outside' });
  const brought = ask('ben', { Author_Name__c: 'Somebody outside' });
  answer('ben', brought);
  await sync();
  expect(expertise()).toMatchObject([{ Person__c: world.users.ben, Evidence_Count__c: 1 }]);
});

it('counts a verification of somebody else, until somebody says that the answer is outdated', async () => {
  const given = answer('ana', ask('ben'));
  world.insert('Verification__c', [{ Answer__c: given, Kind__c: 'Verified' }], ago(3));
  await sync();
  expect(expertise()).toMatchObject([{ Verified_Count__c: 1 }]);
  world.insert('Verification__c', [{ Answer__c: given, Kind__c: 'Outdated' }], ago(1));
  await sync();
  expect(expertise()).toMatchObject([{ Verified_Count__c: 0 }]);
});

it('names nobody who does not want it, and names them again when they do', async () => {
  const question = ask('manager');
  answer('ana', question);
  answer('ben', question);
  await sync();
  expect(names()).toHaveLength(2);
  const { ana, ben } = world.users;
  const own = { OwnerId: ana, Key__c: ana };
  const [preference = ''] = world.insert('Knowledge_Preference__c', [{ ...own, Hide_Expertise__c: true }]);
  await sync();
  expect(names()).toEqual([ben]);
  world.update('Knowledge_Preference__c', { Id: preference, Hide_Expertise__c: false });
  await sync();
  expect(names()).toHaveLength(2);
  world.update('User', { Id: ben, IsActive: false });
  await sync();
  expect(names()).toEqual([ana]);
});

it('does not name an erased person again, although the answers stay', async () => {
  const question = ask('manager');
  answer('ana', question);
  answer('ben', question);
  await sync();
  const plan = await planErasure(client, await findPerson(client, 'ana@acme.example'));
  const report = await erasePerson(client, replica, plan, { now: new Date() });
  expect(report.refused).toEqual([]);
  expect(names()).toEqual([world.users.ben]);
  await sync();
  expect(names()).toEqual([world.users.ben]);
  expect(world.rows(`SELECT Id FROM Answer__c WHERE OwnerId = '${world.users.ana}'`)).toHaveLength(1);
});
