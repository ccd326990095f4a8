import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';

describeContract(
  'Bulk API 2.0',
  (subject) => {
    test('inserts from CSV and tells what became of each row', async () => {
      const { connection } = subject();
      const results = await connection.bulk2.loadAndWaitForResults({
        object: SHELF,
        operation: 'insert',
        input:
          'Name,Key__c,Kind__c\nBulk one,b/1,Oak\nBulk two,b/2,\nNo key,,Pine\n"Quoted, with ""marks""",b/3,Pine\n',
        pollInterval: 100,
        pollTimeout: 30_000,
      });
      expect(results.successfulResults).toHaveLength(3);
      expect(results.successfulResults[0]).toMatchObject({
        sf__Created: 'true',
        sf__Id: expect.stringMatching(/^a/) as unknown,
        Name: 'Bulk one',
      });
      expect(results.failedResults).toHaveLength(1);
      expect(results.failedResults[0]?.sf__Error).toMatch(/^REQUIRED_FIELD_MISSING:.*Key__c/);
      expect(results.unprocessedRecords).toEqual([]);
      const { records } = await connection.query<{ Name: string }>(`SELECT Name FROM ${SHELF} WHERE Key__c = 'b/3'`);
      expect(records[0]?.Name).toBe('Quoted, with "marks"');
    });

    test('upserts by external id, finds parents by theirs, and blanks with #N/A', async () => {
      const { connection } = subject();
      await connection.sobject(SHELF).create({ Key__c: 'b/parent', Name: 'Parent', Kind__c: 'Oak' });
      const upserted = await connection.bulk2.loadAndWaitForResults({
        object: SHELF,
        operation: 'upsert',
        externalIdFieldName: 'Key__c',
        input: 'Key__c,Name,Kind__c\nb/parent,Parent,#N/A\nb/other,Other,Oak\n',
        pollInterval: 100,
        pollTimeout: 30_000,
      });
      expect(upserted.successfulResults.map(({ sf__Created: created }) => created)).toEqual(['false', 'true']);
      const inserted = await connection.bulk2.loadAndWaitForResults({
        object: BOOK,
        operation: 'insert',
        input: 'Name,Shelf__r.Key__c,Pages__c\nBelow,b/parent,301\n',
        pollInterval: 100,
        pollTimeout: 30_000,
      });
      expect(inserted.failedResults).toEqual([]);
      const { records } = await connection.query(
        `SELECT Long_Read__c, Shelf__r.Kind__c FROM ${BOOK} WHERE Name = 'Below'`,
      );
      expect(records[0]).toMatchObject({ Long_Read__c: true, Shelf__r: { Kind__c: null } });
    });

    test('takes thousands of rows in one job', async () => {
      const { connection } = subject();
      const rows = Array.from({ length: 2_500 }, (_, index) => `Row ${index},many/${index}`);
      const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
        object: SHELF,
        operation: 'insert',
        input: `Name,Key__c\n${rows.join('\n')}\n`,
        pollInterval: 100,
        pollTimeout: 60_000,
      });
      expect(successfulResults).toHaveLength(2_500);
    }, 60_000);

    test('a query gives CSV rows with parents in columns', async () => {
      const { connection } = subject();
      await connection.sobject(SHELF).create({ Key__c: 'b/query', Name: 'Queried' });
      const { id } = await connection
        .sobject(BOOK)
        .create({ Name: 'Q', Shelf__c: await idOf(connection, 'b/query'), Pages__c: 12 });
      const stream = await connection.bulk2.query(
        `SELECT Id, Name, Shelf__r.Name, Pages__c, CreatedDate FROM ${BOOK} WHERE Id = '${String(id)}'`,
      );
      const records = (await stream.toArray()) as Record<string, string>[];
      expect(records).toHaveLength(1);
      expect(records[0]).toMatchObject({ Id: id, Name: 'Q', 'Shelf__r.Name': 'Queried', Pages__c: '12' });
      expect(records[0]?.['CreatedDate']).toMatch(/Z$/);
    });

    test('a job deletes', async () => {
      const { connection } = subject();
      const { id } = await connection.sobject(SHELF).create({ Name: 'To delete', Key__c: 'b/delete' });
      const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
        object: SHELF,
        operation: 'delete',
        input: `Id\n${String(id)}\n`,
        pollInterval: 100,
        pollTimeout: 30_000,
      });
      expect(successfulResults).toHaveLength(1);
      expect((await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'b/delete'`)).totalSize).toBe(0);
    });

    test('a job with a column that is no field fails as a whole', async () => {
      const { connection } = subject();
      const job = connection.bulk2.createJob({ object: SHELF, operation: 'insert' });
      await job.open();
      await job.uploadData('Name,Key__c,Nothing__c\nNo such column,b/none,1\n');
      await job.close();
      await expect(job.poll(100, 30_000)).rejects.toThrow('InvalidBatch : Field name not found : Nothing__c');
      await expect(job.check()).resolves.toMatchObject({ state: 'Failed', numberRecordsProcessed: 0 });
      expect((await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'b/none'`)).totalSize).toBe(0);
    });

    test('a job for an object that does not exist is refused', async () => {
      const job = subject().connection.bulk2.createJob({ object: 'Nothing__c', operation: 'insert' });
      await expect(job.open()).rejects.toBeDefined();
    });
  },
  ({ connection }) => installContractPackage(connection),
);

async function idOf(connection: Parameters<typeof installContractPackage>[0], key: string): Promise<string> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM ${SHELF} WHERE Key__c = '${key}'`);
  return records[0]?.Id ?? '';
}
