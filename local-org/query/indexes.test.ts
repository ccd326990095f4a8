import { aliasSequence } from './joined-tables.ts';
import { compileRecords } from './record-query.ts';
import { soqlToPlan } from './run.ts';
import { QueryFixture, type AccessRules } from './testing/query-fixture.ts';

const org = new QueryFixture();
const id = '0060000000000012AA';

/** How SQLite would run the query. */
function access(text: string, rules: AccessRules = {}): string {
  const { statement } = compileRecords(org.context(rules), soqlToPlan(org.schema, text), aliasSequence());
  return org.database
    .rows(`EXPLAIN QUERY PLAN ${statement.sql}`, statement.parameters)
    .map((row) => String(row[3]))
    .join('\n');
}

describe('indexes are used for', () => {
  test.each([
    [
      'an id',
      `SELECT Name FROM Opportunity WHERE Id = '006000000000001'`,
      'SEARCH t0 USING INDEX sqlite_autoindex_Opportunity_1 (Id=?)',
    ],
    ['ids', `SELECT Name FROM Opportunity WHERE Id IN ('006000000000001', '006000000000002')`, '(Id=?)'],
    ['a lookup', `SELECT Name FROM Opportunity WHERE AccountId = '001000000000001'`, '(AccountId=?)'],
    ['an owner', `SELECT Name FROM Opportunity WHERE OwnerId IN ('005000000000001')`, '(OwnerId=?)'],
    ['a unique key', `SELECT Id FROM Course__c WHERE Key__c = 'a'`, '(Key__c=?)'],
    ['unique keys', `SELECT Id FROM Course__c WHERE Key__c IN ('a', 'b')`, '(Key__c=?)'],
    ['a long list of keys', `SELECT Id FROM Course__c WHERE Key__c IN (${"'k',".repeat(200)}'b')`, '(Key__c=?)'],
    ['a name', `SELECT Id FROM Account WHERE Name = 'ACME'`, '(Name=?)'],
    ['the beginning of a name', `SELECT Id FROM Account WHERE Name LIKE 'ac%'`, '(Name>? AND Name<?)'],
    ['a custom picklist', `SELECT Id FROM Course__c WHERE Status__c IN ('Draft', 'Published')`, '(Status__c=?)'],
    [
      'changes',
      `SELECT Id FROM Account WHERE SystemModstamp >= 2026-01-01T00:00:00Z ORDER BY SystemModstamp`,
      '(SystemModstamp>?)',
    ],
    [
      'a day of changes',
      `SELECT Id FROM Account WHERE SystemModstamp = TODAY`,
      '(SystemModstamp>? AND SystemModstamp<?)',
    ],
    [
      'a semi join',
      `SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE OwnerId = '005000000000001')`,
      '(Id=?)',
    ],
  ])('%s', (_, text, expected) => {
    expect(access(text)).toContain(expected);
    expect(access(text)).not.toMatch(/^SCAN t0/m);
  });

  test('the latest change', () => {
    const steps = access('SELECT Id FROM Account ORDER BY SystemModstamp DESC LIMIT 1');
    expect(steps).toContain('USING INDEX Account:SystemModstamp');
    expect(access('SELECT Id FROM Account ORDER BY Id DESC LIMIT 1')).not.toContain('TEMP B-TREE');
  });

  test('parents, one row each', () => {
    const plan = access(`SELECT Account.Owner.Name FROM Opportunity`, {
      rows: { Account: (alias) => ({ sql: `${alias}."OwnerId" = ?`, parameters: ['x'] }) },
    });
    expect(plan).toContain('SEARCH t1 USING INDEX sqlite_autoindex_Account_1 (Id=?)');
    expect(plan).toContain('SEARCH t2 USING INDEX sqlite_autoindex_User_1 (Id=?)');
  });

  test('children', () => {
    const plan = soqlToPlan(org.schema, 'SELECT Name FROM Opportunity ORDER BY Name LIMIT 2');
    const field = org.schema.field('Opportunity', 'AccountId');
    if (!field) throw new Error('The schema has no AccountId');
    const { statement } = compileRecords(org.context(), plan, aliasSequence(), { field, parentIds: [id] });
    const steps = org.database
      .rows(`EXPLAIN QUERY PLAN ${statement.sql}`, statement.parameters)
      .map((row) => String(row[3]));
    expect(steps.join('\n')).toContain('(AccountId=?)');
  });
});
