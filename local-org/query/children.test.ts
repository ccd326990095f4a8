import { QueryFixture } from './testing/query-fixture.ts';
import { salesOrg } from './testing/sales-org.ts';

const { org } = salesOrg();

describe('children', () => {
  test('come nested, in their order, null where there are none', () => {
    const lonely = new QueryFixture();
    const parent = lonely.add('Account', { Name: 'Parent' });
    lonely.add('Account', { Name: 'Alone' });
    const b = lonely.add('Contact', { LastName: 'B', AccountId: parent });
    const a = lonely.add('Contact', { LastName: 'A', AccountId: parent });
    const { records } = lonely.soql(
      'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name DESC',
    );
    const contact = (id: string, LastName: string) => ({
      attributes: { type: 'Contact', url: `/services/data/v66.0/sobjects/Contact/${id}` },
      LastName,
    });
    expect(records[0]?.['Contacts']).toEqual({ totalSize: 2, done: true, records: [contact(a, 'A'), contact(b, 'B')] });
    expect(records[1]?.['Contacts']).toBeNull();
  });

  test('are limited for each parent, in one statement', () => {
    const statements: string[] = [];
    const db = {
      rows: (...call: Parameters<typeof org.database.rows>) => {
        statements.push(call[0]);
        return org.database.rows(...call);
      },
    };
    const { records } = org.soql(
      'SELECT Name, (SELECT Name FROM Opportunities ORDER BY Amount DESC LIMIT 1) FROM Account ORDER BY Name',
      {},
      { db },
    );
    const children = records.map((record) =>
      (record['Opportunities'] as { records: { Name: string }[] }).records.map(({ Name }) => Name),
    );
    expect(children).toEqual([['second'], ['Third']]);
    expect(statements).toHaveLength(2);
  });

  test('may be filtered to none', () => {
    const [record] = org.soql(`SELECT Id, (SELECT Id FROM Opportunities WHERE Amount > 9999) FROM Account`).records;
    expect(record?.['Opportunities']).toBeNull();
  });

  test('have children of their own', () => {
    const deep = new QueryFixture();
    const account = deep.add('Account', { Name: 'A' });
    const contact = deep.add('Contact', { LastName: 'C', AccountId: account });
    deep.add('Task', { Subject: 'T', WhoId: contact });
    const [row] = deep.soql(
      'SELECT Id, (SELECT LastName, (SELECT Subject FROM Tasks) FROM Contacts) FROM Account',
    ).records;
    expect(row).toMatchObject({
      Contacts: { records: [{ LastName: 'C', Tasks: { totalSize: 1, done: true, records: [{ Subject: 'T' }] } }] },
    });
  });
});
