import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordInput } from '../../local-org/store/types.ts';
import type { OrgClient } from '../../service/connection/index.ts';
import { type Replica, openReplica } from '../../service/replica/index.ts';
import { type SyncReport, runSync } from '../../service/sync/index.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const day = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const ago = (days: number): Date => new Date(Date.now() - days * DAY);

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let replica: Replica;

beforeEach(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  replica = await openReplica(join(mkdtempSync(join(tmpdir(), 'fluency-plans-')), 'replica.db'));
});

afterEach(async () => {
  await replica.close();
  await org.close();
});

const sync = (): Promise<SyncReport> => runSync(client, replica, { now: new Date() });

function assign(goal: RecordInput, at: Date = ago(10), person: 'ana' | 'ben' = 'ana'): string {
  const who = { Person__c: world.users[person], OwnerId: world.users[person] };
  return world.insert('Assignment__c', [{ ...who, Reason__c: 'Gap', ...goal }], at)[0] ?? '';
}

function complete(nugget: string, at: Date): string {
  const event = { Nugget__c: nugget, Type__c: 'Completed', OwnerId: world.users.ana };
  return world.insert('Learning_Event__c', [event], at)[0] ?? '';
}

function progressOf(id: string): unknown[] {
  const [row] = world.rows(`SELECT Progress__c, Done_On__c FROM Assignment__c WHERE Id = '${id}'`);
  return [row?.['Progress__c'] ?? null, row?.['Done_On__c'] ?? null];
}

it('publishes how far a nugget is, and the day on which the evidence said that it is done', async () => {
  const mine = assign({ Nugget__c: world.nugget });
  const before = assign({ Nugget__c: world.nugget }, ago(1));
  const peers = assign({ Nugget__c: world.nugget }, ago(10), 'ben');
  world.answer('ana', 0, true, ago(12));
  world.answer('ana', 1, true, ago(5));
  complete(world.nugget, ago(5));
  expect((await sync()).refused).toEqual([]);
  expect(progressOf(mine)).toEqual([50, null]);
  expect(progressOf(before)).toEqual([null, null]);
  expect(progressOf(peers)).toEqual([null, null]);

  world.answer('ana', 0, true, ago(4));
  world.answer('ana', 2, true, ago(3));
  await sync();
  expect(progressOf(mine)).toEqual([100, day(3)]);
});

it('writes an assignment only when its progress changed', async () => {
  assign({ Nugget__c: world.nugget });
  complete(world.nugget, ago(5));
  const written = ({ published }: SyncReport): number =>
    published.filter(({ object }) => object === 'Assignment__c').reduce((sum, { written: count }) => sum + count, 0);
  expect(written(await sync())).toBe(1);
  expect(written(await sync())).toBe(0);
});

it('follows the steps of a path; one that nobody can read does not hold it up', async () => {
  const [second = '', retired = ''] = world.insert('Nugget__c', [
    { Name: 'Second', Key__c: 'second', Kind__c: 'Post', Minutes__c: 1, Status__c: 'Published' },
    { Name: 'Old', Key__c: 'old', Kind__c: 'Post', Minutes__c: 1, Status__c: 'Retired' },
  ]);
  const [path = ''] = world.insert('Learning_Path__c', [{ Name: 'Path', Key__c: 'path', Status__c: 'Published' }]);
  world.insert(
    'Path_Step__c',
    [world.nugget, second, retired].map((nugget, index) => {
      return { Learning_Path__c: path, Nugget__c: nugget, Order__c: index + 1, Key__c: `path:${index}` };
    }),
  );
  const id = assign({ Learning_Path__c: path });
  complete(second, ago(2));
  await sync();
  expect(progressOf(id)).toEqual([50, null]);
  for (const question of [0, 1, 2]) world.answer('ana', question, true, ago(1));
  complete(world.nugget, ago(1));
  await sync();
  expect(progressOf(id)).toEqual([100, day(1)]);
});

it('takes the target of a skill for reached by the published readiness, and leaves it so', async () => {
  const id = assign({ Skill__c: world.skills.discounting });
  const unknown = assign({
    Skill__c:
      world.insert('Skill__c', [
        { Name: 'Other', Code__c: 'other', Domain__c: 'Customer', Component__c: 'Knowledge' },
      ])[0] ?? '',
  });
  world.answer('ana', 0, false, ago(6));
  await sync();
  expect(progressOf(id)).toEqual([null, null]);
  for (const hours of [1, 2, 3]) {
    const about = { Person__c: world.users.ana, OwnerId: world.users.ana, Skill__c: world.skills.discounting };
    world.insert('Skill_Assessment__c', [{ ...about, Level__c: 99 }], new Date(Date.now() - hours * 3_600_000));
  }
  await sync();
  expect(progressOf(id)).toEqual([100, day(0)]);
  expect(progressOf(unknown)).toEqual([null, null]);
  for (const question of [0, 1, 0, 1]) world.answer('ana', question, false, ago(0));
  await sync();
  expect(progressOf(id)).toEqual([100, day(0)]);
});

it('leaves what was withdrawn as it is', async () => {
  const id = assign({ Nugget__c: world.nugget, Withdrawn__c: true });
  complete(world.nugget, ago(5));
  await sync();
  expect(progressOf(id)).toEqual([null, null]);
});

it('counts a completion that was undone no more', async () => {
  const id = assign({ Nugget__c: world.nugget });
  const event = complete(world.nugget, ago(5));
  await sync();
  expect(progressOf(id)).toEqual([25, null]);
  world.update('Learning_Event__c', { Id: event, Undone__c: true });
  await sync();
  expect(progressOf(id)).toEqual([0, null]);
});
