import { describeContract, type Subject } from './describe-contract.ts';
import { installContractPackage } from './contract-package.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';

async function addLibrary({ connection }: Subject): Promise<void> {
  await installContractPackage(connection);
  const old = await connection.query<{ Id: string }>(`SELECT Id FROM ${SHELF}`);
  await connection.sobject(SHELF).destroy(old.records.map(({ Id }) => Id));
  const [oak, pine] = await connection.sobject(SHELF).create([
    { Name: 'Oak', Key__c: 'q/oak', Kind__c: 'Oak' },
    { Name: 'Pine', Key__c: 'q/pine', Kind__c: 'Pine' },
  ]);
  const books = Array.from({ length: 2_300 }, (_, index) => ({
    Name: `Book ${String(index).padStart(4, '0')}`,
    Shelf__c: index % 2 === 0 ? oak?.id : pine?.id,
    Pages__c: index,
    Read_On__c: '2026-01-31',
  }));
  await connection.sobject(BOOK).create(books, { allowRecursive: true });
}

describeContract(
  'Queries',
  (subject) => {
    test('a page holds 2,000 records, and queryMore leads to the rest', async () => {
      const { connection } = subject();
      const first = await connection.query<{ Id: string }>(`SELECT Id FROM ${BOOK}`);
      expect(first).toMatchObject({ totalSize: 2_300, done: false });
      expect(first.records).toHaveLength(2_000);
      const second = await connection.queryMore<{ Id: string }>(first.nextRecordsUrl ?? '');
      expect(second.done).toBe(true);
      expect(second.records).toHaveLength(300);
      expect(new Set([...first.records, ...second.records].map(({ Id }) => Id)).size).toBe(2_300);
    });

    test('autoFetch follows the pages', async () => {
      const { connection } = subject();
      const { records } = await connection
        .query<{ Name: string }>(`SELECT Name FROM ${BOOK} ORDER BY Name`)
        .execute({ autoFetch: true, maxFetch: 5_000 });
      expect(records).toHaveLength(2_300);
      expect(records.at(-1)?.Name).toBe('Book 2299');
    });

    test('a locator that nobody gave out is refused', async () => {
      const { connection } = subject();
      await expect(connection.queryMore(`/services/data/v66.0/query/01g000000009999AAA-2000`)).rejects.toMatchObject({
        errorCode: 'INVALID_QUERY_LOCATOR',
      });
    });

    test('parents and children come nested', async () => {
      const { connection } = subject();
      const { records } = await connection.query(
        `SELECT Name, (SELECT Name, Shelf__r.Name FROM Books__r ORDER BY Name LIMIT 2) FROM ${SHELF} WHERE Name = 'Oak'`,
      );
      expect(records).toEqual([
        expect.objectContaining({
          attributes: expect.objectContaining({ type: SHELF }) as unknown,
          Name: 'Oak',
          Books__r: expect.objectContaining({
            totalSize: 2,
            done: true,
            records: [
              expect.objectContaining({
                Name: 'Book 0000',
                Shelf__r: expect.objectContaining({ Name: 'Oak' }) as unknown,
              }),
              expect.objectContaining({ Name: 'Book 0002' }),
            ],
          }) as unknown,
        }),
      ]);
    });

    test('aggregates group and count', async () => {
      const { connection } = subject();
      const { records } = await connection.query(
        `SELECT Shelf__r.Name shelf, COUNT(Id) books, MAX(Pages__c) most FROM ${BOOK} GROUP BY Shelf__r.Name ORDER BY Shelf__r.Name`,
      );
      expect(records).toEqual([
        expect.objectContaining({ shelf: 'Oak', books: 1_150, most: 2_298 }),
        expect.objectContaining({ shelf: 'Pine', books: 1_150, most: 2_299 }),
      ]);
    });

    test('more groups than a page holds are refused', async () => {
      const soql = `SELECT Name, COUNT(Id) FROM ${BOOK} GROUP BY Name`;
      const { connection } = subject();
      await expect(connection.query(soql)).rejects.toMatchObject({ errorCode: 'EXCEEDED_ID_LIMIT' });
      expect((await connection.query(`${soql} LIMIT 2000`)).records).toHaveLength(2_000);
    });

    test('pages are as long as the client asks, from 200 to 2,000 records', async () => {
      const { connection } = subject();
      const ask = (batchSize: number): PromiseLike<{ records: unknown[]; nextRecordsUrl?: string }> =>
        connection.request({
          method: 'GET',
          url: `/query?q=${encodeURIComponent(`SELECT Id FROM ${BOOK}`)}`,
          headers: { 'Sforce-Query-Options': `batchSize=${batchSize}` },
        });
      expect((await ask(50)).records).toHaveLength(200);
      expect((await ask(9_000)).records).toHaveLength(2_000);
      const first = await ask(800);
      const second = await connection.queryMore(first.nextRecordsUrl ?? '');
      const third = await connection.queryMore(second.nextRecordsUrl ?? '');
      expect([first, second, third].map(({ records }) => records.length)).toEqual([800, 800, 700]);
      expect(third.done).toBe(true);
    });

    test('formulas, dates and semi-joins filter', async () => {
      const { connection } = subject();
      const { totalSize } = await connection.query(
        `SELECT Id FROM ${SHELF} WHERE Id IN (SELECT Shelf__c FROM ${BOOK} WHERE Long_Read__c = true AND Read_On__c = 2026-01-31)`,
      );
      expect(totalSize).toBe(2);
    });

    test('COUNT() gives the number and no record', async () => {
      const { connection } = subject();
      const { totalSize, records } = await connection.query(`SELECT COUNT() FROM ${BOOK}`);
      expect(totalSize).toBe(2_300);
      expect(records).toEqual([]);
    });

    test.each([
      ['SELEC Id FROM User', 'MALFORMED_QUERY'],
      ['SELECT Nothing__c FROM User', 'INVALID_FIELD'],
      ['SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
    ])('%s is refused as %s', async (soql, errorCode) => {
      await expect(subject().connection.query(soql)).rejects.toMatchObject({ errorCode });
    });

    test('queryAll sees the recycle bin, query does not', async () => {
      const { connection } = subject();
      const { id } = await connection.sobject(SHELF).create({ Name: 'Gone', Key__c: 'q/gone' });
      await connection.sobject(SHELF).destroy(String(id));
      const soql = `SELECT Id, IsDeleted FROM ${SHELF} WHERE Id = '${String(id)}'`;
      expect((await connection.query(soql)).totalSize).toBe(0);
      const { records } = await connection.query<{ IsDeleted: boolean }>(soql, { scanAll: true });
      expect(records.map(({ IsDeleted }) => IsDeleted)).toEqual([true]);
    });
  },
  addLibrary,
);
