import type { OrgError } from '../error.ts';
import { sql } from './sql.ts';
import { QueryFixture, type AccessRules } from './testing/query-fixture.ts';
import { salesOrg } from './testing/sales-org.ts';

const { org, acme } = salesOrg();

/** Acme is hidden. */
const noAcme: AccessRules = {
  rows: { Account: (alias) => ({ sql: `${alias}."Name" <> ?`, parameters: ['Acme'] }) },
};

describe('rows that the actor may not see', () => {
  test('are not there', () => {
    expect(org.values('SELECT Name FROM Account', noAcme)).toEqual([['globex']]);
    expect(org.soql('SELECT COUNT() FROM Account', noAcme).totalSize).toBe(1);
    expect(org.values('SELECT COUNT(Id) FROM Account', noAcme)).toEqual([[1]]);
    expect(org.values(`SELECT Id FROM Account WHERE Id = '${acme}'`, noAcme)).toEqual([]);
  });

  test('are null as parents', () => {
    const rows = org.values(`SELECT Name, Account.Name, Account.Owner.Name FROM Opportunity ORDER BY Id`, noAcme);
    expect(rows.map(([name, account]) => [name, account === null])).toEqual([
      ['First', true],
      ['second', true],
      ['Third', false],
      ['Orphan', true],
    ]);
  });

  test('tell nothing through a filter, an order, a group or a semi join', () => {
    const names = (text: string) => org.values(text, noAcme).map(([name]) => name);
    expect(names(`SELECT Name FROM Opportunity WHERE Account.Name = 'Acme'`)).toEqual([]);
    expect(names(`SELECT Name FROM Opportunity ORDER BY Account.Name, Name`)).toEqual([
      'First',
      'Orphan',
      'second',
      'Third',
    ]);
    expect(
      org.values(`SELECT Account.Name, COUNT(Id) FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name`, noAcme),
    ).toEqual([
      [null, 3],
      ['globex', 1],
    ]);
    expect(names(`SELECT Name FROM Opportunity WHERE AccountId IN (SELECT Id FROM Account)`)).toEqual(['Third']);
  });

  test('are missing among children', () => {
    const rules: AccessRules = {
      rows: { Opportunity: (alias) => sql`${{ sql: `${alias}."Amount"`, parameters: [] }} < ${200}` },
    };
    const rows = org.soql('SELECT Name, (SELECT Name FROM Opportunities) FROM Account ORDER BY Name', rules).records;
    expect(rows.map((row) => (row['Opportunities'] as { totalSize: number } | null)?.totalSize ?? 0)).toEqual([1, 0]);
  });

  test('still count in roll-ups and formulas, which run for nobody', () => {
    const school = new QueryFixture();
    const author = school.add('User', { Name: 'Ada', City: 'Pisa' });
    const course = school.add('Course__c', { Name: 'C', Author__c: author });
    school.add('Lesson__c', { Course__c: course, Points__c: 4 });
    const nothing = { sql: '0', parameters: [] };
    const rules: AccessRules = {
      rows: { User: () => nothing, Lesson__c: () => nothing },
      unreadableFields: ['Lesson__c.Points__c', 'User.City'],
    };
    expect(school.values('SELECT Points__c, Author_City__c, Author__r.Name FROM Course__c', rules)).toEqual([
      [4, 'Pisa', null],
    ]);
  });
});

describe('fields that the actor may not read', () => {
  const rules: AccessRules = { unreadableFields: ['Opportunity.Amount', 'Account.Industry', 'Opportunity.CampaignId'] };
  const missing = (name: string, entity: string) => `No such column '${name}' on entity '${entity}'`;

  test.each([
    ['SELECT Amount FROM Opportunity', missing('Amount', 'Opportunity')],
    ['SELECT Id FROM Opportunity WHERE Amount > 1', missing('Amount', 'Opportunity')],
    ['SELECT Id FROM Opportunity ORDER BY Amount', missing('Amount', 'Opportunity')],
    ['SELECT MAX(Amount) FROM Opportunity', missing('Amount', 'Opportunity')],
    ['SELECT FORMAT(Amount) FROM Opportunity', missing('Amount', 'Opportunity')],
    ['SELECT Account.Industry, COUNT(Id) FROM Opportunity GROUP BY Account.Industry', missing('Industry', 'Account')],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 1', missing('Amount', 'Opportunity')],
    ['SELECT Account.Industry FROM Opportunity', missing('Industry', 'Account')],
    ['SELECT Id, (SELECT Amount FROM Opportunities) FROM Account', missing('Amount', 'Opportunity')],
    [
      `SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > 1)`,
      missing('Amount', 'Opportunity'),
    ],
    ['SELECT Campaign.Name FROM Opportunity', "Didn't understand relationship 'Campaign' in field path"],
    [
      'SELECT Id, (SELECT Id FROM Opportunities) FROM Campaign',
      "Didn't understand relationship 'Opportunities' in FROM part",
    ],
  ])('%s', (text, message) => {
    expect(() => org.soql(text, rules)).toThrow(message);
  });
});

describe('objects that the actor may not read', () => {
  const rules: AccessRules = { unreadableObjects: ['Account'] };

  test.each([
    ['SELECT Id FROM Account', 'INVALID_TYPE', "sObject type 'Account' is not supported"],
    ['SELECT Account.Name FROM Opportunity', 'INVALID_FIELD', "Didn't understand relationship 'Account' in field path"],
    [
      'SELECT Id FROM Opportunity WHERE AccountId IN (SELECT Id FROM Account)',
      'INVALID_TYPE',
      "sObject type 'Account' is not supported",
    ],
    [
      'SELECT Id, (SELECT Id FROM ChildAccounts) FROM User',
      'INVALID_TYPE',
      "Didn't understand relationship 'ChildAccounts'",
    ],
  ])('%s', (text, errorCode, message) => {
    const failure = failureOf(() => org.soql(text, rules));
    expect(failure).toMatchObject({ errorCode, status: 400 });
    expect(failure.message).toContain(message);
  });
});

function failureOf(work: () => unknown): OrgError {
  try {
    work();
  } catch (error) {
    return error as OrgError;
  }
  throw new Error('No refusal');
}
