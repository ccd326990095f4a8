import type { RecordInput, SaveResult } from '../../local-org/store/types.ts';
import { startDeployedOrg, type TestOrg } from './support/deployed-org.ts';
import { SmallWorld } from './support/small-world.ts';

const DAY = 86_400_000;
/** In days. */
const MINUTE = 1 / 1440;
const ONLY_ABOVE = 'Only the person and the managers above can plan what the person learns.';
const ASSIGNED_STAYS = 'What somebody else assigned can be changed by the managers above only.';
const WHAT_STAYS = 'What is to be learned stays as it is: withdraw the assignment and make another.';
const ONE_REMINDER = 'One reminder a day is enough, and it is always your own.';

type Who = keyof SmallWorld['users'];

let started: TestOrg;
let world: SmallWorld;
let path: string;

beforeAll(async () => {
  started = await startDeployedOrg();
  world = new SmallWorld(started.org);
  const { manager, ana, ben } = world.users;
  world.update('User', { Id: ana, ManagerId: manager });
  world.update('User', { Id: ben, ManagerId: manager });
  world.assign(manager, 'Fluency_Manager');
  world.assign(ana, 'Fluency_Rep');
  world.assign(ben, 'Fluency_Rep');
  [path = ''] = world.insert('Learning_Path__c', [{ Name: 'Path', Key__c: 'path', Status__c: 'Published' }]);
}, 120_000);
afterAll(() => started.close());

const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const CHANGES: readonly RecordInput[] = [{ Withdrawn__c: true }, { Withdrawn__c: false }, { Due_On__c: day(3) }];
const moment = (days = 0): string => new Date(Date.now() + days * DAY).toISOString();

function assign(by: Who, to: Who, more: RecordInput = {}): SaveResult | undefined {
  const who = { Person__c: world.users[to], OwnerId: world.users[to] };
  const record = { ...who, Nugget__c: world.nugget, Reason__c: 'Gap', ...more };
  return started.org.store.insert(world.actor(by), 'Assignment__c', [record])[0];
}

function change(by: Who, id: string, fields: RecordInput): SaveResult | undefined {
  return started.org.store.update(world.actor(by), 'Assignment__c', [{ Id: id, ...fields }])[0];
}

function seen(by: Who): string[] {
  return started.org.soql(world.actor(by), 'SELECT Id FROM Assignment__c').records.map(({ Id }) => String(Id));
}

const refusal = (result: SaveResult | undefined): string | undefined => result?.errors[0]?.message;

describe('assigning', () => {
  it.each([
    ['a manager', 'manager', 'ana'],
    ['the person', 'ana', 'ana'],
  ] as const)('is done by %s', (_, by, to) => {
    expect(assign(by, to, { Due_On__c: day(14) })).toMatchObject({ success: true });
  });

  it.each([
    ['a peer', 'ben', 'ana'],
    ['a report', 'ana', 'manager'],
  ] as const)('is refused to %s', (_, by, to) => {
    expect(refusal(assign(by, to))).toBe(ONLY_ABOVE);
  });

  it('is not done twice by one request', () => {
    const first = assign('manager', 'ana', { Request_Key__c: 'once' });
    const second = assign('manager', 'ana', { Request_Key__c: 'once' });
    expect(second?.success).toBe(false);
    expect(refusal(second)).toContain(`Request_Key__c duplicates value on record with id: ${first?.id}`);
  });

  it.each([
    ['nothing', { Nugget__c: null }, 'Choose one nugget, one path, or a skill.'],
    ['both a nugget and a path', { Learning_Path__c: 'path' }, 'Choose one nugget, one path, or a skill.'],
    ['a day that is past', { Due_On__c: '2020-01-01' }, 'A new due date is today or later.'],
    ['somebody else as the owner', { OwnerId: 'ben' }, 'The owner of an assignment is the person who learns.'],
  ])('of %s is refused', (_, fields, message) => {
    const known: RecordInput = { path, ben: world.users.ben };
    const record = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, known[value ?? ''] ?? value]),
    );
    expect(refusal(assign('manager', 'ana', record))).toBe(message);
  });
});

