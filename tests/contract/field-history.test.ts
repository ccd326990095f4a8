import type { Connection } from 'jsforce';

import { manifest, zipOf } from './contract-package.ts';
import { describeContract, type Subject } from './describe-contract.ts';
import { installTracked, TRACKED, TRACKED_FEW, TRACKED_HISTORY } from './history-package.ts';
import { customField, customObject } from './item-package.ts';
import { logInAs } from './log-in-as.ts';

type Values = Readonly<Record<string, unknown>>;

async function add(connection: Connection, values: Values = {}, object = TRACKED): Promise<string> {
  const { id } = await connection.sobject(object).create({ Name: 'Tracked', ...values });
  return String(id);
}

async function change({ connection }: Subject, Id: string, values: Values): Promise<void> {
  await connection.sobject(TRACKED).update({ Id, ...values });
}

/** The changes of a record in their order, without the row that says that it was made. */
async function changes(connection: Connection, id: string, fields = 'Field, DataType, OldValue, NewValue') {
  const { records } = await connection.query<Record<string, unknown>>(
    `SELECT ${fields} FROM ${TRACKED_HISTORY} WHERE ParentId = '${id}' AND Field != 'created' ORDER BY CreatedDate, Id`,
  );
  const names = fields.split(', ');
  return records.map((record) => names.map((name) => record[name]));
}

