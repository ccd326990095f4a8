import type { Connection } from 'jsforce';

import { install } from './install.ts';
import { installContractPackage, manifest, zipOf } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const HARD_DELETE = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Contract Hard Delete</label>
<userPermissions><enabled>true</enabled><name>BulkApiHardDelete</name></userPermissions></PermissionSet>`;

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

describeContract(
  'Bulk API 2.0 jobs',
  (subject) => {
    async function send(method: string, path: string, body?: object | string): Promise<Reply> {
      const { connection } = subject();
      const isCsv = typeof body === 'string';
      const response = await fetch(`${connection.instanceUrl}/services/data/v66.0/jobs${path}`, {
        method,
        headers: {
          authorization: `Bearer ${connection.accessToken ?? ''}`,
          'content-type': isCsv ? 'text/csv' : 'application/json',
        },
        ...(body === undefined ? {} : { body: isCsv ? body : JSON.stringify(body) }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    }

    const jsonOf = ({ text }: Reply): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
    const errorOf = ({ text }: Reply): string | undefined =>
      (JSON.parse(text) as readonly { readonly errorCode: string }[])[0]?.errorCode;

    async function open(settings: object = {}): Promise<string> {
      return String(jsonOf(await send('POST', '/ingest', { object: SHELF, operation: 'insert', ...settings }))['id']);
    }

    async function ended(id: string): Promise<Record<string, unknown>> {
      for (;;) {
        const job = jsonOf(await send('GET', `/ingest/${id}`));
        if (!['UploadComplete', 'InProgress'].includes(String(job['state']))) return job;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }

    test('rows that are refused are counted and told with their reasons; the others are written', async () => {
      const id = await open({ lineEnding: 'LF' });
      const rows = 'Name,Key__c,Kind__c\nGood,j/1,Oak\nOdd wood,j/2,Steel\nTaken,J/1,Oak\nGood too,j/3,Pine\n';
      expect((await send('PUT', `/ingest/${id}/batches`, rows)).status).toBe(201);
      await send('PATCH', `/ingest/${id}`, { state: 'UploadComplete' });
      expect(await ended(id)).toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: 4,
        numberRecordsFailed: 2,
      });
      const failed = (await send('GET', `/ingest/${id}/failedResults`)).text.trim().split('\n');
      expect(failed[0]).toBe('"sf__Id","sf__Error","Name","Key__c","Kind__c"');
      expect(failed[1]).toMatch(
        /^"","INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:.*:Kind__c --","Odd wood","j\/2","Steel"$/,
      );
      expect(failed[2]).toMatch(/^"","DUPLICATE_VALUE:.*","Taken","J\/1","Oak"$/);
      const successful = (await send('GET', `/ingest/${id}/successfulResults`)).text.trim().split('\n');
      expect(successful.slice(1).map((line) => line.split(',').slice(1).join(','))).toEqual([
        '"true","Good","j/1","Oak"',
        '"true","Good too","j/3","Pine"',
      ]);
    });

    test('an aborted job writes nothing, takes no more data, and can be deleted', async () => {
      const id = await open();
      await send('PUT', `/ingest/${id}/batches`, 'Name,Key__c\nNever,j/never\n');
      expect(jsonOf(await send('PATCH', `/ingest/${id}`, { state: 'Aborted' }))).toMatchObject({
        id,
        state: 'Aborted',
      });
      expect(errorOf(await send('PATCH', `/ingest/${id}`, { state: 'UploadComplete' }))).toBe('INVALIDJOBSTATE');
      const { totalSize } = await subject().connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'j/never'`);
      expect(totalSize).toBe(0);
      expect((await send('DELETE', `/ingest/${id}`)).status).toBe(204);
      expect((await send('GET', `/ingest/${id}`)).status).toBe(404);
    });

    test('a job that is complete is not aborted, and one that is open is not deleted', async () => {
      const id = await open();
      expect(errorOf(await send('DELETE', `/ingest/${id}`))).toBe('INVALIDJOBSTATE');
      await send('PUT', `/ingest/${id}/batches`, 'Name,Key__c\nDone,j/done\n');
      await send('PATCH', `/ingest/${id}`, { state: 'UploadComplete' });
      await ended(id);
      expect(errorOf(await send('PATCH', `/ingest/${id}`, { state: 'Aborted' }))).toBe('INVALIDJOBSTATE');
    });

    test('data that came twice is told when the job is closed', async () => {
      const id = await open();
      await send('PUT', `/ingest/${id}/batches`, 'Name,Key__c\nOne,j/one\n');
      await send('PUT', `/ingest/${id}/batches`, 'Name,Key__c\nTwo,j/two\n');
      const refused = await send('PATCH', `/ingest/${id}`, { state: 'UploadComplete' });
      expect(errorOf(refused)).toBe('INVALIDJOB');
      expect(refused.text).toContain(`contents for job: `);
      await send('PATCH', `/ingest/${id}`, { state: 'Aborted' });
    });

    test('other delimiters and line ends are taken, and given back', async () => {
      const id = await open({ columnDelimiter: 'TAB', lineEnding: 'CRLF' });
      await send('PUT', `/ingest/${id}/batches`, 'Name\tKey__c\r\nTabbed, with a comma\tj/tab\r\n');
      await send('PATCH', `/ingest/${id}`, { state: 'UploadComplete' });
      expect(await ended(id)).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
      const { text } = await send('GET', `/ingest/${id}/successfulResults`);
      expect(text).toMatch(/"?sf__Id"?\t.*\r\n.*\t"?Tabbed, with a comma"?\t"?j\/tab"?\r\n$/);
    });

    test('results of a query come page by page, by locator', async () => {
      const { connection } = subject();
      const shelves = Array.from({ length: 25 }, (_, index) => ({ Name: 'Paged', Key__c: `page/${index}` }));
      await connection.sobject(SHELF).create(shelves);
      const query = `SELECT Key__c FROM ${SHELF} WHERE Name = 'Paged'`;
      const { id } = jsonOf(await send('POST', '/query', { operation: 'query', query })) as { id: string };
      await waitForQuery(id);
      const keys: string[] = [];
      const sizes: string[] = [];
      let locator = '';
      do {
        const next = locator === '' ? '' : `&locator=${locator}`;
        const { headers, text } = await send('GET', `/query/${id}/results?maxRecords=10${next}`);
        keys.push(...text.trim().split('\n').slice(1));
        sizes.push(headers.get('sforce-numberofrecords') ?? '');
        locator = headers.get('sforce-locator') ?? 'null';
      } while (locator !== 'null');
      expect(sizes).toEqual(['10', '10', '5']);
      expect(new Set(keys).size).toBe(25);
      const listed = jsonOf(await send('GET', '/query'))['records'] as { id: string }[];
      expect(listed.map((job) => job.id)).toContain(id);
      expect((await send('DELETE', `/query/${id}`)).status).toBe(204);
    });

    async function waitForQuery(id: string): Promise<void> {
      while (jsonOf(await send('GET', `/query/${id}`))['state'] !== 'JobComplete') {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }

    test.each([
      ['aggregates', `SELECT COUNT(Id) FROM ${SHELF}`],
      ['groups', `SELECT Kind__c, COUNT(Id) FROM ${SHELF} GROUP BY Kind__c`],
      ['an offset', `SELECT Id FROM ${SHELF} LIMIT 5 OFFSET 5`],
      ['children', `SELECT Id, (SELECT Id FROM Books__r) FROM ${SHELF}`],
      ['types', 'SELECT TYPEOF What WHEN Account THEN Name END FROM Task'],
    ])('a query job with %s is refused', async (_, query) => {
      expect(await send('POST', '/query', { operation: 'query', query })).toMatchObject({ status: 400 });
    });

    test('a query job with a fault is refused in the words of a query', async () => {
      const reply = await send('POST', '/query', { operation: 'query', query: `SELECT Nothing__c FROM ${SHELF}` });
      expect([reply.status, errorOf(reply)]).toEqual([400, 'INVALID_FIELD']);
    });

    test.each([
      ['an operation that there is not', { operation: 'merge' }],
      ['an upsert without its key', { operation: 'upsert' }],
      ['another format', { contentType: 'XML' }],
    ])('a job with %s is refused', async (_, settings) => {
      const reply = await send('POST', '/ingest', { object: SHELF, operation: 'insert', ...settings });
      expect(reply.status).toBe(400);
    });

    test('a hard delete asks for its own right, and leaves nothing in the recycle bin', async () => {
      const { connection } = subject();
      const settings = { operation: 'hardDelete' };
      const refused = await send('POST', '/ingest', { object: SHELF, ...settings });
      expect([refused.status, errorOf(refused)]).toEqual([400, 'FEATURENOTENABLED']);
      await grantHardDelete(connection);
      const created = await connection.sobject(SHELF).create({ Name: 'For good', Key__c: 'j/for-good' });
      const id = await open(settings);
      await send('PUT', `/ingest/${id}/batches`, `Id\n${String(created.id)}\n`);
      await send('PATCH', `/ingest/${id}`, { state: 'UploadComplete' });
      expect(await ended(id)).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
      const left = await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'j/for-good'`, { scanAll: true });
      expect(left.totalSize).toBe(0);
    });
  },
  ({ connection }) => installContractPackage(connection),
);

async function grantHardDelete(connection: Connection): Promise<void> {
  const zip = await zipOf({
    'package.xml': manifest({ PermissionSet: ['Contract_Hard_Delete'] }),
    'permissionsets/Contract_Hard_Delete.permissionset': HARD_DELETE,
  });
  await install(connection, zip, 'Contract_Hard_Delete');
}
