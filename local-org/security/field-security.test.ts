import { openTestOrg, rights } from '../testing/test-org.ts';
import type { TestOrg } from '../testing/test-org.ts';
import type { Actor } from './types.ts';

let t: TestOrg;
let reader: Actor;
let writer: Actor;
let blind: Actor;
let follower: Actor;
let course: string;

const see = (field: string, edit: boolean) => ({ field: `Course__c.${field}`, read: true, edit });

beforeAll(() => {
  t = openTestOrg();
  t.permissionSet('Reader', {
    objectPermissions: [rights('Course__c', 'r')],
    fieldPermissions: [see('Secret__c', true)],
  });
  t.permissionSet('Writer', {
    objectPermissions: [rights('Course__c', 'cru')],
    fieldPermissions: [see('Body__c', true), see('Status__c', false)],
  });
  t.permissionSet('Blind', { objectPermissions: [rights('Course__c', 'cru')] });
  reader = t.person('Reader', { permissionSets: ['Reader'] });
  writer = t.person('Writer', { permissionSets: ['Writer'] });
  blind = t.person('Blind', { permissionSets: ['Blind'] });
  t.permissionSet('Follower', {
    objectPermissions: [rights('Course__c', 'cru')],
    fieldPermissions: [see('After__c', true)],
  });
  follower = t.person('Follower', { permissionSets: ['Follower'] });
  course = t.add(t.admin, 'Course__c', { Name: 'A', Minutes__c: 1, Secret__c: 'hush', Body__c: 'text' });
});
afterAll(() => t.close());

