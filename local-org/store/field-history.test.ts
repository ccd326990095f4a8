import { createSchema } from '../schema/create-schema.ts';
import { withHistories } from '../schema/field-history.ts';
import { text } from '../schema/field.ts';
import { auditFields, identityFields } from '../schema/system-fields.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { openTestOrg, type TestOrg } from '../testing/test-org.ts';

const FIELDS = [text('A__c', 20, { custom: true }), text('B__c', 20, { custom: true })];

let t: TestOrg;
let others: readonly ObjectDefinition[];
beforeEach(() => {
  t = openTestOrg();
  others = t.org.schema.objects;
});
afterEach(() => {
  t.close();
});

/** Gives the org a custom object with these fields, all of them tracked while it keeps a history. */
function apply(enableHistory: boolean, fields: readonly FieldDefinition[] = FIELDS): void {
  const box: ObjectDefinition = {
    name: 'Box__c',
    label: 'Box',
    labelPlural: 'Boxes',
    keyPrefix: 'a90',
    custom: true,
    sharingModel: 'ReadWrite',
    fields: [
      ...identityFields({ owner: ['User'] }),
      text('Name', 80, { nameField: true, required: true }),
      ...fields.map((field) => ({ ...field, trackHistory: enableHistory })),
      ...auditFields(),
    ],
    validationRules: [],
    createable: true,
    updateable: true,
    deletable: true,
    searchable: false,
    uiApi: true,
    compactLayout: [],
    enableHistory,
  };
  t.org.applySchema(createSchema([...others, ...withHistories([box])]));
}

function fieldsTold(): unknown[] {
  const { records } = t.org.soql(t.admin, `SELECT Field FROM Box__History ORDER BY CreatedDate, Id`);
  return records.map(({ Field }) => Field);
}

function update(Id: string, values: Readonly<Record<string, string>>): void {
  expect(t.org.store.update(t.admin, 'Box__c', [{ Id, ...values }])).toMatchObject([{ success: true }]);
}

it('keeps nothing, and shows nothing, while the object has no history', () => {
  apply(false);
  update(t.add(t.admin, 'Box__c', { Name: 'x' }), { A__c: 'a' });
  expect(() => t.org.soql(t.admin, 'SELECT Id FROM Box__History')).toThrow('not supported');
});

it('keeps what there is while the object has no history for some time', () => {
  apply(true);
  const id = t.add(t.admin, 'Box__c', { Name: 'x' });
  update(id, { A__c: 'a' });
  apply(false);
  update(id, { A__c: 'b' });
  apply(true);
  update(id, { B__c: 'c' });
  expect(fieldsTold()).toEqual(['created', 'A__c', 'B__c']);
});

it('forgets the changes of a field that is removed', () => {
  apply(true);
  update(t.add(t.admin, 'Box__c', { Name: 'x' }), { A__c: 'a', B__c: 'b' });
  apply(true, FIELDS.slice(0, 1));
  expect(fieldsTold()).toEqual(['created', 'A__c']);
});

it('goes with a record that is gone for good, and stays for the others', () => {
  apply(true);
  const [gone, kept] = [t.add(t.admin, 'Box__c', { Name: 'x' }), t.add(t.admin, 'Box__c', { Name: 'y' })];
  update(kept, { A__c: 'a' });
  expect(t.org.store.removeForGood(t.admin, [gone])).toMatchObject([{ success: true }]);
  const { records } = t.org.soql(t.admin, 'SELECT ParentId FROM Box__History', { allRows: true });
  expect(records.map(({ ParentId }) => ParentId)).toEqual([kept, kept]);
});

it('tells who changed the record, with ids of their own in every history', () => {
  apply(true);
  t.permissionSet('Boxes', {
    objectPermissions: [
      {
        object: 'Box__c',
        read: true,
        create: true,
        edit: true,
        delete: false,
        viewAllRecords: false,
        modifyAllRecords: false,
      },
    ],
  });
  const rep = t.person('Rep', { permissionSets: ['Boxes'] });
  const id = t.add(rep, 'Box__c', { Name: 'x' });
  const { records } = t.org.soql(rep, `SELECT Id, CreatedById FROM Box__History WHERE ParentId = '${id}'`);
  expect(records).toMatchObject([{ Id: expect.stringMatching(/^017/) as unknown, CreatedById: rep.userId }]);
});
