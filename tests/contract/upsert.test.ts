import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';

describeContract(
  'Upserts and external ids',
  (subject) => {
    interface Reply {
      readonly status: number;
      readonly location: string | null;
      readonly body: unknown;
    }

    /** A request as any client sends it, for its status. */
    async function send(method: string, path: string, body?: object): Promise<Reply> {
      const { connection } = subject();
      const response = await fetch(`${connection.instanceUrl}/services/data/v66.0${path}`, {
        method,
        headers: { authorization: `Bearer ${connection.accessToken ?? ''}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        location: response.headers.get('location'),
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      };
    }

    async function twoBooks(number: string): Promise<string[]> {
      const { connection } = subject();
      const { id: shelf } = await connection.sobject(SHELF).create({ Name: 'Two', Key__c: `u/${number}` });
      const books = ['One', 'Two'].map((Name) => ({ Name, Shelf__c: String(shelf), Print_Number__c: number }));
      return (await connection.sobject(BOOK).create(books)).map(({ id }) => String(id)).sort();
    }

    test('creating answers 201 and where the record is', async () => {
      const { status, location, body } = await send('POST', `/sobjects/${SHELF}`, { Name: 'Made', Key__c: 'u/made' });
      const { id } = body as { id: string };
      expect({ status, location }).toEqual({ status: 201, location: `/services/data/v66.0/sobjects/${SHELF}/${id}` });
    });

    test('an upsert answers 201 with created true, then 200 with created false', async () => {
      const path = `/sobjects/${SHELF}/Key__c/upserted`;
      const first = await send('PATCH', path, { Name: 'First' });
      const { id } = first.body as { id: string };
      expect(first).toMatchObject({ status: 201, body: { success: true, created: true, errors: [] } });
      expect(await send('PATCH', path, { Name: 'Second' })).toMatchObject({
        status: 200,
        body: { id, created: false },
      });
    });

    test('a key that two records have is answered with both, status 300', async () => {
      const ids = await twoBooks('twice');
      const urls = ids.map((id) => `/services/data/v66.0/sobjects/${BOOK}/${id}`);
      for (const [method, body] of [['GET'], ['PATCH', { Name: 'Changed' }], ['DELETE']] as const) {
        const reply = await send(method, `/sobjects/${BOOK}/Print_Number__c/twice`, body);
        expect({ method, status: reply.status }).toEqual({ method, status: 300 });
        expect([...(reply.body as string[])].sort()).toEqual(urls);
      }
      const { records } = await subject().connection.query<{ Name: string }>(
        `SELECT Name FROM ${BOOK} WHERE Print_Number__c = 'twice' ORDER BY Name`,
      );
      expect(records.map(({ Name }) => Name)).toEqual(['One', 'Two']);
    });

    test('in a collection such a key is refused as DUPLICATE_EXTERNAL_ID, and the others are saved', async () => {
      await twoBooks('shared');
      const results = await subject()
        .connection.sobject(BOOK)
        .upsert(
          [
            { Print_Number__c: 'shared', Name: 'Changed' },
            { Print_Number__c: 'alone', Name: 'New', Shelf__c: await shelfId() },
          ],
          'Print_Number__c',
        );
      expect(results).toMatchObject([
        { success: false, errors: [{ statusCode: 'DUPLICATE_EXTERNAL_ID' }] },
        { success: true, created: true },
      ]);
    });

    async function shelfId(): Promise<string> {
      const { records } = await subject().connection.query<{ Id: string }>(`SELECT Id FROM ${SHELF} LIMIT 1`);
      return records[0]?.Id ?? '';
    }

    test('a record comes with the fields that are asked for, and its id', async () => {
      const { connection } = subject();
      const { id } = await connection.sobject(SHELF).create({ Name: 'Some', Key__c: 'u/some' });
      const { attributes: _attributes, ...fields } = await connection.request<Record<string, unknown>>(
        `/sobjects/${SHELF}/${String(id)}?fields=Name`,
      );
      expect(fields).toEqual({ Id: id, Name: 'Some' });
    });

    test('a field that is no external id finds nothing', async () => {
      expect(await send('PATCH', `/sobjects/${SHELF}/Name/x`, { Kind__c: 'Oak' })).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND' }],
      });
    });
  },
  ({ connection }) => installContractPackage(connection),
);
