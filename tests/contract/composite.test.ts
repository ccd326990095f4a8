import { installContractPackage } from './contract-package.ts';
import { describeContract } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';
const DATA = '/services/data/v66.0';

interface CompositeAnswer {
  readonly compositeResponse: readonly {
    readonly httpStatusCode: number;
    readonly body: unknown;
    readonly referenceId: string;
  }[];
}

describeContract(
  'Composite requests',
  (subject) => {
    test('a subrequest uses what an earlier one made', async () => {
      const answer = await subject().connection.requestPost<CompositeAnswer>('/composite', {
        compositeRequest: [
          {
            method: 'POST',
            url: `${DATA}/sobjects/${SHELF}`,
            referenceId: 'shelf',
            body: { Name: 'Ref', Key__c: 'x/ref' },
          },
          {
            method: 'POST',
            url: `${DATA}/sobjects/${BOOK}`,
            referenceId: 'book',
            body: { Name: 'On it', Shelf__c: '@{shelf.id}' },
          },
          {
            method: 'GET',
            url: `${DATA}/query?q=SELECT+Shelf__r.Name+FROM+${BOOK}+WHERE+Id='@{book.id}'`,
            referenceId: 'read',
          },
        ],
      });
      expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200]);
      expect(answer.compositeResponse[2]?.body).toMatchObject({ records: [{ Shelf__r: { Name: 'Ref' } }] });
    });

    test('with allOrNone one refused subrequest undoes all', async () => {
      const { connection } = subject();
      const answer = await connection.requestPost<CompositeAnswer>('/composite', {
        allOrNone: true,
        compositeRequest: [
          {
            method: 'POST',
            url: `${DATA}/sobjects/${SHELF}`,
            referenceId: 'good',
            body: { Name: 'G', Key__c: 'x/undone' },
          },
          { method: 'POST', url: `${DATA}/sobjects/${SHELF}`, referenceId: 'bad', body: { Name: 'B' } },
        ],
      });
      expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 400]);
      expect(answer.compositeResponse[0]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
      expect(answer.compositeResponse[1]?.body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING' }]);
      expect((await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'x/undone'`)).totalSize).toBe(0);
    });

    test('a reference to nothing halts its subrequest only', async () => {
      const answer = await subject().connection.requestPost<CompositeAnswer>('/composite', {
        compositeRequest: [
          { method: 'GET', url: `${DATA}/sobjects/${SHELF}/@{missing.id}`, referenceId: 'a' },
          { method: 'GET', url: `${DATA}/limits`, referenceId: 'b' },
        ],
      });
      expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 200]);
    });

    test('a batch answers each request', async () => {
      const answer = await subject().connection.requestPost('/composite/batch', {
        batchRequests: [
          { method: 'GET', url: 'v66.0/limits' },
          { method: 'POST', url: `v66.0/sobjects/${SHELF}`, richInput: { Name: 'Batched', Key__c: 'x/batch' } },
          { method: 'GET', url: 'v66.0/sobjects/Nothing__c/describe' },
        ],
      });
      expect(answer).toMatchObject({
        hasErrors: true,
        results: [{ statusCode: 200 }, { statusCode: 201, result: { success: true } }, { statusCode: 404 }],
      });
    });

    test('a tree creates records with their children', async () => {
      const { connection } = subject();
      const answer = await connection.requestPost<{
        hasErrors: boolean;
        results: { referenceId: string; id: string }[];
      }>(`/composite/tree/${SHELF}`, {
        records: [
          {
            attributes: { type: SHELF, referenceId: 's' },
            Name: 'Tree',
            Key__c: 'x/tree',
            Books__r: {
              records: [
                { attributes: { type: BOOK, referenceId: 'b1' }, Name: 'Leaf 1' },
                { attributes: { type: BOOK, referenceId: 'b2' }, Name: 'Leaf 2' },
              ],
            },
          },
        ],
      });
      expect(answer.hasErrors).toBe(false);
      expect(answer.results.map(({ referenceId }) => referenceId)).toEqual(['s', 'b1', 'b2']);
      const { totalSize } = await connection.query(`SELECT Id FROM ${BOOK} WHERE Shelf__r.Key__c = 'x/tree'`);
      expect(totalSize).toBe(2);
    });

    test('a tree with one refused record creates nothing', async () => {
      const { connection } = subject();
      await expect(
        connection.requestPost(`/composite/tree/${SHELF}`, {
          records: [
            { attributes: { type: SHELF, referenceId: 'ok' }, Name: 'Fine', Key__c: 'x/fine' },
            { attributes: { type: SHELF, referenceId: 'no' }, Name: 'No key' },
          ],
        }),
      ).rejects.toBeDefined();
      expect((await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = 'x/fine'`)).totalSize).toBe(0);
    });

    test('a tree in which two records have one reference is refused', async () => {
      const record = { attributes: { type: SHELF, referenceId: 'same' }, Name: 'Same' };
      const { connection } = subject();
      const response = await fetch(`${connection.instanceUrl}${DATA}/composite/tree/${SHELF}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${connection.accessToken ?? ''}`, 'content-type': 'application/json' },
        body: JSON.stringify({ records: [{ ...record, Key__c: 'x/same/1' }, { ...record, Key__c: 'x/same/2' }] }), // prettier-ignore
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        hasErrors: true,
        results: [
          {
            referenceId: 'same',
            errors: [
              { statusCode: 'INVALID_INPUT', message: 'Duplicate ReferenceId provided in the request.', fields: [] },
            ],
          },
        ],
      });
    });

    test('references reach into rows of a query, into texts, and into collections', async () => {
      const { connection } = subject();
      await connection.sobject(SHELF).create({ Name: 'Reached', Key__c: 'x/reach' });
      const answer = await connection.requestPost<CompositeAnswer>('/composite', {
        compositeRequest: [
          {
            method: 'GET',
            url: `${DATA}/query?q=SELECT+Id,Name+FROM+${SHELF}+WHERE+Key__c='x/reach'`,
            referenceId: 'found',
          },
          {
            method: 'PATCH',
            url: `${DATA}/sobjects/${SHELF}/@{found.records[0].Id}`,
            referenceId: 'named',
            body: { Name: 'Was @{found.records[0].Name}' },
          },
          { method: 'GET', url: `${DATA}/sobjects/${SHELF}/@{found.records[0].Id}?fields=Name`, referenceId: 'read' },
          {
            method: 'POST',
            url: `${DATA}/composite/sobjects`,
            referenceId: 'list',
            body: { records: [{ attributes: { type: SHELF }, Name: 'Listed', Key__c: 'x/list' }] },
          },
          {
            method: 'POST',
            url: `${DATA}/sobjects/${BOOK}`,
            referenceId: 'book',
            body: { Name: 'On it', Shelf__c: '@{list[0].id}' },
          },
        ],
      });
      expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 204, 200, 200, 201]);
      expect(answer.compositeResponse[2]?.body).toMatchObject({ Name: 'Was Reached' });
    });

    test('more than 25 subrequests are refused', async () => {
      const compositeRequest = Array.from({ length: 26 }, (_, index) => ({
        method: 'GET',
        url: `${DATA}/limits`,
        referenceId: `r${index}`,
      }));
      await expect(subject().connection.requestPost('/composite', { compositeRequest })).rejects.toBeDefined();
    });
  },
  ({ connection }) => installContractPackage(connection),
);
