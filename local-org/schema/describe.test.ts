import { OrgError } from '../error.ts';
import type { Access, ObjectRights } from '../security/types.ts';
import { createSchema } from './create-schema.ts';
import { describeGlobal, describeObject } from './describe.ts';
import { standardObjects } from './standard/standard-objects.ts';

const schema = createSchema(standardObjects());

const ALL: ObjectRights = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
const NONE: ObjectRights = { read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

function accessTo(readable: (object: string, field?: string) => boolean, editable = true): Access {
  return {
    object: (name) => (readable(name) ? { ...ALL, create: editable, edit: editable } : NONE),
    fieldReadable: readable,
    fieldEditable: (object, field) => editable && readable(object, field),
    has: () => false,
    hasCustomPermission: () => false,
    hasApexClass: () => false,
    rowFilter: () => undefined,
  };
}

const everything = accessTo(() => true);

describe('describing an object', () => {
  it('shows each field with what a client needs to know', () => {
    const { fields, ...object } = describeObject(schema, everything, 'opportunity', { version: '60.0' });
    expect(object).toMatchObject({ name: 'Opportunity', keyPrefix: '006', queryable: true, undeletable: true });
    expect(object.urls).toMatchObject({ describe: '/services/data/v60.0/sobjects/Opportunity/describe' });
    const byName = new Map(fields.map((field) => [field.name, field]));
    expect(byName.get('StageName')).toMatchObject({ type: 'picklist', nillable: false, defaultedOnCreate: false });
    expect(byName.get('Amount')).toMatchObject({ type: 'currency', precision: 18, scale: 2, soapType: 'xsd:double' });
    expect(byName.get('OwnerId')).toMatchObject({ nillable: false, defaultedOnCreate: true, referenceTo: ['User'] });
    expect(byName.get('IsClosed')).toMatchObject({ createable: false, updateable: false, defaultValue: false });
    expect(byName.get('FiscalYear')).toMatchObject({ calculated: false, createable: false, type: 'int', digits: 9 });
    expect(byName.get('Description')).toMatchObject({ filterable: false, sortable: false, groupable: false });
  });

  it('lists the ways down, also those without a name', () => {
    const { childRelationships } = describeObject(schema, everything, 'Account');
    expect(childRelationships).toContainEqual(
      expect.objectContaining({ childSObject: 'Opportunity', field: 'AccountId', relationshipName: 'Opportunities' }),
    );
    expect(describeObject(schema, everything, 'User').childRelationships).toContainEqual(
      expect.objectContaining({ childSObject: 'Account', field: 'CreatedById', relationshipName: null }),
    );
  });

  it('leaves out what may not be read, and says what may not be written', () => {
    const access = accessTo((object, field) => object === 'Account' && field !== 'Phone', false);
    const { fields, childRelationships, createable } = describeObject(schema, access, 'Account');
    const names = fields.map(({ name }) => name);
    expect(names).toContain('Name');
    expect(names).not.toContain('Phone');
    expect(fields.some((field) => field.createable === true || field.updateable === true)).toBe(false);
    expect(createable).toBe(false);
    expect(childRelationships).toEqual([expect.objectContaining({ relationshipName: 'ChildAccounts' })]);
    expect(describeGlobal(schema, access).sobjects.map(({ name }) => name)).toEqual(['Account']);
    expect(() => describeObject(schema, access, 'Contact')).toThrow(OrgError);
  });
});
