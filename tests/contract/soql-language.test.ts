import { installContractPackage } from './contract-package.ts';
import { describeContract, type Subject } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';
const OURS = "Name LIKE 'Lang %'";

/** Two shelves, four books (of 100 to 400 pages, one without a day), an account with a deal and a task on each. */
async function addRecords({ connection }: Subject): Promise<void> {
  await installContractPackage(connection);
  for (const object of [SHELF, 'Account', 'Opportunity']) {
    const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${OURS}`);
    await connection.sobject(object).destroy(records.map(({ Id }) => Id));
  }
  const create = async (object: string, records: readonly object[]): Promise<string[]> => {
    const saved = await connection.sobject(object).create(records.map((record) => ({ ...record })));
    expect(saved.map(({ errors }) => errors)).toEqual(saved.map(() => []));
    return saved.map(({ id }) => id ?? '');
  };
  const [oak, pine] = await create(SHELF, [
    { Name: 'Lang Oak', Key__c: 'lang/oak', Kind__c: 'Oak' },
    { Name: 'Lang Pine', Key__c: 'lang/pine', Kind__c: 'Pine' },
  ]);
  await create(BOOK, [
    { Name: 'Lang A', Shelf__c: oak, Pages__c: 100, Read_On__c: '2024-02-29' },
    { Name: 'Lang B', Shelf__c: oak, Pages__c: 200, Read_On__c: '2024-11-03' },
    { Name: 'Lang C', Shelf__c: oak, Pages__c: 300 },
    { Name: 'Lang D', Shelf__c: pine, Pages__c: 400, Read_On__c: '2025-02-01' },
  ]);
  const [account] = await create('Account', [{ Name: 'Lang Acme' }]);
  const [deal] = await create('Opportunity', [
    { Name: 'Lang Deal', AccountId: account, StageName: 'Prospecting', CloseDate: '2024-02-29', Amount: 1000 },
  ]);
  await create('Task', [
    { Subject: 'Lang call', WhatId: deal },
    { Subject: 'Lang visit', WhatId: account },
  ]);
}

const book = (field: string, where = ''): string =>
  `SELECT ${field} v FROM ${BOOK} WHERE ${OURS}${where} GROUP BY ${field} ORDER BY ${field}`;

/** What is asked, and the values of the answer's rows, in order. */
const ANSWERS: readonly (readonly [what: string, soql: string, rows: readonly (readonly unknown[])[]])[] = [
  ['letter case of names does not matter', `select NAME from ${BOOK} where name = 'LANG a'`, [['Lang A']]],
  ['AND before OR in brackets', `SELECT Name FROM ${BOOK} WHERE ${OURS} AND (Pages__c = 100 OR (Pages__c > 150 AND NOT Pages__c > 250)) ORDER BY Name`, [['Lang A'], ['Lang B']]], // prettier-ignore
  ['IN and NOT IN lists', `SELECT Name FROM ${BOOK} WHERE ${OURS} AND Pages__c IN (100, 200, 300) AND Name NOT IN ('Lang B') ORDER BY Name`, [['Lang A'], ['Lang C']]], // prettier-ignore
  ['LIKE with _ and %', `SELECT Name FROM ${BOOK} WHERE Name LIKE 'Lang _' AND Pages__c >= 300 ORDER BY Name`, [['Lang C'], ['Lang D']]], // prettier-ignore
  ['blanks first by default, last on request', `SELECT Name FROM ${BOOK} WHERE ${OURS} AND Pages__c >= 300 ORDER BY Read_On__c NULLS LAST`, [['Lang D'], ['Lang C']]], // prettier-ignore
  ['descending order, limit and offset', `SELECT Name FROM ${BOOK} WHERE ${OURS} ORDER BY Pages__c DESC LIMIT 2 OFFSET 1`, [['Lang C'], ['Lang B']]], // prettier-ignore
  ['a semi-join', `SELECT Name FROM ${SHELF} WHERE Id IN (SELECT Shelf__c FROM ${BOOK} WHERE ${OURS} AND Pages__c = 400)`, [['Lang Pine']]], // prettier-ignore
  ['an anti-join', `SELECT Name FROM ${SHELF} WHERE ${OURS} AND Id NOT IN (SELECT Shelf__c FROM ${BOOK} WHERE Pages__c = 400)`, [['Lang Oak']]], // prettier-ignore
  ['fields of a parent filter and sort', `SELECT Name FROM ${BOOK} WHERE Shelf__r.Kind__c = 'Oak' AND ${OURS} ORDER BY Shelf__r.Name, Pages__c DESC LIMIT 1`, [['Lang C']]], // prettier-ignore
  ['a date literal with a number', `SELECT COUNT(Id) v FROM ${BOOK} WHERE ${OURS} AND CreatedDate = LAST_N_DAYS:2`, [[4]]], // prettier-ignore
  ['a named span', `SELECT COUNT(Id) v FROM ${BOOK} WHERE ${OURS} AND Read_On__c < THIS_YEAR`, [[3]]],
  ['years of dates', book('CALENDAR_YEAR(Read_On__c)', ' AND Read_On__c != NULL'), [[2024], [2025]]],
  ['quarters and days of the week', book('DAY_IN_WEEK(Read_On__c)', ' AND CALENDAR_QUARTER(Read_On__c) = 1'), [[5], [7]]], // prettier-ignore
  ['having', `SELECT Shelf__r.Name shelf, SUM(Pages__c) v FROM ${BOOK} WHERE ${OURS} GROUP BY Shelf__r.Name HAVING COUNT(Id) > 1`, [['Lang Oak', 600]]], // prettier-ignore
  ['subtotals by ROLLUP', `SELECT Shelf__r.Kind__c kind, COUNT(Id) v FROM ${BOOK} WHERE ${OURS} GROUP BY ROLLUP(Shelf__r.Kind__c)`, [['Oak', 3], ['Pine', 1], [null, 4]]], // prettier-ignore
  ['distinct values', `SELECT COUNT_DISTINCT(Shelf__c) v FROM ${BOOK} WHERE ${OURS}`, [[2]]],
  ['subtotals by CUBE, and which they are', `SELECT Shelf__r.Kind__c kind, GROUPING(Shelf__r.Kind__c) total, COUNT(Id) v FROM ${BOOK} WHERE ${OURS} GROUP BY CUBE(Shelf__r.Kind__c) ORDER BY GROUPING(Shelf__r.Kind__c), Shelf__r.Kind__c`, [['Oak', 0, 3], ['Pine', 0, 1], [null, 1, 4]]], // prettier-ignore
  ['sums, averages, least and most', `SELECT SUM(Pages__c) a, AVG(Pages__c) b, MIN(Read_On__c) c, MAX(Name) d FROM ${BOOK} WHERE ${OURS}`, [[1000, 250, '2024-02-29', 'Lang D']]], // prettier-ignore
  ['groups sorted by what they sum up', `SELECT Shelf__r.Name v FROM ${BOOK} WHERE ${OURS} GROUP BY Shelf__r.Name ORDER BY SUM(Pages__c) DESC NULLS LAST`, [['Lang Oak'], ['Lang Pine']]], // prettier-ignore
  ['what records are about, grouped by type', `SELECT What.Type v, COUNT(Id) n FROM Task WHERE Subject LIKE 'Lang %' GROUP BY What.Type ORDER BY What.Type`, [['Account', 1], ['Opportunity', 1]]], // prettier-ignore
  ['types in a list', `SELECT Subject FROM Task WHERE What.Type IN ('Account', 'Contact') AND Subject LIKE 'Lang %'`, [['Lang visit']]], // prettier-ignore
  ['labels of picklist values', `SELECT toLabel(Kind__c) FROM ${SHELF} WHERE ${OURS} ORDER BY Name`, [['Oak wood'], ['Pine wood']]], // prettier-ignore
  ['a formula field', `SELECT Name FROM ${BOOK} WHERE ${OURS} AND Long_Read__c = TRUE`, [['Lang D']]],
  ['what a record is about, by type', `SELECT Subject FROM Task WHERE What.Type = 'Account' AND What.Name = 'Lang Acme'`, [['Lang visit']]], // prettier-ignore
  ['user mode', `SELECT Name FROM ${SHELF} WHERE Name = 'Lang Oak' WITH USER_MODE`, [['Lang Oak']]],
  ['security enforced', `SELECT Name FROM ${SHELF} WHERE Name = 'Lang Oak' WITH SECURITY_ENFORCED`, [['Lang Oak']]],
  ['a semi-join and an anti-join together', `SELECT Name FROM ${SHELF} WHERE Id IN (SELECT Shelf__c FROM ${BOOK} WHERE ${OURS}) AND Id NOT IN (SELECT Shelf__c FROM ${BOOK} WHERE Pages__c = 400)`, [['Lang Oak']]], // prettier-ignore
  ['aliases of objects', `SELECT b.Name, s.Name FROM ${BOOK} b, b.Shelf__r s WHERE s.Name = 'Lang Pine' AND b.Pages__c > 1`, [['Lang D', expect.objectContaining({ Name: 'Lang Pine' })]]], // prettier-ignore
  [
    'fifteen characters of an id',
    `SELECT Name FROM Account WHERE Name = 'Lang Acme' AND Id != '001000000000000'`,
    [['Lang Acme']],
  ],
  ['quotes and backslashes in texts', `SELECT Name FROM ${BOOK} WHERE Name = 'it\\'s \\"\\\\\\u0041' OR Name = 'Lang\\u0020A'`, [['Lang A']]], // prettier-ignore
  ['FOR REFERENCE', `SELECT Name FROM Account WHERE Name = 'Lang Acme' LIMIT 1 FOR REFERENCE`, [['Lang Acme']]],
  ['FOR VIEW', `SELECT Name FROM Account WHERE Name = 'Lang Acme' LIMIT 1 FOR VIEW`, [['Lang Acme']]],
];

const REFUSALS: readonly (readonly [soql: string, errorCode: string, words: RegExp])[] = [
  [`SELECT Id FROM ${BOOK} WHERE`, 'MALFORMED_QUERY', /unexpected token/],
  [`SELECT Name, COUNT(Id) FROM ${BOOK}`, 'MALFORMED_QUERY', /must be grouped or aggregated/],
  [`SELECT FIELDS(ALL) FROM ${BOOK}`, 'MALFORMED_QUERY', /LIMIT of at most 200/],
  [`SELECT Id FROM ${BOOK} OFFSET 2001`, 'NUMBER_OUTSIDE_VALID_RANGE', /2000/],
  [`SELECT Id FROM ${BOOK} ALL ROWS`, 'MALFORMED_QUERY', /ALL ROWS not allowed in this context/],
  [`SELECT Id FROM ${BOOK} WHERE Pages__c = 'many'`, 'INVALID_FIELD', /must be of type double/],
  [`SELECT Shelf__r.Nothing__r.Name FROM ${BOOK}`, 'INVALID_FIELD', /Didn't understand relationship 'Nothing__r'/],
  [`SELECT Id FROM Account WHERE Description = 'x'`, 'INVALID_FIELD', /can not be filtered/],
  [`SELECT COUNT() FROM ${BOOK} GROUP BY Name`, 'MALFORMED_QUERY', /COUNT\(/],
  [`SELECT Id FROM Account WHERE Owner.Manager.Manager.Manager.Manager.Manager.Name = 'x'`, 'MALFORMED_QUERY', /./],
  [`SELECT Id FROM ${SHELF} WHERE Name = 'x' OR Id IN (SELECT Shelf__c FROM ${BOOK})`, 'MALFORMED_QUERY', /'OR'/],
  [`SELECT Id FROM ${SHELF} WHERE NOT Id IN (SELECT Shelf__c FROM ${BOOK})`, 'MALFORMED_QUERY', /./],
  [`SELECT Id FROM ${SHELF} WHERE Name = 'x' AND (Name = 'y' OR Id IN (SELECT Shelf__c FROM ${BOOK}))`, 'MALFORMED_QUERY', /top level/], // prettier-ignore
  [`SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)`, 'MALFORMED_QUERY', /same object type/],
  [`SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity LIMIT 1)`, 'MALFORMED_QUERY', /./],
  [`SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE OwnerId IN (SELECT Id FROM User))`, 'MALFORMED_QUERY', /Nesting/], // prettier-ignore
  [`SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity) AND Id NOT IN (SELECT AccountId FROM Contact)`, 'MALFORMED_QUERY', /semi join/], // prettier-ignore
  [`SELECT Id FROM ${BOOK} WHERE Read_On__c = LAST_N_DAYS`, 'MALFORMED_QUERY', /ERROR at Row:1:Column:\d+/],
  [`SELECT Id FROM ${BOOK} WHERE Read_On__c = SOMEDAY`, 'MALFORMED_QUERY', /unexpected token: 'SOMEDAY'/],
  [`SELECT Id FROM ${BOOK} WHERE Name IN ()`, 'MALFORMED_QUERY', /unexpected token: '\)'/],
  [`SELECT Id FROM ${BOOK} WHERE Name = 'a' AND Name = 'b' OR Name = 'c'`, 'MALFORMED_QUERY', /unexpected token: 'OR'/],
  [`SELECT Id,\n Nothing__c\nFROM ${BOOK}`, 'INVALID_FIELD', /ERROR at Row:2:Column:2/],
];

describeContract(
  'SOQL',
  (subject, _, testGap) => {
    test.each(ANSWERS)('answers %s', async (_, soql, rows) => {
      const { records } = await subject().connection.query(soql);
      expect(records.map(({ attributes: _attributes, ...values }) => Object.values(values))).toEqual(rows);
    });

    test.each(REFUSALS)('refuses %j as %s', async (soql, errorCode, words) => {
      await expect(subject().connection.query(soql)).rejects.toMatchObject({
        errorCode,
        message: expect.stringMatching(words) as unknown,
      });
    });

    test('answers TYPEOF with the fields of each type', async () => {
      const { records } = await subject().connection.query(
        `SELECT TYPEOF What WHEN Opportunity THEN StageName ELSE Name END FROM Task WHERE Subject LIKE 'Lang %' ORDER BY Subject`,
      );
      expect(records).toMatchObject([
        { What: { attributes: { type: 'Opportunity' }, StageName: 'Prospecting' } },
        { What: { attributes: { type: 'Account' }, Name: 'Lang Acme' } },
      ]);
    });

    test('answers FIELDS(CUSTOM) with all custom fields', async () => {
      const { records } = await subject().connection.query(
        `SELECT FIELDS(CUSTOM) FROM ${BOOK} WHERE Name = 'Lang A' LIMIT 1`,
      );
      expect(records).toMatchObject([{ Pages__c: 100, Read_On__c: '2024-02-29', Long_Read__c: false }]);
    });

    testGap('no location fields: addresses are plain text', 'measures distances', async () => {
      const { records } = await subject().connection.query(
        `SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(37.7,-122.4), 'km') < 20`,
      );
      expect(records).toEqual([]);
    });

    testGap('no data categories', 'filters by data category', async () => {
      await subject().connection.query(
        `SELECT Id FROM KnowledgeArticleVersion WITH DATA CATEGORY Geography__c AT Usa__c`,
      );
    });
  },
  addRecords,
);
