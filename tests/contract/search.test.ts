import { installContractPackage } from './contract-package.ts';
import { describeContract, type Subject } from './describe-contract.ts';
import { until } from '../support/until.ts';

const ACCOUNTS = ['Zebrawood Granite', 'Zebrawood Marble', 'Zebrafish Granite Marble'];

/** A real org indexes what was written within seconds: the first search waits for it. */
async function addRecords({ connection }: Subject): Promise<void> {
  await installContractPackage(connection);
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM Account WHERE Name LIKE 'Zebra%'`);
  await connection.sobject('Account').destroy(records.map(({ Id }) => Id));
  const [first] = await connection
    .sobject('Account')
    .create(ACCOUNTS.map((Name) => ({ Name, Phone: Name === 'Zebrawood Granite' ? '+1 (415) 555-0123' : null })));
  await connection.sobject('Opportunity').create({
    Name: 'Zebrawood floor',
    AccountId: first?.id,
    StageName: 'Prospecting',
    CloseDate: '2026-01-31',
  });
  await until(
    () => connection.search(`FIND {Zebra*} RETURNING Account`),
    ({ searchRecords }) => searchRecords.length === 3,
  );
}

describeContract(
  'SOSL',
  (subject, _, testGap) => {
    const find = async (sosl: string): Promise<unknown[]> => {
      const { searchRecords } = await subject().connection.search(sosl);
      return searchRecords.map((record) => record['Name']);
    };

    test.each([
      ['words anywhere', 'FIND {granite zebrawood}', ['Zebrawood Granite']],
      ['a phrase', 'FIND {"Granite Marble"}', ['Zebrafish Granite Marble']],
      ['the end of a word left open', 'FIND {zebraw*}', ['Zebrawood Granite', 'Zebrawood Marble']],
      ['one letter left open', 'FIND {zebraf?sh}', ['Zebrafish Granite Marble']],
      ['either word', 'FIND {zebrafish OR (zebrawood AND marble)}', ['Zebrafish Granite Marble', 'Zebrawood Marble']],
      ['one word without another', 'FIND {zebrawood AND NOT marble}', ['Zebrawood Granite']],
    ])('finds %s', async (_, search, names) => {
      expect(await find(`${search} IN NAME FIELDS RETURNING Account(Name ORDER BY Name)`)).toEqual(names);
    });

    test('answers object by object, each with its own fields, filter and limit', async () => {
      const found = await find(
        `FIND {zebra*} IN ALL FIELDS RETURNING Opportunity(Name), Account(Name WHERE Name LIKE '%Marble' ORDER BY Name LIMIT 1)`,
      );
      expect(found).toEqual(['Zebrawood floor', 'Zebrafish Granite Marble']);
    });

    test('limits all of it', async () => {
      expect(await find(`FIND {zebra*} RETURNING Account(Name ORDER BY Name) LIMIT 2`)).toHaveLength(2);
    });

    test.each([
      ['FIND {} RETURNING Account', 'MALFORMED_SEARCH'],
      ['FIND {zebra', 'MALFORMED_SEARCH'],
      ['FIND {zebra} RETURNING Nothing__c', 'INVALID_TYPE'],
      ['FIND {zebra} RETURNING Account(Nothing__c)', 'INVALID_FIELD'],
      ['FIND {zebra} RETURNING Account(COUNT(Id))', 'MALFORMED_QUERY'],
      ['FIND {zebra} RETURNING FieldPermissions(Id)', 'INVALID_SEARCH_SCOPE'],
    ])('%s is refused as %s', async (sosl, errorCode) => {
      await expect(subject().connection.search(sosl)).rejects.toMatchObject({ errorCode });
    });

    test('finds in the fields that are asked for', async () => {
      const { connection } = subject();
      await connection.sobject('Contact').create({ LastName: 'Okapi', Email: 'zebu.okapi@contract.example.com' });
      const among = async (scope: string): Promise<number> => (await connection.search(`FIND {zebu*} IN ${scope} FIELDS RETURNING Contact(Name)`)).searchRecords.length; // prettier-ignore
      await until(
        () => among('ALL'),
        (count) => count > 0,
      );
      expect(await among('EMAIL')).toBe(1);
      expect(await among('NAME')).toBe(0);
      expect(await among('PHONE')).toBe(0);
    });

    test('sorts and skips within an object', async () => {
      expect(await find(`FIND {zebra*} RETURNING Account(Name ORDER BY Name DESC LIMIT 1 OFFSET 1)`)).toEqual([
        'Zebrawood Granite',
      ]);
    });

    test('takes clauses that change nothing which is found', async () => {
      const search = `FIND {zebra*} RETURNING Account(Name) WITH SPELL_CORRECTION = false WITH HIGHLIGHT LIMIT 3 UPDATE TRACKING`;
      expect(await find(search)).toHaveLength(3);
    });

    test('finds at most 2,000 records', async () => {
      const { connection } = subject();
      const accounts = Array.from({ length: 2_050 }, (_, index) => ({ Name: `Quagga ${index}` }));
      await connection.sobject('Account').create(accounts, { allowRecursive: true });
      await until(
        () => find('FIND {quagga} RETURNING Account(Name)'),
        (names) => names.length >= 2_000,
      );
      expect(await find('FIND {quagga} RETURNING Account(Name)')).toHaveLength(2_000);
    }, 60_000);

    testGap('phone numbers are indexed as they are written', 'finds a phone number by its digits', async () => {
      expect(await find('FIND {4155550123} IN PHONE FIELDS RETURNING Account(Name)')).toEqual(['Zebrawood Granite']);
    });

    testGap('list views are not kept in the org', 'filters by a list view', async () => {
      await find('FIND {zebra*} RETURNING Account(Name USING LISTVIEW=AllAccounts)');
    });

    testGap(
      'only articles, cases and feeds have snippets on the platform, and none of them is here',
      'marks matches',
      async () => {
        const { searchRecords } = await subject().connection.search(
          `FIND {zebrawood} IN ALL FIELDS RETURNING Case(Id, Subject) WITH SNIPPET`,
        );
        expect(searchRecords).toEqual([]);
      },
    );
  },
  addRecords,
);
