import { salesOrg } from './testing/sales-org.ts';

const { org, acme, first, second, third, orphan } = salesOrg();
const names = (text: string): unknown[] => org.values(text).map(([name]) => name);

describe('conditions', () => {
  test.each([
    [`Name = 'FIRST'`, ['First']],
    [`Name != 'first'`, ['second', 'Third', 'Orphan']],
    [`Name <> 'first'`, ['second', 'Third', 'Orphan']],
    [`Name LIKE '%ir%'`, ['First', 'Third']],
    [`Name LIKE 'F_RST'`, ['First']],
    [`Name LIKE '\\_%'`, []],
    [`NOT Name LIKE '%ir%'`, ['second', 'Orphan']],
    [`(NOT Name LIKE '%ir%') AND Amount = null`, ['Orphan']],
    [`Amount = null`, ['Orphan']],
    [`Amount != null`, ['First', 'second', 'Third']],
    [`Amount != 100`, ['second', 'Third', 'Orphan']],
    [`Amount > 100`, ['second', 'Third']],
    [`NOT Amount > 100`, ['First', 'Orphan']],
    [`Amount >= 1e2 AND Amount <= 200.0`, ['First', 'Third']],
    [`Amount IN (100, 200)`, ['First', 'Third']],
    [`Amount NOT IN (100, 200)`, ['second', 'Orphan']],
    [`Amount IN (100, null)`, ['First', 'Orphan']],
    [`Amount NOT IN (100, null)`, ['second', 'Third']],
    [`IsWon = true`, ['second']],
    [`IsWon != TRUE`, ['First', 'Third', 'Orphan']],
    [`AccountId = '${acme}'`, ['First', 'second']],
    [`AccountId = '${acme.slice(0, 15)}'`, ['First', 'second']],
    [`Account.Name = 'GLOBEX'`, ['Third']],
    [`Account.Name = null`, ['Orphan']],
    [`Account.Owner.City = 'rome' OR Amount = null`, ['First', 'second', 'Orphan']],
    [`Opportunity.Name = 'Third'`, ['Third']],
    [`NextStep = ''`, ['First', 'second', 'Third', 'Orphan']],
    [`Amount > USD100`, ['second', 'Third']],
    [`(Name = 'First' OR Name = 'Third') AND (Amount = 100 OR Amount = null)`, ['First']],
    [`AccountId IN (SELECT Id FROM Account WHERE Industry = 'energy')`, ['Third']],
    [`AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'energy')`, ['First', 'second', 'Orphan']],
  ])('%s', (condition, expected) => {
    expect(names(`SELECT Name FROM Opportunity WHERE ${condition} ORDER BY Id`)).toEqual(expected);
  });

  test('a semi join looks from a parent at its children', () => {
    expect(
      names(`SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE IsWon = true)`),
    ).toEqual(['Acme']);
    expect(
      names(`SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsWon = true)`),
    ).toEqual(['globex']);
  });

  test('ids are ordered, so that a client can go through a table by them', () => {
    const page = (after: string) => names(`SELECT Id FROM Opportunity WHERE Id > '${after}' ORDER BY Id LIMIT 2`);
    expect(page('000000000000000')).toEqual([first, second]);
    expect(page(second)).toEqual([third, orphan]);
  });

  test('thousands of alternatives are no trouble', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `Amount = ${index}`);
    expect(names(`SELECT Name FROM Opportunity WHERE ${many.join(' OR ')} ORDER BY Id`)).toEqual(['First', 'Third']);
  });

  test('long lists take another way to the same rows', () => {
    const many = Array.from({ length: 500 }, (_, index) => `'name ${index}'`);
    expect(names(`SELECT Name FROM Opportunity WHERE Name IN (${many.join(',')}, 'FIRST')`)).toEqual(['First']);
    expect(
      names(`SELECT Name FROM Opportunity WHERE Name NOT IN (${many.join(',')}, 'FIRST') ORDER BY Id`),
    ).toHaveLength(3);
  });
});