describe('what a manager assigned', () => {
  const fresh = (more: RecordInput = {}): string => assign('manager', 'ana', { ...more })?.id ?? '';

  it('is seen by the person and the manager, not by a peer', () => {
    const id = fresh();
    expect(seen('ana')).toContain(id);
    expect(seen('manager')).toContain(id);
    expect(seen('ben')).not.toContain(id);
  });

  it.each([
    ['withdraw it', { Withdrawn__c: true }],
    ['move its day', { Due_On__c: day(99) }],
    ['clear its day', { Due_On__c: null }],
    ['rewrite its note', { Note__c: 'Never mind' }],
    ['rewrite its reason', { Reason__c: 'Own Choice' }],
  ])('does not let the person %s', (_, fields) => {
    expect(refusal(change('ana', fresh({ Due_On__c: day(9) }), fields))).toBe(ASSIGNED_STAYS);
  });

  it('does not let the person blank the nugget and keep the skill', () => {
    const id = fresh({ Skill__c: world.skills.discounting });
    expect(refusal(change('ana', id, { Nugget__c: null }))).toBe(ASSIGNED_STAYS);
    expect(refusal(change('ana', id, { Skill__c: world.skills.discovery }))).toBe(ASSIGNED_STAYS);
  });

  it('cannot be deleted, or given to somebody else, by the person', () => {
    const id = fresh();
    expect(started.org.store.remove(world.actor('ana'), [id])[0]?.success).toBe(false);
    expect(change('ana', id, { OwnerId: world.users.ben, Person__c: world.users.ben })?.success).toBe(false);
  });

  it('is out of a peer’s reach', () => {
    expect(change('ben', fresh(), { Withdrawn__c: true })?.success).toBe(false);
  });

  it('can be withdrawn, restored and moved by the manager, but not turned into something else', () => {
    const id = fresh();
    for (const fields of CHANGES) {
      expect(change('manager', id, fields)).toMatchObject({ success: true });
    }
    expect(refusal(change('manager', id, { Person__c: world.users.ben, OwnerId: world.users.ben }))).toBe(WHAT_STAYS);
  });

  it('stays when its nugget is deleted', () => {
    const [nugget = ''] = world.insert('Nugget__c', [
      { Name: 'Gone', Key__c: 'gone', Kind__c: 'Post', Minutes__c: 1, Status__c: 'Published' },
    ]);
    const id = fresh({ Nugget__c: nugget, Skill__c: world.skills.discounting });
    world.remove(nugget);
    expect(world.rows(`SELECT Nugget__c FROM Assignment__c WHERE Id = '${id}'`)[0]?.['Nugget__c'] ?? null).toBeNull();
  });
});

describe('an own choice', () => {
  it('is removed, restored and moved by the person', () => {
    const id = assign('ana', 'ana', { Reason__c: 'Own Choice' })?.id ?? '';
    for (const fields of CHANGES) {
      expect(change('ana', id, fields)).toMatchObject({ success: true });
    }
  });
});

describe('a reminder', () => {
  const remind = (by: Who, id: string, at = moment(), who: Who = by): SaveResult | undefined =>
    change(by, id, { Nudged_At__c: at, Nudged_By__c: world.users[who] });

  it('is given by a manager once a day, of now, in the own name', () => {
    const id = assign('manager', 'ana')?.id ?? '';
    expect(refusal(remind('manager', id, moment(-3)))).toBe(ONE_REMINDER);
    expect(refusal(remind('manager', id, moment(), 'ben'))).toBe(ONE_REMINDER);
    expect(remind('manager', id)).toMatchObject({ success: true });
    expect(refusal(remind('manager', id, moment(MINUTE)))).toBe(ONE_REMINDER);
  });

  it('can be given again the next day', () => {
    const id = assign('manager', 'ana')?.id ?? '';
    world.update('Assignment__c', { Id: id, Nudged_At__c: moment(-1), Nudged_By__c: world.users.manager });
    expect(remind('manager', id)).toMatchObject({ success: true });
  });

  it('is not for the person to forge or clear', () => {
    const id = assign('manager', 'ana')?.id ?? '';
    expect(refusal(remind('ana', id))).toBe(ASSIGNED_STAYS);
    expect(refusal(remind('ana', id, moment(), 'manager'))).toBe(ASSIGNED_STAYS);
  });
});

describe('what the sync computes', () => {
  it.each(['ana', 'manager'] as const)('is not written by %s', (by) => {
    const id = assign('manager', 'ana')?.id ?? '';
    const computed: readonly RecordInput[] = [{ Progress__c: 100 }, { Done_On__c: day(0) }];
    for (const fields of computed) {
      expect(change(by, id, fields)?.success).toBe(false);
      expect(assign(by, 'ana', fields)?.success).toBe(false);
    }
    expect(world.rows(`SELECT Id FROM Assignment__c WHERE Id = '${id}' AND Progress__c != NULL`)).toEqual([]);
  });
});
