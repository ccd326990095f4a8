import { installContractPackage } from './contract-package.ts';
import { describeContract, type Subject } from './describe-contract.ts';
import { until } from '../support/until.ts';

const ACCOUNTS = ['Zebrawood Granite', 'Zebrawood Marble', 'Zebrafish Granite Marble'];

/** A real org indexes what was written within seconds: the first search waits for it. */
async function addRecords({ connection }: Subject): Promise<void> {
  await installContractPackage(connection);
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM Account WHERE Name LIKE 'Zebra%'`);
  await connection.sobject('Account').destroy(records.map(({ Id }) => Id));
  const [first] = await connection.sobject('Account').create(ACCOUNTS.map((Name) => ({ Name })));
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
    ])('%s is refused as %s', async (sosl, errorCode) => {
      await expect(subject().connection.search(sosl)).rejects.toMatchObject({ errorCode });
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
