import { QueryFixture } from './testing/query-fixture.ts';
import { salesOrg } from './testing/sales-org.ts';

const { org, ann, acme, globex, first, second, third, orphan } = salesOrg();
const names = (text: string): unknown[] => org.values(text).map(([name]) => name);

describe('records', () => {
  test('come with attributes, nested parents and values in REST form', () => {
    const { totalSize, records } = org.soql(
      `SELECT id, name, IsWon, CreatedDate, CloseDate, account.NAME, Account.Owner.Name FROM opportunity WHERE Name = 'SECOND'`,
    );
    expect(totalSize).toBe(1);
    expect(records).toEqual([
      {
        attributes: { type: 'Opportunity', url: `/services/data/v66.0/sobjects/Opportunity/${second}` },
        Id: second,
        Name: 'second',
        IsWon: true,
        CreatedDate: '2026-01-01T00:00:00.000+0000',
        CloseDate: '2026-03-31',
        Account: {
          attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${acme}` },
          Name: 'Acme',
          Owner: { attributes: { type: 'User', url: `/services/data/v66.0/sobjects/User/${ann}` }, Name: 'Ann Ash' },
        },
      },
    ]);
  });

  test('have null for a parent that is not there', () => {
    expect(org.values(`SELECT Account.Name FROM Opportunity WHERE Name = 'Orphan'`)).toEqual([[null]]);
  });

  test('keep numbers as numbers', () => {
    expect(names(`SELECT Amount FROM Opportunity ORDER BY Amount`)).toEqual([null, 100, 200, 300.5]);
  });

  test('in the recycle bin are left out', () => {
    const bin = new QueryFixture();
    bin.add('Account', { Name: 'Gone', IsDeleted: true });
    bin.add('Account', { Name: 'Here' });
    expect(bin.values('SELECT Name FROM Account')).toEqual([['Here']]);
  });
});

describe('order and pages', () => {
  test.each([
    [`ORDER BY Amount`, ['Orphan', 'First', 'Third', 'second']],
    [`ORDER BY Amount NULLS LAST`, ['First', 'Third', 'second', 'Orphan']],
    [`ORDER BY Amount DESC NULLS LAST`, ['second', 'Third', 'First', 'Orphan']],
    [`ORDER BY Amount DESC`, ['Orphan', 'second', 'Third', 'First']],
    [`ORDER BY Name`, ['First', 'Orphan', 'second', 'Third']],
    [`ORDER BY Account.Name DESC, Name`, ['Orphan', 'Third', 'First', 'second']],
    [`ORDER BY Name LIMIT 2`, ['First', 'Orphan']],
    [`ORDER BY Name LIMIT 2 OFFSET 1`, ['Orphan', 'second']],
    [`ORDER BY Name OFFSET 3`, ['Third']],
    [`ORDER BY StageName DESC, Name LIMIT 2`, ['second', 'Third']],
  ])('%s', (clauses, expected) => {
    expect(names(`SELECT Name FROM Opportunity ${clauses}`)).toEqual(expected);
  });

  test('totalSize counts the rows of the query', () => {
    expect(org.soql('SELECT Id FROM Opportunity LIMIT 3').totalSize).toBe(3);
  });
});

describe('select list', () => {
  test('FIELDS(ALL) has every readable field', () => {
    const rules = { unreadableFields: ['Course__c.Minutes__c'] };
    const school = new QueryFixture();
    school.add('Course__c', { Name: 'One' });
    const [all] = school.soql('SELECT FIELDS(ALL) FROM Course__c LIMIT 1', rules).records;
    expect(all).toMatchObject({ Name: 'One', Pinned__c: false, Half__c: null });
    expect(all).not.toHaveProperty('Minutes__c');
    const [custom] = school.soql('SELECT Id, FIELDS(CUSTOM) FROM Course__c LIMIT 1').records;
    expect(custom).toHaveProperty('Key__c');
    expect(custom).not.toHaveProperty('OwnerId');
    const [standard] = school.soql('SELECT FIELDS(STANDARD) FROM Course__c').records;
    expect(standard).toHaveProperty('OwnerId');
    expect(standard).not.toHaveProperty('Key__c');
  });

  test('prints with FORMAT and toLabel', () => {
    expect(
      org.values(
        `SELECT toLabel(StageName), FORMAT(Amount) money, FORMAT(CloseDate) day, FORMAT(CreatedDate) t FROM Opportunity WHERE Name = 'second'`,
      ),
    ).toEqual([['Closed Won', '$300.50', '3/31/2026', '12/31/2025, 4:00 PM']]);
  });

  test('knows the aliases of FROM', () => {
    expect(
      org.values(`SELECT o.Name, a.Name FROM Opportunity o, o.Account a WHERE a.Industry = 'Energy' AND o.Amount > 1`),
    ).toEqual([['Third', { attributes: expect.anything(), Name: 'globex' }]]);
  });

  test('USING SCOPE mine has what one owns', () => {
    expect(org.values('SELECT Name FROM Account USING SCOPE mine', {}, { userId: ann })).toEqual([['Acme']]);
  });
});

test('ids of the fixture are those of the rows', () => {
  expect(org.values('SELECT Id FROM Opportunity ORDER BY Id')).toEqual([[first], [second], [third], [orphan]]);
  expect(org.values(`SELECT Id FROM Account WHERE Id != '${acme}'`)).toEqual([[globex]]);
});
