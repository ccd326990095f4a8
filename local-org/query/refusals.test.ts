import type { OrgError } from '../error.ts';
import { salesOrg } from './testing/sales-org.ts';

const { org } = salesOrg();

function refusal(text: string): OrgError {
  try {
    org.soql(text);
  } catch (error) {
    return error as OrgError;
  }
  throw new Error(`Not refused: ${text}`);
}

test('a refusal points at the place', () => {
  expect(refusal('SELECT Id,\n  Foo FROM Account').message).toBe(
    `\n  Foo FROM Account\n  ^\nERROR at Row:2:Column:3\nNo such column 'Foo' on entity 'Account'. If you are attempting to use a ` +
      `custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the ` +
      `describe call for the appropriate names.`,
  );
});

const long = `SELECT ${'Name, '.repeat(60)}Foo FROM Account`;

test('a long line is shown around the place', () => {
  const [, line, caret, row] = refusal(long).message.split('\n');
  expect(line?.slice(caret?.indexOf('^'))).toMatch(/^Name/);
  expect(row).toMatch(/^ERROR at Row:1:Column:\d+$/);
  expect(line?.length).toBeLessThan(130);
});

describe.each([
  ['SELECT Foo FROM Account', 'INVALID_FIELD', 8, "No such column 'Foo' on entity 'Account'"],
  ['SELECT Id FROM Account WHERE Foo = 1', 'INVALID_FIELD', 30, "No such column 'Foo' on entity 'Account'"],
  ['SELECT Id FROM Account ORDER BY Foo', 'INVALID_FIELD', 33, "No such column 'Foo' on entity 'Account'"],
  ['SELECT Foo.Name FROM Account', 'INVALID_FIELD', 8, "Didn't understand relationship 'Foo' in field path"],
  ['SELECT Id FROM Foo', 'INVALID_TYPE', 16, "sObject type 'Foo' is not supported"],
  [
    'SELECT Id, (SELECT Id FROM Foos) FROM Account',
    'INVALID_TYPE',
    28,
    "Didn't understand relationship 'Foos' in FROM part of query call",
  ],
  ['SELECT Id, FROM Account', 'MALFORMED_QUERY', 12, "unexpected token: 'FROM'"],
  ['SELECT Id Account', 'MALFORMED_QUERY', 18, "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', 29, "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Account LIMIT x', 'MALFORMED_QUERY', 30, "unexpected token: 'x'"],
  ['UPDATE Account', 'MALFORMED_QUERY', 1, "unexpected token: 'UPDATE'"],
  [
    `SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'`,
    'MALFORMED_QUERY',
    56,
    "unexpected token: 'OR'",
  ],
  [`SELECT Id FROM Account WHERE (Name = 'a'`, 'MALFORMED_QUERY', 41, 'expecting a right parentheses'],
  ['SELECT Id FROM Account WHERE Name = :name', 'MALFORMED_QUERY', 37, 'Bind variables only allowed in Apex code'],
  ['SELECT Id FROM Account ALL ROWS', 'MALFORMED_QUERY', 24, 'ALL ROWS not allowed in this context'],
  ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 31, 'Maximum SOQL offset allowed is 2000'],
  [
    'SELECT FIELDS(ALL) FROM Account',
    'MALFORMED_QUERY',
    25,
    'The SOQL FIELDS function must have a LIMIT of at most 200',
  ],
  ['SELECT Id, Name, Id FROM Account', 'MALFORMED_QUERY', 18, 'duplicate field selected: Id'],
  ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 8, 'only aggregate expressions use field aliasing'],
  ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', 8, 'Field must be grouped or aggregated: Name'],
  [
    'SELECT COUNT(Id) FROM Account LIMIT 1',
    'MALFORMED_QUERY',
    23,
    'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
  ],
  [
    'SELECT Amount, COUNT(Id) FROM Opportunity GROUP BY Amount',
    'INVALID_FIELD',
    52,
    "field 'Amount' can not be grouped in a query call",
  ],
  [
    'SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY Name',
    'MALFORMED_QUERY',
    74,
    'Field must be grouped or aggregated: Name',
  ],
  ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY', 8, 'field Name does not support aggregate operator SUM'],
  [
    'SELECT CALENDAR_YEAR(CreatedDate) FROM Account',
    'MALFORMED_QUERY',
    8,
    'Field must be grouped or aggregated: CreatedDate',
  ],
  [
    `SELECT Id FROM Account WHERE Description = 'x'`,
    'INVALID_FIELD',
    30,
    "field 'Description' can not be filtered in a query call",
  ],
  [
    'SELECT Id FROM Account ORDER BY Description',
    'INVALID_FIELD',
    33,
    "field 'Description' can not be sorted in a query call",
  ],
  [
    `SELECT Id FROM Opportunity WHERE Amount = '5'`,
    'INVALID_FIELD',
    34,
    "value of filter criterion for field 'Amount' must be of type double and should not be enclosed in quotes",
  ],
  [
    'SELECT Id FROM Account WHERE Name = 5',
    'INVALID_FIELD',
    30,
    "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
  ],
  [
    `SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'`,
    'INVALID_FIELD',
    34,
    "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes",
  ],
  [
    'SELECT Id FROM Opportunity WHERE CloseDate = 2026-01-01T00:00:00Z',
    'INVALID_FIELD',
    34,
    "field 'CloseDate' must be of type date",
  ],
  [
    'SELECT Id FROM Account WHERE CreatedDate = 2026-01-01',
    'INVALID_FIELD',
    30,
    "field 'CreatedDate' must be of type dateTime",
  ],
  ['SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30', 'MALFORMED_QUERY', 34, 'Invalid date: 2026-02-30'],
  ['SELECT Id FROM Opportunity WHERE IsWon = 1', 'INVALID_FIELD', 34, "field 'IsWon' must be of type boolean"],
  [`SELECT Id FROM Account WHERE Id = 'abc'`, 'INVALID_QUERY_FILTER_OPERATOR', 30, 'invalid ID field: abc'],
  [`SELECT Id FROM Account WHERE Id LIKE '001%'`, 'INVALID_QUERY_FILTER_OPERATOR', 30, 'invalid operator on id field'],
  [`SELECT Id FROM Account WHERE Name INCLUDES ('a')`, 'INVALID_QUERY_FILTER_OPERATOR', 30, 'invalid operator on Name'],
  ['SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Contact)', 'INVALID_FIELD', 44, "cannot use: 'Name'"],
  ['SELECT Id FROM Account USING SCOPE team', 'MALFORMED_QUERY', 36, 'Unsupported filter scope: team'],
])('%s', (text, errorCode, column, message) => {
  test(`is refused as ${errorCode}`, () => {
    const failure = refusal(text);
    expect(failure).toMatchObject({ errorCode, status: 400 });
    expect(failure.message).toContain(message);
    expect(failure.message).toContain(`ERROR at Row:1:Column:${column}\n`);
  });
});

test.each([
  [`SELECT Id FROM Account WHERE Name = 'a`, "line 1:38 mismatched character '<EOF>' expecting '''"],
  ['SELECT Id FROM Account WHERE Name = "a"', `line 1:36 no viable alternative at character '"'`],
  ['SELECT * FROM Account', "line 1:7 no viable alternative at character '*'"],
])('%s', (text, message) => {
  expect(refusal(text)).toMatchObject({ errorCode: 'MALFORMED_QUERY', message });
});
