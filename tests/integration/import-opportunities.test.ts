import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../service/connection/index.ts';
import { type ImportOutcome, importOpportunities, readMapping } from '../../service/importers/index.ts';
import { ROWS, writeCrmFiles } from './support/crm-files.ts';
import { type TestOrg, startDeployedOrg } from './support/deployed-org.ts';
import { runKilled } from './support/killing-proxy.ts';

jest.setTimeout(300_000);

const MAPPING = 'service/importers/mappings/maven-crm.json';

let org: TestOrg;
let client: OrgClient;
let data: string;

beforeEach(async () => {
  org = await startDeployedOrg();
  client = await org.connect();
  data = mkdtempSync(join(tmpdir(), 'fluency-crm-'));
  writeCrmFiles(data);
});

afterEach(async () => {
  await org.close();
  rmSync(data, { recursive: true, force: true });
});

const load = (options = {}): Promise<ImportOutcome> => importOpportunities(client, data, readMapping(MAPPING), options);
const count = async (object: string, where = ''): Promise<number> =>
  Number((await client.query(`SELECT COUNT(Id) n FROM ${object} ${where}`))[0]?.['n']);

async function expectWholeImport(): Promise<void> {
  expect(await count('Opportunity')).toBe(ROWS);
  expect(await count('OpportunityLineItem')).toBe(ROWS);
  expect(await count('Product2', "WHERE Import_Key__c LIKE 'maven:%'")).toBe(2);
  expect(await count('PricebookEntry', "WHERE Product2.Import_Key__c LIKE 'maven:%'")).toBe(2);
  expect(await count('User', "WHERE Username LIKE '%@maven.example.com'")).toBe(5);
  const wrong = await client.query('SELECT Id FROM Opportunity WHERE Pricebook2Id = null OR Import_Key__c = null');
  expect(wrong).toEqual([]);
}

it('loads people, catalogue, accounts and deals, and reports what it mended and refused', async () => {
  const { report, rows, counts } = await load();
  expect(rows).toBe(ROWS + 1);
  await expectWholeImport();
  expect(report.entries.filter((entry) => entry.outcome === 'refused')).toMatchObject([
    { row: 'BAD', rule: 'unknown-owner', line: ROWS + 2 },
  ]);
  expect(counts['Opportunity']).toEqual({ created: ROWS, updated: 0, unchanged: 0, refused: 0 });

  const [deal] = await client.query(
    "SELECT Name, StageName, Amount, CloseDate, Owner.Username, Account.Name, Account.Parent.Name, Account.Industry FROM Opportunity WHERE Import_Key__c = 'maven:opportunity:k2'",
  );
  expect(deal).toMatchObject({
    Name: 'Bluth Company – GTX Pro',
    StageName: 'Closed Won',
    Amount: 20,
    CloseDate: '2017-03-03',
    Owner: { Username: 'rosie.papadopoulos@maven.example.com' },
    Account: { Name: 'Bluth Company', Industry: 'Technology', Parent: { Name: 'Acme Corporation' } },
  });
  const [open] = await client.query(
    "SELECT StageName, Amount, AccountId, CloseDate FROM Opportunity WHERE Import_Key__c = 'maven:opportunity:k4'",
  );
  expect(open).toMatchObject({ StageName: 'Qualification', Amount: 4821, AccountId: null });
  const [rep] = await client.query(
    "SELECT Sales_Role__c, Manager.Name, UserRole.Name FROM User WHERE Username = 'moses.frase@maven.example.com'",
  );
  expect(rep).toMatchObject({
    Sales_Role__c: 'Account Executive',
    Manager: { Name: 'Dustin Brinkmann' },
    UserRole: { Name: 'Central: team of Dustin Brinkmann' },
  });
  expect(await count('PermissionSetAssignment', "WHERE PermissionSet.Name = 'Fluency_Rep'")).toBe(3);
});

it('writes nothing new the second time, and only what changed the third', async () => {
  await load();
  const { counts } = await load();
  for (const object of Object.values(counts)) expect(object).toMatchObject({ created: 0, updated: 0 });
  const path = join(data, 'sales_pipeline.csv');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      'K0,Anna Snelling,GTXPro,,Engaging,2017-01-05,,',
      'K0,Anna Snelling,GTXPro,Acme Corporation,Won,2017-01-05,2017-03-01,4000',
    ),
  );
  const third = await load();
  expect(third.counts['Opportunity']).toMatchObject({ created: 0, updated: 1 });
  expect(third.counts['OpportunityLineItem']).toMatchObject({ created: 0, updated: 1 });
  const [deal] = await client.query(
    "SELECT StageName, Amount FROM Opportunity WHERE Import_Key__c = 'maven:opportunity:k0'",
  );
  expect(deal).toMatchObject({ StageName: 'Closed Won', Amount: 4000 });
});

it('writes nothing in a dry run', async () => {
  const { counts } = await load({ dryRun: true });
  expect(counts['Opportunity']).toMatchObject({ created: ROWS });
  expect(await count('Opportunity')).toBe(0);
  expect(await count('User', "WHERE Username LIKE '%@maven.example.com'")).toBe(0);
});

it('completes an import that was killed, with nothing doubled', async () => {
  const target = { url: org.url, accessToken: client.session().accessToken };
  const args = ['import', 'opportunities', '--data', data, '--report', join(data, 'report.csv')];
  for (const [index, request] of [4, 6, 8, 9, 11, 13, 15, 17, 18].entries()) {
    await runKilled(args, target, { request, when: index % 2 === 0 ? 'after' : 'before' });
  }
  await load();
  await expectWholeImport();
  const { counts } = await load();
  for (const object of Object.values(counts)) expect(object).toMatchObject({ created: 0, updated: 0 });
});