describeContract(
  'Field history',
  (subject, testWith) => {
    test('a new record has one row that says so, and a change one with the values before and after', async () => {
      const { connection } = subject();
      const Id = await add(connection, { Note__c: 'before', Price__c: 1 });
      await change(subject(), Id, { Note__c: 'after' });
      const { records } = await connection.query<Record<string, unknown>>(
        `SELECT Field, DataType, OldValue, NewValue, CreatedById, CreatedDate, IsDeleted, Parent.Name
         FROM ${TRACKED_HISTORY} WHERE ParentId = '${Id}' ORDER BY CreatedDate, Id`,
      );
      const { user_id: CreatedById } = await connection.identity();
      const common = { CreatedById, IsDeleted: false, Parent: { Name: 'Tracked' } };
      expect(records).toMatchObject([
        { ...common, Field: 'created', DataType: 'Text', OldValue: null, NewValue: null },
        { ...common, Field: 'Note__c', DataType: 'Text', OldValue: 'before', NewValue: 'after' },
      ]);
      expect(records[1]?.['CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT.*\+0000$/);
    });

    test.each([
      ['Name', 'Text', 'Tracked', 'Other'],
      ['Price__c', 'Currency', null, 12.5],
      ['Ready__c', 'Boolean', false, true],
      ['Due__c', 'DateOnly', null, '2026-05-01'],
      ['Seen__c', 'DateTime', null, '2026-05-01T10:00:00.000+0000'],
      ['Color__c', 'DynamicEnum', null, 'Red'],
    ])('%s keeps values as %s', async (field, dataType, before, after) => {
      const Id = await add(subject().connection);
      await change(subject(), Id, { [field]: after });
      await change(subject(), Id, { [field]: before });
      expect(await changes(subject().connection, Id)).toEqual([
        [field, dataType, before, after],
        [field, dataType, after, before],
      ]);
    });

    test('of long texts and multiple choices it keeps only that they changed', async () => {
      const Id = await add(subject().connection);
      await change(subject(), Id, { Story__c: 'long' });
      await change(subject(), Id, { Topics__c: 'Price;Risk' });
      expect(await changes(subject().connection, Id)).toEqual([
        ['Story__c', 'StringPlusClob', null, null],
        ['Topics__c', 'MultiEnum', null, null],
      ]);
    });

    test('a lookup has two rows: the names, and the ids', async () => {
      const { connection } = subject();
      const [first, second] = [
        await add(connection, { Name: 'First' }, 'Account'),
        await add(connection, { Name: 'Second' }, 'Account'),
      ];
      const Id = await add(connection, { Account__c: first });
      await change(subject(), Id, { Account__c: second });
      const rows = await changes(connection, Id);
      expect(rows).toHaveLength(2);
      expect(rows).toEqual(
        expect.arrayContaining([
          ['Account__c', 'Text', 'First', 'Second'],
          ['Account__c', 'EntityId', first, second],
        ]),
      );
    });

    test('what is not tracked, not changed or refused leaves no row', async () => {
      const { connection } = subject();
      const Id = await add(connection, { Note__c: 'kept' });
      await change(subject(), Id, { Loose__c: 'x', Note__c: 'kept' });
      await expect(change(subject(), Id, { Price__c: 5, Note__c: 'forbidden' })).rejects.toMatchObject({
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      });
      const other = await add(connection);
      await connection.sobject(TRACKED).update(
        [
          { Id, Price__c: 5 },
          { Id: other, Note__c: 'forbidden' },
        ],
        { allOrNone: true },
      );
      expect(await changes(connection, Id)).toEqual([]);
    });

    test('a standard object is tracked by the names of its fields, its lookups by those of their relationships', async () => {
      const { connection } = subject();
      const account = await add(connection, { Name: 'Buyer' }, 'Account');
      const Id = await add(connection, { StageName: 'Prospecting', CloseDate: '2026-12-31' }, 'Opportunity');
      await connection.sobject('Opportunity').update({ Id, StageName: 'Qualification', Amount: 7 });
      await connection.sobject('Opportunity').update({ Id, AccountId: account });
      const { records } = await connection.query<Record<string, unknown>>(
        `SELECT Field, OldValue, NewValue FROM OpportunityFieldHistory WHERE OpportunityId = '${Id}'`,
      );
      const rows = records.map(({ Field, OldValue, NewValue }) => [Field, OldValue, NewValue]);
      expect(rows).toHaveLength(4);
      expect(rows).toEqual(
        expect.arrayContaining([
          ['created', null, null],
          ['StageName', 'Prospecting', 'Qualification'],
          ['Account', null, 'Buyer'],
          ['Account', null, account],
        ]),
      );
    });

    test('it stands below its record, is counted, and its values are neither filtered nor grouped', async () => {
      const { connection } = subject();
      const Id = await add(connection);
      await change(subject(), Id, { Price__c: 20 });
      await change(subject(), Id, { Price__c: 3 });
      const { records } = await connection.query<{ Histories: { records: unknown[] } }>(
        `SELECT Id, (SELECT NewValue FROM Histories WHERE Field = 'Price__c' ORDER BY NewValue) FROM ${TRACKED} WHERE Id = '${Id}'`,
      );
      expect(records[0]?.Histories.records).toMatchObject([{ NewValue: 3 }, { NewValue: 20 }]);
      const counted = await connection.query(
        `SELECT Field, COUNT(Id) n FROM ${TRACKED_HISTORY} WHERE ParentId = '${Id}' GROUP BY Field ORDER BY COUNT(Id)`,
      );
      expect(counted.records).toMatchObject([
        { Field: 'created', n: 1 },
        { Field: 'Price__c', n: 2 },
      ]);
      for (const clause of [`WHERE NewValue = 'x'`, 'GROUP BY NewValue']) {
        const selected = clause.startsWith('GROUP') ? 'COUNT(Id)' : 'Id';
        await expect(connection.query(`SELECT ${selected} FROM ${TRACKED_HISTORY} ${clause}`)).rejects.toMatchObject({
          errorCode: expect.stringMatching(/INVALID_FIELD|MALFORMED_QUERY/) as unknown,
        });
      }
    });

    test('it is described: what it is about, read-only, with the fields that it tells of', async () => {
      const { connection } = subject();
      const described = await connection.describe(TRACKED_HISTORY);
      expect(described).toMatchObject({ keyPrefix: '017', createable: false, updateable: false, deletable: false });
      const fields = new Map(described.fields.map((field) => [field.name, field]));
      expect([...fields.keys()].sort()).toEqual([
        ...['CreatedById', 'CreatedDate', 'DataType', 'Field', 'Id', 'IsDeleted', 'NewValue', 'OldValue', 'ParentId'],
      ]);
      expect(fields.get('ParentId')).toMatchObject({ referenceTo: [TRACKED], relationshipName: 'Parent' });
      expect(fields.get('NewValue')).toMatchObject({ type: 'anyType', soapType: 'xsd:anyType', filterable: false });
      const told = fields.get('Field')?.picklistValues?.map(({ value }) => value);
      expect(told).toEqual(expect.arrayContaining(['created', 'Note__c', 'Name', 'Account__c']));
      const { childRelationships } = await connection.describe(TRACKED);
      expect(childRelationships).toContainEqual(
        expect.objectContaining({ childSObject: TRACKED_HISTORY, field: 'ParentId', relationshipName: 'Histories' }),
      );
    });

    test('nobody writes it through the API', async () => {
      const { connection } = subject();
      const ParentId = await add(connection);
      const { records } = await connection.query<{ Id: string }>(
        `SELECT Id FROM ${TRACKED_HISTORY} WHERE ParentId = '${ParentId}'`,
      );
      const Id = String(records[0]?.Id);
      const histories = connection.sobject(TRACKED_HISTORY);
      expect(await histories.retrieve(Id)).toMatchObject({ Field: 'created', ParentId, NewValue: null });
      await expect(histories.create({ ParentId, Field: 'Note__c' })).rejects.toMatchObject({
        errorCode: 'INVALID_TYPE_FOR_OPERATION',
        message: expect.stringContaining(TRACKED_HISTORY) as unknown,
      });
      const refused = { errorCode: 'INVALID_TYPE_FOR_OPERATION' };
      await expect(histories.update({ Id, Field: 'Note__c' })).rejects.toMatchObject(refused);
      await expect(histories.destroy(Id)).rejects.toMatchObject({
        ...refused,
        message: expect.stringContaining(TRACKED_HISTORY) as unknown,
      });
      expect(await histories.retrieve(Id)).toMatchObject({ Field: 'created' });
    });

    test('it goes with its record, and comes back with it', async () => {
      const { connection } = subject();
      const Id = await add(connection);
      await change(subject(), Id, { Note__c: 'x' });
      await connection.sobject(TRACKED).destroy(Id);
      expect(await changes(connection, Id)).toEqual([]);
      const { totalSize } = await connection.query(
        `SELECT Id FROM ${TRACKED_HISTORY} WHERE ParentId = '${Id}' AND IsDeleted = true`,
        { scanAll: true },
      );
      expect(totalSize).toBe(2);
      await connection.soap.undelete([Id]);
      expect(await changes(connection, Id)).toEqual([['Note__c', 'Text', null, 'x']]);
    });

    test('what was added and what was deleted is told for a span of minutes', async () => {
      const { connection } = subject();
      const [kept, gone] = [await add(connection), await add(connection)];
      await connection.sobject(TRACKED).destroy(gone);
      const { records } = await connection.query<{ Id: string; ParentId: string }>(
        `SELECT Id, ParentId FROM ${TRACKED_HISTORY} WHERE ParentId IN ('${kept}', '${gone}')`,
        { scanAll: true },
      );
      const rowOf = (id: string): string | undefined => records.find(({ ParentId }) => ParentId === id)?.Id;
      const [start, end] = [new Date(Date.now() - 120_000), new Date(Date.now() + 180_000)];
      const histories = connection.sobject(TRACKED_HISTORY);
      const { ids } = await histories.updated(start, end);
      expect(ids).toContain(rowOf(kept));
      expect(ids).not.toContain(rowOf(gone));
      const { deletedRecords } = await histories.deleted(start, end);
      expect(deletedRecords.map(({ id }) => id)).toContain(rowOf(gone));
    });

    test('a field is tracked only where its object has a history', async () => {
      const { connection } = subject();
      const field = customField('Note__c', 'Text', '<length>20</length><trackHistory>true</trackHistory>');
      const zip = await zipOf({
        'package.xml': manifest({ CustomObject: ['Contract_Untracked__c'] }),
        'objects/Contract_Untracked__c.object': customObject('Contract Untracked', field),
      });
      const result = await connection.metadata.deploy(zip, { singlePackage: true }).complete(true);
      expect(result.success).toBe(false);
      expect(JSON.stringify(result.details)).toContain(
        'The entity: Contract_Untracked__c does not have history tracking enabled',
      );
    });

    testWith('password', 'people see the history of their records, without the fields out of their sight', async () => {
      const { connection } = subject();
      const rep = await logInAs(subject(), { name: 'history.rep', permissionSets: [TRACKED_FEW] });
      const [hidden, own] = [await add(connection), await add(rep)];
      for (const Id of [hidden, own]) await change(subject(), Id, { Secret__c: 'secret', Note__c: 'seen' });
      expect(await changes(connection, own, 'Field')).toEqual(expect.arrayContaining([['Secret__c'], ['Note__c']]));
      expect(await changes(rep, own, 'Field')).toEqual([['Note__c']]);
      expect(await changes(rep, hidden, 'Field')).toEqual([]);
      const count = `SELECT COUNT() FROM ${TRACKED_HISTORY} WHERE ParentId IN ('${own}', '${hidden}')`;
      expect((await rep.query(count)).totalSize).toBe(2);
      expect((await connection.query(count)).totalSize).toBe(6);
      const { records } = await rep.query<{ Histories: { totalSize: number } }>(
        `SELECT Id, (SELECT Id FROM Histories) FROM ${TRACKED}`,
      );
      expect(records.map(({ Histories }) => Histories.totalSize)).toEqual([2]);
      const semi = `SELECT Id FROM ${TRACKED} WHERE Id IN (SELECT ParentId FROM ${TRACKED_HISTORY} WHERE Field = 'Secret__c')`;
      expect((await rep.query(semi)).totalSize).toBe(0);
      const told = (await rep.describe(TRACKED_HISTORY)).fields.find(({ name }) => name === 'Field')?.picklistValues;
      expect(told?.map(({ value }) => value)).toEqual(expect.arrayContaining(['created', 'Note__c']));
      expect(told?.map(({ value }) => value)).not.toContain('Secret__c');
      const stranger = await logInAs(subject(), { name: 'history.stranger' });
      await expect(stranger.query(`SELECT Id FROM ${TRACKED_HISTORY}`)).rejects.toMatchObject({
        errorCode: 'INVALID_TYPE',
      });
    });
  },
  ({ connection }) => installTracked(connection),
);
