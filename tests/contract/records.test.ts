import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';

interface Shelf {
  readonly Id: string;
  readonly Name: string;
  readonly Key__c: string;
  readonly Kind__c: string | null;
}

describeContract(
  'Records',
  (subject) => {
    const shelves = () => subject().connection.sobject(SHELF);

    test('a record is created, read, changed and deleted', async () => {
      const created = await shelves().create({ Name: 'First', Key__c: 'r/1', Kind__c: 'Oak' });
      expect(created).toMatchObject({ success: true, errors: [], id: expect.stringMatching(/^a\w{17}$/) as unknown });
      const id = String(created.id);
      expect(await shelves().retrieve(id)).toMatchObject({
        Id: id,
        Name: 'First',
        Kind__c: 'Oak',
        attributes: { type: SHELF },
      });
      await shelves().update({ Id: id, Kind__c: null });
      expect(((await shelves().retrieve(id)) as unknown as Shelf).Kind__c).toBeNull();
      await shelves().destroy(id);
      await expect(shelves().retrieve(id)).rejects.toMatchObject({
        errorCode: expect.stringMatching(/NOT_FOUND|DELETED/) as unknown,
      });
    });

    test('moments are written as the REST API writes them', async () => {
      const { id } = await shelves().create({ Name: 'Dated', Key__c: 'r/dated' });
      const record = await shelves().retrieve(String(id));
      expect(record['CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    });

    test('an upsert by external id creates, then changes; the key may hold a slash', async () => {
      const { connection } = subject();
      const key = 'r/upsert:a b/ä';
      // jsforce puts the key into the path as it is.
      const inPath = encodeURIComponent(key);
      const first = await shelves().upsert({ Key__c: inPath, Name: 'Created' }, 'Key__c');
      expect(first).toMatchObject({ success: true, created: true });
      const second = await shelves().upsert({ Key__c: inPath, Name: 'Changed' }, 'Key__c');
      expect(second).toMatchObject({ success: true, created: false, id: first.id });
      const { records } = await connection.query<Shelf>(`SELECT Name FROM ${SHELF} WHERE Key__c = '${key}'`);
      expect(records.map(({ Name }) => Name)).toEqual(['Changed']);
    });

    test('a record is found by its external id', async () => {
      const { connection } = subject();
      await shelves().create({ Name: 'Found', Key__c: 'r/found' });
      const found = await connection.request(`/sobjects/${SHELF}/Key__c/${encodeURIComponent('r/found')}`);
      expect(found).toMatchObject({ Name: 'Found' });
    });

    test.each([
      ['a missing required field', { Name: 'No key' }, 'REQUIRED_FIELD_MISSING', 'Key__c'],
      [
        'a value that the picklist does not have',
        { Name: 'x', Key__c: 'r/x', Kind__c: 'Steel' },
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'Kind__c',
      ],
      ['a text that is too long', { Name: 'x'.repeat(81), Key__c: 'r/long' }, 'STRING_TOO_LONG', 'Name'],
      [
        'a validation rule',
        { Name: 'Oak', Key__c: 'r/rule', Kind__c: 'Pine' },
        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        'Kind__c',
      ],
    ])('%s is refused', async (_, record, errorCode, field) => {
      await expect(shelves().create(record)).rejects.toMatchObject({ errorCode, data: { fields: [field] } });
    });

    test('a field that does not exist is refused as INVALID_FIELD', async () => {
      await expect(shelves().create({ Name: 'x', Key__c: 'r/y', Nothing__c: 1 })).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD',
      });
    });

    test('a key that another record has is refused as DUPLICATE_VALUE', async () => {
      await shelves().create({ Name: 'One', Key__c: 'r/same' });
      await expect(shelves().create({ Name: 'Two', Key__c: 'R/SAME' })).rejects.toMatchObject({
        errorCode: 'DUPLICATE_VALUE',
      });
    });

    test('an object that does not exist is not found', async () => {
      await expect(subject().connection.sobject('Nothing__c').create({ Name: 'x' })).rejects.toMatchObject({
        errorCode: 'NOT_FOUND',
      });
    });

    test('a collection keeps the good records and tells what is wrong with the others', async () => {
      const results = await shelves().create([
        { Name: 'Good', Key__c: 'c/1' },
        { Name: 'Bad' },
        { Name: 'Good too', Key__c: 'c/2' },
      ]);
      expect(results.map(({ success }) => success)).toEqual([true, false, true]);
      expect(results[1]).toMatchObject({ errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Key__c'] }] });
    });

    test('with allOrNone one refused record undoes a collection', async () => {
      const { connection } = subject();
      const records = [{ Name: 'Undone', Key__c: 'c/none' }, { Name: 'Bad' }];
      const results = await shelves().create(records, { allOrNone: true });
      expect(results.map(({ success }) => success)).toEqual([false, false]);
      expect(results[0]).toMatchObject({ errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] });
      expect((await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'c/none'`)).totalSize).toBe(0);
    });

    test('collections update, upsert, retrieve and delete', async () => {
      const created = await shelves().create([
        { Name: 'A', Key__c: 'c/a' },
        { Name: 'B', Key__c: 'c/b' },
      ]);
      const ids = created.map(({ id }) => String(id));
      await shelves().update(ids.map((Id) => ({ Id, Kind__c: 'Pine' })));
      const upserted = await shelves().upsert(
        [
          { Key__c: 'c/a', Name: 'A2' },
          { Key__c: 'c/new', Name: 'New' },
        ],
        'Key__c',
      );
      expect(upserted.map((result) => result.success && 'created' in result && result.created)).toEqual([false, true]);
      const read = (await shelves().retrieve(ids)) as unknown as Shelf[];
      expect(read.map(({ Name, Kind__c: kind }) => [Name, kind])).toEqual([
        ['A2', 'Pine'],
        ['B', 'Pine'],
      ]);
      const removed = await shelves().destroy(ids);
      expect(removed.every(({ success }) => success)).toBe(true);
    });

    test('more than 200 records in one request are refused', async () => {
      const records = Array.from({ length: 201 }, (_, index) => ({
        attributes: { type: SHELF },
        Name: 'x',
        Key__c: `m/${index}`,
      }));
      await expect(subject().connection.requestPost('/composite/sobjects', { records })).rejects.toMatchObject({
        errorCode: 'EXCEEDED_ID_LIMIT',
      });
    });

    test('deleted and changed records are listed for a span of time', async () => {
      const { connection } = subject();
      const start = new Date(Date.now() - 60_000);
      const { id } = await shelves().create({ Name: 'Listed', Key__c: 'd/1' });
      await shelves().destroy(String(id));
      const end = new Date(Date.now() + 120_000);
      const { deletedRecords } = await connection.sobject(SHELF).deleted(start, end);
      expect(deletedRecords.map((record) => record.id)).toContain(id);
    });
  },
  ({ connection }) => installContractPackage(connection),
);
