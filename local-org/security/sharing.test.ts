import { openTestOrg, rights } from '../testing/test-org.ts';
import type { TestOrg } from '../testing/test-org.ts';
import type { Actor } from './types.ts';

let t: TestOrg;
let people: Record<
  'rep' | 'peer' | 'manager' | 'director' | 'cousin' | 'auditor' | 'steward' | 'stranger' | 'admin',
  Actor
>;
const ids: Record<string, string> = {};

const NOTES = ['Private_Note__c', 'Read_Note__c', 'ReadWrite_Note__c'];
const OBJECTS = [...NOTES, 'Course__c', 'Lesson__c', 'Page__c'];

beforeAll(() => {
  t = openTestOrg();
  t.permissionSet('Worker', { objectPermissions: OBJECTS.map((object) => rights(object, 'crud')) });
  t.permissionSet('Auditor', {
    objectPermissions: NOTES.map((object) => rights(object, 'r', { viewAllRecords: true })),
  });
  t.permissionSet('Steward', {
    objectPermissions: NOTES.map((object) => rights(object, 'crud', { modifyAllRecords: true })),
  });
  const director = t.role('Director');
  const manager = t.role('Manager', director);
  const reps = t.role('Reps', manager);
  const worker = ['Worker'];
  people = {
    rep: t.person('Rep', { role: reps, permissionSets: worker }),
    peer: t.person('Peer', { role: reps, permissionSets: worker }),
    manager: t.person('Manager', { role: manager, permissionSets: worker }),
    director: t.person('Director', { role: director, permissionSets: worker }),
    cousin: t.person('Cousin', { role: t.role('Other', director), permissionSets: worker }),
    auditor: t.person('Auditor', { permissionSets: ['Auditor'] }),
    steward: t.person('Steward', { permissionSets: ['Steward'] }),
    stranger: t.person('Stranger'),
    admin: t.admin,
  };
  for (const object of NOTES) ids[object] = t.add(people.rep, object, { Name: 'of the rep' });
});
afterAll(() => t.close());

type Person = keyof typeof people;

/** What a person can do with the rep's record: see it, change it, delete it; `-` is nothing. */
function reach(object: string, id: string, person: Person): string {
  const actor = people[person];
  const sees = t.org.record(actor, object, id, ['Id']) !== undefined;
  const undone = (work: () => boolean): boolean => {
    let worked = false;
    try {
      t.org.store.transaction(() => {
        worked = work();
        throw new Error('only a try');
      });
    } catch {
      return worked;
    }
    return worked;
  };
  const edits = undone(() => t.org.store.update(actor, object, [{ Id: id, Name: 'changed' }])[0]?.success === true);
  const deletes = undone(() => t.org.store.remove(actor, [id])[0]?.success === true);
  return (sees ? 's' : '') + (edits ? 'e' : '') + (deletes ? 'd' : '') || '-';
}

describe('a record is reached by way of', () => {
  const matrix: Record<string, Record<Person, string>> = {
    Private_Note__c: {
      rep: 'sed',
      peer: '-',
      manager: 'sed',
      director: 'sed',
      cousin: '-',
      auditor: 's',
      steward: 'sed',
      stranger: '-',
      admin: 'sed',
    },
    Read_Note__c: {
      rep: 'sed',
      peer: 's',
      manager: 'sed',
      director: 'sed',
      cousin: 's',
      auditor: 's',
      steward: 'sed',
      stranger: '-',
      admin: 'sed',
    },
    ReadWrite_Note__c: {
      rep: 'sed',
      peer: 'se',
      manager: 'sed',
      director: 'sed',
      cousin: 'se',
      auditor: 's',
      steward: 'sed',
      stranger: '-',
      admin: 'sed',
    },
  };
  const cases = Object.entries(matrix).flatMap(([object, row]) =>
    Object.entries(row).map(([person, expected]) => [object, person as Person, expected] as const),
  );

  it.each(cases)('%s: %s → %s', (object, person, expected) => {
    expect(reach(object, ids[object] ?? '', person)).toBe(expected);
  });

  it.each(cases)('%s, in a list: %s → %s', (object, person, expected) => {
    const list = (): number | string => {
      try {
        return t.org.soql(people[person], `SELECT Id FROM ${object}`).totalSize;
      } catch {
        return 'refused';
      }
    };
    const hidden = person === 'stranger' ? 'refused' : 0;
    expect(list()).toEqual(expected.includes('s') ? 1 : hidden);
  });
});

