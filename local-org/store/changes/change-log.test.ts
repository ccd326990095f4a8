import { createSchema } from '../../schema/create-schema.ts';
import { openTestOrg, type TestOrg } from '../../testing/test-org.ts';
import { openOrg } from '../../open-org.ts';
import { objectOfEvent } from './change-channels.ts';

let test: TestOrg;
beforeEach(() => {
  test = openTestOrg();
  test.org.changes.use(new Map([['ChangeEvents', ['Account', 'Contact']]]));
});
afterEach(() => test.close());

const kinds = (after = 0): string[] =>
  test.org.changes
    .read(after, ['Account', 'Contact'], 100)
    .map(({ entity, changeType, sequenceNumber }) => `${sequenceNumber} ${changeType} ${entity}`);

it('tells the changes of a transaction together, and nothing of objects that no channel selects', () => {
  const { org, admin } = test;
  org.store.transaction(() => {
    const account = test.add(admin, 'Account', { Name: 'A' });
    test.add(admin, 'Contact', { LastName: 'C', AccountId: account });
    test.add(admin, 'Lead', { LastName: 'L', Company: 'X' });
  });
  expect(kinds()).toEqual(['1 CREATE Account', '2 CREATE Contact']);
  const [first, second] = org.changes.read(0, ['Account', 'Contact'], 10);
  expect(first).toMatchObject({ commitUser: admin.userId, transactionKey: second?.transactionKey });
  expect(first?.commitNumber).toBe(second?.commitNumber);
});

it('tells nothing of what was undone: a refused record, a refused call, and what comes after it', () => {
  const { org, admin } = test;
  const heard = jest.fn();
  org.changes.onCommitted(heard);
  const refused = (): unknown => org.store.insert(admin, 'Account', [{ Name: 'undone' }, {}], { allOrNone: true });
  org.store.insert(admin, 'Account', [{ Name: 'kept' }, {}], { allOrNone: false });
  refused();
  expect(kinds()).toEqual(['1 CREATE Account']);
  expect(heard).toHaveBeenCalledTimes(1);
  test.add(admin, 'Lead', { LastName: 'L', Company: 'X' });
  expect(heard).toHaveBeenCalledTimes(1);
  refused();
  test.add(admin, 'Account', { Name: 'after' });
  expect(kinds()).toEqual(['1 CREATE Account', '1 CREATE Account']);
  expect(heard).toHaveBeenCalledTimes(2);
});

it('tells what an update changed, blanks included, and who did it', () => {
  const { org, admin } = test;
  const id = test.add(admin, 'Account', { Name: 'A', Industry: 'Banking' });
  const after = org.changes.latest;
  org.store.update(admin, 'Account', [{ Id: id, Name: 'A', Industry: null }]);
  const [event] = org.changes.read(after, ['Account'], 10);
  expect(event).toMatchObject({ changeType: 'UPDATE', recordId: id });
  expect(Object.keys(event?.fields ?? {})).toEqual(expect.arrayContaining(['Industry']));
  expect(event?.fields).toMatchObject({ Industry: null });
  expect(event?.fields).not.toHaveProperty('Name');
});

it('tells a deletion with what went along, and what came back', () => {
  const { org, admin } = test;
  const id = test.add(admin, 'Account', { Name: 'A' });
  const after = org.changes.latest;
  org.store.remove(admin, [id]);
  org.store.undelete(admin, [id]);
  org.store.removeForGood(admin, [id]);
  expect(kinds(after)).toEqual(['1 DELETE Account', '1 UNDELETE Account', '1 DELETE Account']);
  expect(org.changes.read(after, ['Account'], 10)[1]?.fields).toMatchObject({ Name: 'A' });
});

it('keeps events for 72 hours', () => {
  const { org, admin } = test;
  test.add(admin, 'Account', { Name: 'old' });
  const { latest } = org.changes;
  expect(org.changes.holds(latest)).toBe(true);
  test.setNow('2026-03-13T12:00:01.000Z');
  expect(org.changes.holds(latest)).toBe(false);
  test.add(admin, 'Account', { Name: 'new' });
  expect(org.changes.read(0, ['Account'], 10).map(({ fields }) => fields['Name'])).toEqual(['new']);
});

it('keeps events, and the order of their ids, over a restart', () => {
  const { org, admin, directory } = test;
  test.add(admin, 'Account', { Name: 'before' });
  const { latest } = org.changes;
  org.close();
  const again = openOrg({ directory, now: () => new Date('2026-03-10T13:00:00.000Z') });
  expect(again.changes.holds(latest)).toBe(true);
  again.changes.use(new Map([['ChangeEvents', ['Account']]]));
  again.store.insert(admin, 'Account', [{ Name: 'after' }]);
  expect(again.changes.latest).toBeGreaterThan(latest);
  again.close();
});

it('names the events of objects as the platform does', () => {
  const schema = createSchema(test.org.schema.objects);
  expect(objectOfEvent(schema, 'OpportunityChangeEvent')?.name).toBe('Opportunity');
  const custom = schema.objects.find((object) => object.custom);
  expect(objectOfEvent(schema, String(custom?.name).replace('__c', '__ChangeEvent'))).toBe(custom);
  expect(objectOfEvent(schema, 'opportunitychangeevent')).toBeUndefined();
  expect(objectOfEvent(schema, 'ProfileChangeEvent')).toBeUndefined();
});
