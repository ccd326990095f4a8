import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { installContractPackage } from './contract-package.ts';
import { describeCli, type CliSubject } from './describe-cli.ts';

const SHELF = 'Contract_Shelf__c';

/** A plan of accounts with contacts and deals, as `sf data export tree --plan` writes it. */
const TREE: Readonly<Record<string, unknown>> = {
  'plan.json': [
    { sobject: 'Account', files: ['accounts.json'] },
    { sobject: 'Contact', files: ['contacts.json'] },
    { sobject: 'Opportunity', files: ['deals.json'] },
  ],
  'accounts.json': {
    records: [
      { attributes: { type: 'Account', referenceId: 'north' }, Name: 'Northwind', Industry: 'Retail' },
      { attributes: { type: 'Account', referenceId: 'con' }, Name: 'Contoso, "Ltd"' },
    ],
  },
  'contacts.json': {
    records: [
      { attributes: { type: 'Contact', referenceId: 'ana' }, FirstName: 'Ana', LastName: 'Ruiz', AccountId: '@north' },
    ],
  },
  'deals.json': {
    records: [
      {
        attributes: { type: 'Opportunity', referenceId: 'first' },
        ...{ Name: 'First deal', StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 5_000 },
        AccountId: '@north',
      },
      {
        attributes: { type: 'Opportunity', referenceId: 'second' },
        ...{ Name: 'Second deal', StageName: 'Closed Won', CloseDate: '2026-12-31', Amount: 7_000.25 },
        AccountId: '@con',
      },
    ],
  },
};