describe('field-level security', () => {
  it.each([
    ['a permitted field, without the right to edit the object', () => reader, 'Secret__c', true, false],
    ['a field that no set opens', () => writer, 'Secret__c', false, false],
    ['a field to read', () => writer, 'Status__c', true, false],
    ['a field to edit', () => writer, 'Body__c', true, true],
    ['a required field, which is always open', () => blind, 'Minutes__c', true, true],
    ['a new field, for the administrator', () => t.admin, 'Secret__c', true, true],
    ['a formula field, for the administrator', () => t.admin, 'Double_Minutes__c', true, false],
    ['a system field', () => blind, 'CreatedDate', true, false],
    ['a field that is not there', () => t.admin, 'Nope__c', false, false],
  ] as const)('has %s', (_, actor, field, readable, editable) => {
    const access = t.org.access(actor());
    expect([access.fieldReadable('Course__c', field), access.fieldEditable('Course__c', field)]).toEqual([
      readable,
      editable,
    ]);
  });

  it('hides a field as if it were not there', () => {
    expect(t.org.record(writer, 'Course__c', course)).not.toHaveProperty('Secret__c');
    expect(() => t.org.soql(writer, 'SELECT Secret__c FROM Course__c')).toThrow("No such column 'Secret__c'");
    expect(() => t.org.soql(writer, "SELECT Id FROM Course__c WHERE Secret__c = 'hush'")).toThrow(
      "No such column 'Secret__c'",
    );
    const [written] = t.org.store.update(writer, 'Course__c', [{ Id: course, Secret__c: 'x' }]);
    expect(written?.errors).toMatchObject([{ statusCode: 'INVALID_FIELD', fields: ['Secret__c'] }]);
  });

  it('names no record by a key that is hidden', () => {
    t.add(t.admin, 'Course__c', { Name: 'Keyed', Minutes__c: 1, Key__c: 'keyed' });
    const follow = (Key__c: string): unknown => {
      const record = { Name: 'Next', Minutes__c: 1, After__r: { Key__c } };
      return t.org.store.insert(follower, 'Course__c', [record])[0]?.errors;
    };
    expect(follow('keyed')).toMatchObject([{ statusCode: 'INVALID_FIELD', fields: ['After__c'] }]);
    expect(follow('keyed')).toEqual(follow('nobody'));
  });

  it('refuses to write what may only be read, on insert as on update', () => {
    const [updated] = t.org.store.update(writer, 'Course__c', [{ Id: course, Status__c: 'Retired', Body__c: 'new' }]);
    const [inserted] = t.org.store.insert(writer, 'Course__c', [{ Name: 'B', Minutes__c: 1, Status__c: 'Retired' }]);
    for (const result of [updated, inserted]) {
      expect(result?.errors).toMatchObject([{ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Status__c'] }]);
    }
    expect(t.org.record(t.admin, 'Course__c', course)).toMatchObject({ Status__c: 'Draft', Body__c: 'text' });
  });

  it('does not touch defaults, which the org sets', () => {
    const id = t.add(blind, 'Course__c', { Name: 'C', Minutes__c: 1 });
    expect(t.org.record(t.admin, 'Course__c', id)).toMatchObject({ Status__c: 'Draft', Active__c: true });
  });

  it('needs the object to be editable, too', () => {
    const [updated] = t.org.store.update(reader, 'Course__c', [{ Id: course, Secret__c: 'x' }]);
    const [inserted] = t.org.store.insert(reader, 'Course__c', [{ Name: 'B', Minutes__c: 1 }]);
    expect(updated?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
    expect(inserted?.errors).toMatchObject([{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]);
  });
});

describe('someone without rights on a custom object', () => {
  it('gets nothing', () => {
    const stranger = t.person('Stranger');
    expect(t.org.access(stranger).object('Course__c')).toMatchObject({ read: false, create: false });
    expect(t.org.access(stranger).fieldReadable('Course__c', 'Name')).toBe(false);
    expect(() => t.org.soql(stranger, 'SELECT Id FROM Course__c')).toThrow('not supported');
    expect(t.org.record(stranger, 'Course__c', course)).toBeUndefined();
    const [inserted] = t.org.store.insert(stranger, 'Course__c', [{ Name: 'B', Minutes__c: 1 }]);
    expect(inserted?.errors).toMatchObject([{ statusCode: 'INVALID_TYPE' }]);
  });
});

describe('profiles', () => {
  it.each([
    ['Account', 'crud'],
    ['Contact', 'crud'],
    ['Opportunity', 'crud'],
    ['Lead', 'crud'],
    ['Task', 'crud'],
    ['Event', 'crud'],
    ['Campaign', 'r'],
    ['Product2', 'r'],
    ['PricebookEntry', 'r'],
    ['OpportunityLineItem', 'crud'],
    ['OpportunityHistory', 'r'],
    ['User', 'r'],
    ['PermissionSet', 'r'],
  ])('Standard User has %s: %s', (object, expected) => {
    const access = t.org.access(t.person(`Std${object}`)).object(object);
    const given = `${access.create ? 'c' : ''}${access.read ? 'r' : ''}${access.edit ? 'u' : ''}${access.delete ? 'd' : ''}`;
    expect(given).toBe(expected);
  });

  it('Minimum Access has nothing of its own', () => {
    const access = t.org.access(t.person('Minimal', { profile: 'Minimum Access - Salesforce' }));
    expect([access.object('Account').read, access.object('Opportunity').read]).toEqual([false, false]);
  });
});

describe('audit fields', () => {
  it('are set on insert by whoever has CreateAuditFields', () => {
    t.permissionSet('Importer', {
      objectPermissions: [rights('Course__c', 'cru')],
      userPermissions: ['CreateAuditFields'],
    });
    const importer = t.person('Importer', { permissionSets: ['Importer'] });
    const past = { CreatedDate: '2024-01-01T00:00:00.000Z', CreatedById: t.admin.userId };
    const id = t.add(importer, 'Course__c', { Name: 'Old', Minutes__c: 1, ...past });
    expect(t.org.record(t.admin, 'Course__c', id)).toMatchObject({
      CreatedDate: '2024-01-01T00:00:00.000+0000',
      CreatedById: t.admin.userId,
      LastModifiedById: importer.userId,
    });
    const [updated] = t.org.store.update(importer, 'Course__c', [{ Id: id, ...past }]);
    expect(updated?.errors).toMatchObject([{ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]);
  });
});

describe('passwords', () => {
  it('open the org to the active person they belong to', () => {
    const person = t.person('Login');
    t.org.setPassword(person.userId, 'correct horse');
    expect(t.org.authenticate('LOGIN@example.com', 'correct horse')).toEqual(person);
    expect(t.org.authenticate(person.username, 'correct hors')).toBeUndefined();
    expect(t.org.authenticate('nobody@example.com', 'correct horse')).toBeUndefined();
    expect(() => t.org.setPassword(person.userId, 'short')).toThrow('at least 8');
    t.org.store.update(t.admin, 'User', [{ Id: person.userId, IsActive: false }]);
    expect(t.org.authenticate(person.username, 'correct horse')).toBeUndefined();
  });
});