describe('an opportunity is shared with its team', () => {
  const deal = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-06-01' };

  it('and the roles above, to read or to edit', () => {
    const id = t.add(people.rep, 'Opportunity', deal);
    const edits = (): boolean =>
      t.org.store.update(people.cousin, 'Opportunity', [{ Id: id, Name: 'Mine' }])[0]!.success;
    expect(t.org.record(people.cousin, 'Opportunity', id)).toBeUndefined();
    const member = t.add(people.rep, 'OpportunityTeamMember', { OpportunityId: id, UserId: people.cousin.userId });
    expect(t.org.record(people.cousin, 'Opportunity', id)).toBeDefined();
    expect(t.org.record(people.cousin, 'OpportunityTeamMember', member)).toBeDefined();
    expect(t.org.record(people.peer, 'OpportunityTeamMember', member)).toBeUndefined();
    expect(edits()).toBe(false);
    t.org.store.update(people.rep, 'OpportunityTeamMember', [{ Id: member, OpportunityAccessLevel: 'Edit' }]);
    expect(edits()).toBe(true);
    expect(t.org.store.remove(people.cousin, [id])[0]?.success).toBe(false);
    t.org.store.remove(people.rep, [member]);
    expect(t.org.record(people.cousin, 'Opportunity', id)).toBeUndefined();
    t.org.store.remove(people.rep, [id]);
  });
});

describe('a detail follows its master', () => {
  it('in reading and writing, at any depth', () => {
    const opportunity = t.add(people.rep, 'Opportunity', {
      Name: 'Deal',
      StageName: 'Prospecting',
      CloseDate: '2026-06-01',
    });
    const contact = t.add(t.admin, 'Contact', { LastName: 'Smith' });
    const role = { OpportunityId: opportunity, ContactId: contact };
    const [byPeer] = t.org.store.insert(people.peer, 'OpportunityContactRole', [role]);
    expect(byPeer?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }]);
    const id = t.add(t.admin, 'OpportunityContactRole', role);
    expect(t.org.record(people.manager, 'OpportunityContactRole', id)).toBeDefined();
    expect(t.org.record(people.peer, 'OpportunityContactRole', id)).toBeUndefined();
    expect(t.org.soql(people.manager, 'SELECT Id FROM OpportunityHistory').totalSize).toBe(1);
    expect(t.org.soql(people.peer, 'SELECT Id FROM OpportunityHistory').totalSize).toBe(0);
  });

  it('when the master is open to everyone', () => {
    const course = t.add(people.rep, 'Course__c', { Name: 'Open', Minutes__c: 1 });
    const lesson = t.add(people.peer, 'Lesson__c', { Course__c: course });
    const page = t.add(people.cousin, 'Page__c', { Lesson__c: lesson, Name: 'One' });
    expect(t.org.record(people.rep, 'Page__c', page, ['Lesson__r.Course__r.Name'])).toBeDefined();
  });
});

describe('whoever does not see a record', () => {
  it('cannot tell that it exists by asking, nor point to it', () => {
    const id = ids['Private_Note__c'] ?? '';
    expect(t.org.record(people.peer, 'Private_Note__c', id)).toBeUndefined();
    expect(t.org.soql(people.peer, `SELECT Id FROM Private_Note__c WHERE Id = '${id}'`).totalSize).toBe(0);
    const deal = t.add(people.rep, 'Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-06-01' });
    const [task] = t.org.store.insert(people.peer, 'Task', [{ Subject: 'Call', WhatId: deal }]);
    expect(task?.errors).toMatchObject([
      { statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', fields: ['WhatId'] },
    ]);
  });

  it('gets the platform’s words when writing it', () => {
    const [hidden] = t.org.store.update(people.peer, 'Private_Note__c', [
      { Id: ids['Private_Note__c'] ?? '', Name: 'x' },
    ]);
    const [seen] = t.org.store.update(people.peer, 'Read_Note__c', [{ Id: ids['Read_Note__c'] ?? '', Name: 'x' }]);
    expect(hidden?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }]);
    expect(seen?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
  });
});