describeCli(
  'data',
  (subject, testCli, testCliLong) => {
    const sf: CliSubject['cli']['sf'] = (...args) => subject().cli.sf(...args);
    const json: CliSubject['cli']['json'] = (...args) => subject().cli.json(...args);
    const write = (file: string, text: string): void => writeFileSync(join(subject().cli.folder, file), text);
    const read = (file: string): string => readFileSync(join(subject().cli.folder, file), 'utf8');
    const query = (...args: string[]): ReturnType<typeof sf> => sf('data', 'query', ...args);

    testCli('logs in with a token and shows the org', async () => {
      const { result } = await json('org', 'display');
      expect(result).toMatchObject({ alias: 'local', connectedStatus: 'Connected', apiVersion: '66.0' });
    });

    testCli('imports a tree of parents and children by a plan', async () => {
      for (const [file, content] of Object.entries(TREE)) write(file, JSON.stringify(content));
      const { result } = await json('data', 'import', 'tree', '--plan', 'plan.json');
      expect(result).toMatchObject(
        ['north', 'con', 'ana', 'first', 'second'].map((refId) => ({ refId, id: expect.any(String) as unknown })),
      );
    });

    testCli('shows a query as a table, with parents and blanks', async () => {
      const { stdout } = await query(
        '--query',
        'SELECT Name, Account.Name, Account.Owner.IsActive, Account.Industry, Amount FROM Opportunity ORDER BY Name',
      );
      expect(stdout).toContain('Total number of records retrieved: 2.');
      expect(rowsOf(stdout)).toEqual([
        ['NAME', 'ACCOUNT.NAME', 'ACCOUNT.OWNER.ISACTIVE', 'ACCOUNT.INDUSTRY', 'AMOUNT'],
        ['First deal', 'Northwind', 'true', 'Retail', '5000'],
        expect.arrayContaining(['Second deal', 'Contoso, "Ltd"', 'true', '7000.25']),
      ]);
    });

    testCliLong('shows children and aggregates as a table', async () => {
      const children = await query(
        '--query',
        "SELECT Name, (SELECT Name FROM Opportunities) FROM Account WHERE Name LIKE 'North%'",
      );
      expect(rowsOf(children.stdout)).toEqual([
        ['NAME', 'OPPORTUNITIES.NAME'],
        ['Northwind', 'First deal'],
      ]);
      const sums = await query(
        '--query',
        'SELECT StageName, COUNT(Id), SUM(Amount) total FROM Opportunity GROUP BY StageName ORDER BY StageName',
      );
      expect(rowsOf(sums.stdout)).toEqual([
        ['STAGENAME', 'COUNT(ID)', 'TOTAL'],
        ['Prospecting', '1', '5000'],
        ['Closed Won', '1', '7000.25'],
      ]);
    });

    testCli('writes a query as CSV', async () => {
      const { stdout } = await query(
        '--query',
        'SELECT Account.Name account, SUM(Amount) FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name',
        '--result-format',
        'csv',
      );
      expect(stdout).toContain('account,sum(Amount)\n"Contoso, ""Ltd""",7000.25\nNorthwind,5000\n');
    });

    testCli('shows where in a query the fault is', async () => {
      const { exitCode, stderr } = await query('--query', 'SELECT Id, Nothing__c FROM Account');
      expect(exitCode).toBe(1);
      expect(stderr).toContain('\nSELECT Id, Nothing__c FROM Account\n           ^\nERROR at Row:1:Column:12\n');
      expect(stderr).toContain("No such column 'Nothing__c' on entity 'Account'.");
    });

    testCliLong('says what is wrong with other queries', async () => {
      for (const [soql, problem] of [
        ['SELECT Id FROM', 'unexpected token'],
        ['SELECT Id FROM Nothing__c', "sObject type 'Nothing__c' is not supported."],
        ["SELECT Id FROM Account WHERE Name = 'x", "mismatched character '<EOF>' expecting"],
      ] as const) {
        const { exitCode, stderr } = await query('--query', soql);
        expect(exitCode).toBe(1);
        expect(stderr).toContain(problem);
      }
    });

    testCli('creates, reads, changes and deletes a record', async () => {
      const created = await json(
        ...['data', 'create', 'record', '--sobject', SHELF],
        ...['--values', "Name='One shelf' Key__c=cli/record Kind__c=Oak"],
      );
      const { id = '' } = created.result as { readonly id?: string };
      const one = ['--sobject', SHELF, '--record-id', id];
      await sf('data', 'update', 'record', ...one, '--values', 'Kind__c=Pine');
      const { result } = await json('data', 'get', 'record', ...one);
      expect(result).toMatchObject({ Id: id, Name: 'One shelf', Kind__c: 'Pine' });
      expect((await sf('data', 'delete', 'record', ...one)).stdout).toContain(`Successfully deleted record: ${id}.`);
    });

    testCliLong("refuses a record in the platform's words", async () => {
      for (const [values, problem] of [
        ['Name=1', 'Required fields are missing: [StageName, CloseDate]'],
        ['Nothing__c=1', "No such column 'Nothing__c' on sobject of type Opportunity"],
        ['Name=1 StageName=Prospecting CloseDate=soon', 'soon'],
      ] as const) {
        const { exitCode, stderr } = await sf(
          ...['data', 'create', 'record', '--sobject', 'Opportunity', '--values', values],
        );
        expect(exitCode).toBe(1);
        expect(stderr).toContain(problem);
      }
    });

    testCliLong('updates and deletes in bulk', async () => {
      const { id } = await subject().connection.sobject('Account').create({ Name: 'To change' });
      write('change.csv', `Id,Name\n${String(id)},Changed\n`);
      write('delete.csv', `Id\n${String(id)}\n`);
      const job = ['--sobject', 'Account', '--wait', '5'];
      expect(await json('data', 'update', 'bulk', '--file', 'change.csv', ...job)).toMatchObject({ status: 0 });
      expect(await json('data', 'delete', 'bulk', '--file', 'delete.csv', ...job)).toMatchObject({ status: 0 });
      const soql = `SELECT Name, IsDeleted FROM Account WHERE Id = '${String(id)}'`;
      const { records } = await subject().connection.query(soql, { scanAll: true });
      expect(records).toMatchObject([{ Name: 'Changed', IsDeleted: true }]);
    });

    testCliLong('exports a tree that it imports again, and says which record of a tree is refused', async () => {
      const soql = "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Northwind'";
      const out = ['--output-dir', 'tree', '--plan'];
      expect((await sf('data', 'export', 'tree', '--query', soql, ...out)).stdout).toContain('wrote 1 records to');
      const again = await json('data', 'import', 'tree', '--plan', join('tree', 'Account-Contact-plan.json'));
      expect(again).toMatchObject({ status: 0, result: [{ type: 'Account' }, { type: 'Contact' }] });
      const records = [{ attributes: { type: 'Contact', referenceId: 'nobody' }, FirstName: 'No' }];
      write('bad.json', JSON.stringify({ records }));
      const refused = await sf('data', 'import', 'tree', '--files', 'bad.json');
      expect(refused.exitCode).toBe(1);
      expect(`${refused.stdout}${refused.stderr}`).toContain('Required fields are missing: [LastName]');
    });

    testCliLong('searches, and tells limits, objects and fields', async () => {
      const search = ['data', 'search', '--query', 'FIND {Northwind} IN NAME FIELDS RETURNING Account(Name)'];
      expect((await sf(...search)).stdout).toContain('Northwind');
      const { result: limits } = await json('org', 'list', 'limits');
      expect(limits).toContainEqual(expect.objectContaining({ name: 'DailyApiRequests' }));
      const { result: objects } = await json('sobject', 'list', '--sobject', 'custom');
      expect(objects).toEqual(expect.arrayContaining([SHELF]));
      const { result: described } = await json('sobject', 'describe', '--sobject', SHELF);
      expect(described).toMatchObject({ name: SHELF, label: 'Contract Shelf' });
      const unknown = await sf('sobject', 'describe', '--sobject', 'Nothing__c');
      expect(unknown.stderr).toContain('The requested resource does not exist');
    });

    testCliLong('sends requests as they are', async () => {
      const path = 'services/data/v66.0/sobjects/Account';
      const rest = (body: string): ReturnType<typeof sf> =>
        sf('api', 'request', 'rest', path, '--method', 'POST', '--body', body);
      expect(JSON.parse((await rest('{"Name":"By REST"}')).stdout)).toMatchObject({ success: true });
      expect(JSON.parse((await rest('{"Nothing":1}')).stdout)).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
      const graphql = 'query { uiapi { query { Account(first: 1) { edges { node { Id } } } } } }';
      const { stdout } = await sf('api', 'request', 'graphql', '--body', graphql);
      expect(JSON.parse(stdout)).toMatchObject({ data: { uiapi: { query: { Account: { edges: [{}] } } } } });
    });

    testCliLong('gives a link into the org', async () => {
      const { result } = await json('org', 'open', '--url-only', '--path', 'lightning/page/home');
      expect((result as { readonly url: string }).url).toMatch(/\/secur\/frontdoor\.jsp\?/);
    });

    testCli('upserts in bulk by an external id', async () => {
      await subject().connection.sobject(SHELF).create({ Name: 'Old', Key__c: 'cli/1' });
      write('shelves.csv', 'Key__c,Name,Kind__c\ncli/1,Renamed,Oak\ncli/2,"New, and wide",Pine\n');
      const file = ['--file', 'shelves.csv', '--sobject', SHELF, '--external-id', 'Key__c', '--wait', '5'];
      const { status, result } = await json('data', 'upsert', 'bulk', ...file);
      expect({ status, result }).toMatchObject({
        status: 0,
        result: {
          jobInfo: { state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 0 },
          records: { successfulResults: [{ sf__Created: 'false' }, { sf__Created: 'true' }] },
        },
      });
      expect(await namesOf(subject())).toEqual(['New, and wide', 'Renamed']);
    });

    testCli('imports in bulk, and keeps the reasons of what is refused', async () => {
      write('more.csv', 'Name,Key__c,Kind__c\nThird,cli/3,Oak\nNo key,,Oak\n');
      const file = ['--file', 'more.csv', '--sobject', SHELF, '--wait', '5'];
      const { exitCode, stdout, stderr } = await sf('data', 'import', 'bulk', ...file);
      expect(exitCode).toBe(1);
      expect(stderr).toContain('Job finished being processed but failed to process 1 records.');
      const [jobId = ''] = /750\w{15}/.exec(stdout) ?? [];
      const results = await sf('data', 'bulk', 'results', '--job-id', jobId);
      expect(results.stdout).toMatch(/Processed records: 2\s+Failed records: 1/);
      expect(read(`${jobId}-failed-records.csv`)).toContain(
        '"REQUIRED_FIELD_MISSING:Required fields are missing: [Key__c]:Key__c --","No key","","Oak"',
      );
    });

    testCliLong('fails a bulk import of which a column is no field', async () => {
      write('odd.csv', 'Name,Nothing__c\nx,1\n');
      const { exitCode, stderr } = await sf(
        'data',
        'import',
        'bulk',
        '--file',
        'odd.csv',
        '--sobject',
        SHELF,
        '--wait',
        '5',
      );
      expect(exitCode).toBe(1);
      expect(stderr).toContain('InvalidBatch : Field name not found : Nothing__c');
    });

    testCli('exports in bulk', async () => {
      const soql = `SELECT Key__c, Name, CreatedBy.IsActive FROM ${SHELF} WHERE Key__c < 'cli/3' ORDER BY Key__c`;
      const file = ['--output-file', 'out.csv', '--result-format', 'csv', '--wait', '5'];
      const { exitCode } = await sf('data', 'export', 'bulk', '--query', soql, ...file);
      expect(exitCode).toBe(0);
      expect(read('out.csv')).toBe(
        '"Key__c","Name","CreatedBy.IsActive"\n"cli/1","Renamed","true"\n"cli/2","New, and wide","true"\n',
      );
    });
  },
  ({ connection }) => installContractPackage(connection),
);

async function namesOf({ connection }: CliSubject): Promise<string[]> {
  const { records } = await connection.query<{ Name: string }>(
    `SELECT Name FROM ${SHELF} WHERE Key__c LIKE 'cli/%' ORDER BY Name`,
  );
  return records.map(({ Name }) => Name);
}

/** The rows of a printed table, its head first: cells stand two or more blanks apart. */
function rowsOf(table: string): string[][] {
  const lines = table.split('\n').filter((line) => /^ \S/.test(line));
  return lines.map((line) => line.trim().split(/ {2,}/));
}
