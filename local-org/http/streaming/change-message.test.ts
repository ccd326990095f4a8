import type { Access, Actor } from '../../security/types.ts';
import { openTestOrg, rights, type TestOrg } from '../../testing/test-org.ts';
import { changeMessage, type ChangeMessage } from './change-message.ts';
import { entitiesFor, mayReceive, subscriptionError } from './subscriptions.ts';

const CHANNEL = '/data/Course__ChangeEvent';

let test: TestOrg;
let sees: Actor;
let blind: Actor;
let reader: Actor;

beforeAll(() => {
  test = openTestOrg();
  const all = { objectPermissions: [rights('Course__c', 'r', { viewAllRecords: true })] };
  test.permissionSet('Sees', {
    ...all,
    fieldPermissions: [{ field: 'Course__c.Secret__c', read: true, edit: false }],
  });
  test.permissionSet('Blind', all);
  test.permissionSet('Reader', { objectPermissions: [rights('Course__c', 'r')] });
  sees = test.person('Sees', { permissionSets: ['Sees'] });
  blind = test.person('Blind', { permissionSets: ['Blind'] });
  reader = test.person('Reader', { permissionSets: ['Reader'] });
  test.org.changes.use(new Map([['ChangeEvents', ['Course__c', 'User', 'Lead']]]));
});
afterAll(() => test.close());

const accessOf = (actor: Actor): Access => test.org.access(actor);

function lastMessage(actor: Actor): ChangeMessage {
  const { changes, schema } = test.org;
  const event = changes.read(0, ['Course__c'], 100).at(-1);
  const object = schema.object('Course__c');
  if (!event || !object) throw new Error('There is no event');
  return changeMessage(event, object, accessOf(actor));
}

it('tells nobody a field that they may not read, nor that it changed', () => {
  const { org, admin } = test;
  const id = test.add(admin, 'Course__c', { Name: 'A', Minutes__c: 1, Secret__c: 'hush', Body__c: 'text' });
  expect(lastMessage(sees).payload).toMatchObject({ Name: 'A', Secret__c: 'hush' });
  expect(JSON.stringify(lastMessage(blind))).not.toMatch(/hush|Secret__c/);
  org.store.update(admin, 'Course__c', [{ Id: id, Secret__c: 'louder' }]);
  expect(lastMessage(sees).payload).toMatchObject({
    ChangeEventHeader: { changedFields: expect.arrayContaining(['Secret__c']) as unknown },
  });
  expect(JSON.stringify(lastMessage(blind))).not.toMatch(/louder|Secret__c/);
});

it('opens the channel of an object to whoever sees all of its records', () => {
  const errorFor = (actor: Actor): string | undefined => subscriptionError(test.org, accessOf(actor), CHANNEL);
  expect([errorFor(sees), errorFor(blind), errorFor(test.admin)]).toEqual([undefined, undefined, undefined]);
  expect(errorFor(reader)).toMatch(/^403::User does not have permission/);
  expect(errorFor(test.person('Nobody'))).toMatch(/^400::.*does not exist/);
});

it('lets everybody follow all changes, and gives each what they may have', () => {
  const entities = (actor: Actor): string[] => entitiesFor(test.org, accessOf(actor), '/data/ChangeEvents');
  expect(subscriptionError(test.org, accessOf(reader), '/data/ChangeEvents')).toBeUndefined();
  expect(entities(reader)).toEqual([]);
  expect(entities(sees)).toEqual(['Course__c']);
  expect(entities(test.admin)).toEqual(['Course__c', 'User', 'Lead']);
  expect(mayReceive(accessOf(sees), 'User')).toBe(false);
});
