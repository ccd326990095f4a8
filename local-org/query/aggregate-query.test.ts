import { salesOrg } from './testing/sales-org.ts';

const { org } = salesOrg();

describe('groups', () => {
  test.each([
    [`SELECT COUNT(Id) FROM Opportunity`, [[4]]],
    [`SELECT COUNT(Id), COUNT(Amount), COUNT_DISTINCT(AccountId) d FROM Opportunity`, [[4, 3, 2]]],
    [
      `SELECT SUM(Amount), AVG(Amount), MIN(CloseDate), MAX(Name) FROM Opportunity`,
      [[600.5, 600.5 / 3, '2025-12-31', 'Third']],
    ],
    [`SELECT COUNT(Id) FROM Opportunity WHERE Name = 'none'`, [[0]]],
    [
      `SELECT Account.Name, COUNT(Id) n FROM Opportunity GROUP BY Account.Name ORDER BY COUNT(Id) DESC, Account.Name`,
      [
        ['Acme', 2],
        [null, 1],
        ['globex', 1],
      ],
    ],
    [
      `SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 100 ORDER BY StageName`,
      [
        ['Qualification', 200],
        ['Closed Won', 300.5],
      ],
    ],
    [
      `SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)`,
      [
        [2025, 1],
        [2026, 3],
      ],
    ],
    [
      `SELECT CALENDAR_YEAR(CloseDate) y, CALENDAR_MONTH(CloseDate) m, COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) ORDER BY COUNT(Id) DESC LIMIT 1`,
      [[2026, 3, 2]],
    ],
    [
      `SELECT Account.Name, IsWon, COUNT(Id) FROM Opportunity WHERE AccountId != null GROUP BY ROLLUP(Account.Name, IsWon)`,
      [
        ['Acme', false, 1],
        ['Acme', true, 1],
        ['Acme', null, 2],
        ['globex', false, 1],
        ['globex', null, 1],
        [null, null, 3],
      ],
    ],
    [
      `SELECT IsWon, GROUPING(IsWon) g, COUNT(Id) FROM Opportunity GROUP BY CUBE(IsWon) ORDER BY GROUPING(IsWon) DESC, IsWon`,
      [
        [null, 1, 4],
        [false, 0, 3],
        [true, 0, 1],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(org.values(text)).toEqual(expected);
  });

  test('name their columns as the platform does', () => {
    const [row] = org.soql(
      'SELECT StageName, COUNT(Id), MAX(Amount) top, MIN(Amount) FROM Opportunity GROUP BY StageName LIMIT 1',
    ).records;
    expect(Object.keys(row ?? {})).toEqual(['attributes', 'StageName', 'expr0', 'top', 'expr1']);
    expect(row?.attributes).toEqual({ type: 'AggregateResult' });
  });

  test('a cube has every combination', () => {
    const rows = org.values('SELECT StageName, IsWon, COUNT(Id) FROM Opportunity GROUP BY CUBE(StageName, IsWon)');
    expect(rows).toHaveLength(3 + 3 + 2 + 1);
    expect(rows.at(-1)).toEqual([null, null, 4]);
  });

  test('COUNT() tells the number alone', () => {
    expect(org.soql('SELECT COUNT() FROM Opportunity WHERE Amount > 100')).toEqual({ totalSize: 2, records: [] });
    expect(org.soql('SELECT COUNT() FROM Opportunity LIMIT 3').totalSize).toBe(3);
  });
});
