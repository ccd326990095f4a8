import { openTestOrg } from '../../testing/test-org.ts';
import type { TestOrg } from '../../testing/test-org.ts';
import type { RecordInput } from '../types.ts';

let t: TestOrg;
let account: string;
let deal: string;
let contact: string;

beforeEach(() => {
  t = openTestOrg();
  account = t.add(t.admin, 'Account', { Name: 'Acme' });
  contact = t.add(t.admin, 'Contact', { FirstName: 'Ann', LastName: 'Smith', AccountId: account });
  deal = t.add(t.admin, 'Opportunity', {
    Name: 'D',
    StageName: 'Prospecting',
    CloseDate: '2026-06-01',
    AccountId: account,
  });
});
afterEach(() => t.close());

const task = (more: RecordInput): string =>
  t.add(t.admin, 'Task', { Subject: 'Call', WhatId: deal, WhoId: contact, ...more });
const facts = () => t.org.record(t.admin, 'Opportunity', deal);
const lastActivity = (object: string, id: string) =>
  t.org.record(t.admin, object, id, ['LastActivityDate'])?.['LastActivityDate'];

describe('a task', () => {
  it('closes with its status', () => {
    const id = task({ Status: 'In Progress', Priority: 'High' });
    expect(t.org.record(t.admin, 'Task', id)).toMatchObject({
      IsClosed: false,
      IsHighPriority: true,
      AccountId: account,
      CompletedDateTime: null,
    });
    t.org.store.update(t.admin, 'Task', [{ Id: id, Status: 'Completed' }]);
    expect(t.org.record(t.admin, 'Task', id)).toMatchObject({
      IsClosed: true,
      CompletedDateTime: '2026-03-10T12:00:00.000+0000',
    });
    t.org.store.update(t.admin, 'Task', [{ Id: id, Status: 'Not Started' }]);
    expect(t.org.record(t.admin, 'Task', id)).toMatchObject({ IsClosed: false, CompletedDateTime: null });
  });

  it('done is the last activity of the deal, the account and the contact', () => {
    task({ ActivityDate: '2026-03-05', Status: 'Completed' });
    const latest = task({ ActivityDate: '2026-03-08', Status: 'Completed' });
    task({ ActivityDate: '2026-03-09' });
    for (const [object, id] of [
      ['Opportunity', deal],
      ['Account', account],
      ['Contact', contact],
    ] as const) {
      expect(lastActivity(object, id)).toBe('2026-03-08');
    }
    t.org.store.remove(t.admin, [latest]);
    expect(lastActivity('Opportunity', deal)).toBe('2026-03-05');
    t.org.store.undelete(t.admin, [latest]);
    expect(lastActivity('Account', account)).toBe('2026-03-08');
  });

  it('open and past its date makes the deal overdue, also when only time passes', () => {
    expect(facts()).toMatchObject({ HasOverdueTask: false, HasOpenActivity: false });
    const id = task({ ActivityDate: '2026-03-10' });
    expect(facts()).toMatchObject({ HasOverdueTask: false, HasOpenActivity: true });
    t.setNow('2026-03-11T00:30:00.000Z');
    expect(facts()).toMatchObject({ HasOverdueTask: true });
    expect(t.org.at(new Date('2026-03-10T08:00:00Z'), facts)).toMatchObject({ HasOverdueTask: false });
    expect(t.org.soql(t.admin, 'SELECT Id FROM Opportunity WHERE HasOverdueTask = true').totalSize).toBe(1);
    t.org.store.update(t.admin, 'Task', [{ Id: id, Status: 'Completed' }]);
    expect(facts()).toMatchObject({ HasOverdueTask: false, HasOpenActivity: false });
  });

  it('moved to another record leaves the first', () => {
    const id = task({ ActivityDate: '2026-03-01', Status: 'Completed' });
    t.org.store.update(t.admin, 'Task', [{ Id: id, WhatId: null, WhoId: null }]);
    expect([lastActivity('Opportunity', deal), lastActivity('Contact', contact)]).toEqual([null, null]);
  });
});

describe('an event', () => {
  it('says when it ends by either way', () => {
    const StartDateTime = '2026-03-12T09:00:00.000Z';
    const byLength = t.add(t.admin, 'Event', { Subject: 'Demo', StartDateTime, DurationInMinutes: 90 });
    const byEnd = t.add(t.admin, 'Event', { Subject: 'Demo', StartDateTime, EndDateTime: '2026-03-12T09:30:00.000Z' });
    expect(t.org.record(t.admin, 'Event', byLength)).toMatchObject({
      EndDateTime: '2026-03-12T10:30:00.000+0000',
      ActivityDate: '2026-03-12',
    });
    expect(t.org.record(t.admin, 'Event', byEnd)).toMatchObject({ DurationInMinutes: 30 });
  });

  it('counts as an activity once its day has come', () => {
    t.add(t.admin, 'Event', {
      Subject: 'Demo',
      WhatId: deal,
      StartDateTime: '2026-03-12T09:00:00.000Z',
      DurationInMinutes: 60,
    });
    expect(lastActivity('Opportunity', deal)).toBeNull();
    t.setNow('2026-03-12T18:00:00.000Z');
    expect([lastActivity('Opportunity', deal), lastActivity('Account', account)]).toEqual(['2026-03-12', '2026-03-12']);
  });
});

describe('people', () => {
  it('are called by their names', () => {
    expect(t.org.record(t.admin, 'Contact', contact, ['Name'])).toEqual({ Name: 'Ann Smith' });
    t.org.store.update(t.admin, 'Contact', [{ Id: contact, LastName: 'Jones' }]);
    expect(t.org.record(t.admin, 'Contact', contact, ['Name'])).toEqual({ Name: 'Ann Jones' });
    expect(t.org.record(t.admin, 'User', t.person('Solo').userId, ['Name', 'UserType'])).toEqual({
      Name: 'Solo',
      UserType: 'Standard',
    });
  });

  it('have usernames of their own', () => {
    t.person('Twin');
    expect(() => t.person('TWIN')).toThrow('DUPLICATE_USERNAME');
  });
});