describe('activities', () => {
  it('are seen by those who see what they are about, and changed by their owners', () => {
    const deal = t.add(people.rep, 'Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-06-01' });
    const task = t.add(t.admin, 'Task', { Subject: 'Prepare', WhatId: deal });
    expect(t.org.record(people.rep, 'Task', task)).toBeDefined();
    expect(t.org.record(people.manager, 'Task', task)).toBeDefined();
    expect(t.org.record(people.peer, 'Task', task)).toBeUndefined();
    const [changed] = t.org.store.update(people.rep, 'Task', [{ Id: task, Subject: 'x' }]);
    expect(changed?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
  });
});

describe('an owner', () => {
  it('may be somebody else, from the start or by transfer', () => {
    const id = t.add(people.rep, 'Read_Note__c', { Name: 'for the peer', OwnerId: people.peer.userId });
    const [byOther] = t.org.store.update(people.rep, 'Read_Note__c', [{ Id: id, OwnerId: people.rep.userId }]);
    expect(byOther?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
    const [byOwner] = t.org.store.update(people.peer, 'Read_Note__c', [{ Id: id, OwnerId: people.rep.userId }]);
    expect(byOwner?.success).toBe(true);
  });

  it('has to be able to read the object, and to be active', () => {
    const leaver = t.person('Leaver', { permissionSets: ['Worker'] });
    t.org.store.update(t.admin, 'User', [{ Id: leaver.userId, IsActive: false }]);
    const give = (owner: Actor) =>
      t.org.store.insert(people.rep, 'Read_Note__c', [{ Name: 'x', OwnerId: owner.userId }])[0]?.errors[0]?.statusCode;
    expect(give(people.stranger)).toBe('TRANSFER_REQUIRES_READ');
    expect(give(leaver)).toBe('INACTIVE_OWNER_OR_USER');
    expect(t.org.actorById(leaver.userId)).toBeUndefined();
    expect(t.org.access(leaver).object('Account').read).toBe(false);
  });
});

describe('access follows the records that grant it', () => {
  it('at once, and back when the change is undone', () => {
    const person = t.person('Changing');
    const reads = (): boolean => t.org.access(person).object('Private_Note__c').read;
    expect(reads()).toBe(false);
    const assignment = {
      AssigneeId: person.userId,
      PermissionSetId: t.org.permissions.permissionSetId('Worker') ?? '',
    };
    expect(() =>
      t.org.store.transaction(() => {
        t.add(t.admin, 'PermissionSetAssignment', assignment);
        expect(reads()).toBe(true);
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(reads()).toBe(false);
    const id = t.add(t.admin, 'PermissionSetAssignment', assignment);
    expect(reads()).toBe(true);
    const [twice] = t.org.store.insert(t.admin, 'PermissionSetAssignment', [assignment]);
    expect(twice?.errors).toMatchObject([
      {
        statusCode: 'DUPLICATE_VALUE',
        message: `Duplicate PermissionSetAssignment. Assignee: ${person.userId}; Permission Set: ${assignment.PermissionSetId}`,
      },
    ]);
    t.org.store.remove(t.admin, [id]);
    expect(reads()).toBe(false);
  });

  it('through a new place in the hierarchy', () => {
    const boss = t.person('Boss', { permissionSets: ['Worker'] });
    const sees = (): boolean => t.org.record(boss, 'Private_Note__c', ids['Private_Note__c'] ?? '') !== undefined;
    expect(sees()).toBe(false);
    const top = t.role('Top');
    t.org.store.update(t.admin, 'User', [{ Id: boss.userId, UserRoleId: top }]);
    expect(sees()).toBe(false);
    const director = t.org.soql(t.admin, "SELECT Id FROM UserRole WHERE Name = 'Director'").records[0]?.['Id'];
    t.org.store.update(t.admin, 'UserRole', [{ Id: String(director), ParentRoleId: top }]);
    expect(sees()).toBe(true);
  });

  it('and only for administrators', () => {
    const [made] = t.org.store.insert(people.rep, 'PermissionSetAssignment', [
      { AssigneeId: people.rep.userId, PermissionSetId: t.org.permissions.permissionSetId('Steward') ?? '' },
    ]);
    expect(made?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
    const [promoted] = t.org.store.update(people.rep, 'User', [
      { Id: people.rep.userId, ProfileId: t.org.permissions.profileId('System Administrator') ?? '' },
    ]);
    expect(promoted?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
  });
});
