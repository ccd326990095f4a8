import { installContractPackage } from './contract-package.ts';
import { describeContract, type Subject } from './describe-contract.ts';

const SHELF = 'Contract_Shelf__c';
const BOOK = 'Contract_Book__c';

interface Answer {
  readonly data: { readonly uiapi: Record<string, Record<string, unknown>> } | null;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly ErrorType: string } }[];
}

async function ask({ connection }: Subject, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  return connection.requestPost<Answer>('/graphql', { query, variables });
}

/** The records of a list, without Relay's wrapping. */
function nodes(list: unknown): unknown[] {
  return (list as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
}

describeContract(
  'GraphQL',
  (subject) => {
    beforeAll(async () => {
      const { connection } = subject();
      const [oak, pine] = await connection.sobject(SHELF).create([
        { Name: 'Gql Oak', Key__c: 'g/oak', Kind__c: 'Oak' },
        { Name: 'Gql Pine', Key__c: 'g/pine', Kind__c: 'Pine' },
      ]);
      await connection.sobject(BOOK).create(
        Array.from({ length: 25 }, (_, index) => ({
          Name: `Gql ${String(index).padStart(2, '0')}`,
          Shelf__c: index < 20 ? oak?.id : pine?.id,
          Pages__c: index * 100,
          ...(index < 24 ? { Read_On__c: '2026-01-31' } : {}),
        })),
      );
    });

    test('values come with display values, and a page has ten records unless asked for more', async () => {
      const { data, errors } = await ask(
        subject(),
        `query Books($name: String) { uiapi { query {
          ${BOOK}(where: { Name: { like: $name } }, orderBy: { Name: { order: ASC } }) {
            edges { node { Id ApiName Name { value } Pages__c { value displayValue } Read_On__c { value displayValue }
              Shelf__r { Name { value } Kind__c { value displayValue label } } } cursor }
            pageInfo { hasNextPage hasPreviousPage endCursor } totalCount pageResultCount } } } }`,
        { name: 'Gql%' },
      );
      expect(errors).toEqual([]);
      const list = data?.uiapi['query']?.[BOOK];
      expect(list).toMatchObject({
        totalCount: 25,
        pageResultCount: 10,
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
      });
      expect(nodes(list)[11 - 1 - 1]).toMatchObject({
        ApiName: BOOK,
        Name: { value: 'Gql 09' },
        Pages__c: { value: 900, displayValue: '900' },
        Read_On__c: { value: '2026-01-31', displayValue: '1/31/2026' },
        Shelf__r: {
          Name: { value: 'Gql Oak' },
          Kind__c: { value: 'Oak', displayValue: 'Oak wood', label: 'Oak wood' },
        },
      });
    });

    test('a cursor leads to the next page', async () => {
      const query = `query Page($after: String) { uiapi { query {
        ${BOOK}(first: 20, after: $after, where: { Name: { like: "Gql%" } }, orderBy: { Name: { order: ASC } }) {
          edges { node { Name { value } } } pageInfo { hasNextPage endCursor } } } } }`;
      const first = (await ask(subject(), query)).data?.uiapi['query']?.[BOOK];
      const { endCursor: after } = (first as { pageInfo: { endCursor: string } }).pageInfo;
      const second = (await ask(subject(), query, { after })).data?.uiapi['query']?.[BOOK];
      expect(nodes(second)).toHaveLength(5);
      expect(nodes(second)[0]).toEqual({ Name: { value: 'Gql 20' } });
      expect(second).toMatchObject({ pageInfo: { hasNextPage: false } });
    });

    test('children come below their parents, each with a page of its own', async () => {
      const { data } = await ask(
        subject(),
        `{ uiapi { query { ${SHELF}(where: { Name: { like: "Gql%" } }, orderBy: { Name: { order: ASC } }) { edges { node {
          Name { value }
          few: Books__r(first: 2, orderBy: { Name: { order: DESC } }) { edges { node { Name { value } } } pageInfo { hasNextPage } }
          all: Books__r(where: { Pages__c: { gte: 2000 } }) { edges { node { Pages__c { value } } } totalCount } } } } } } }`,
      );
      expect(nodes(data?.uiapi['query']?.[SHELF])).toMatchObject([
        {
          few: {
            edges: [{ node: { Name: { value: 'Gql 19' } } }, { node: { Name: { value: 'Gql 18' } } }],
            pageInfo: { hasNextPage: true },
          },
          all: { edges: [], totalCount: 0 },
        },
        { few: { pageInfo: { hasNextPage: true } }, all: { totalCount: 5 } },
      ]);
    });

    test.each([
      ['equality without regard to case', `Name: { eq: "gql 03" }`, 1],
      ['lists', `Name: { in: ["Gql 01", "Gql 02"] }`, 2],
      ['two operators on a field', `Pages__c: { gt: 100, lte: 300 }`, 2],
      ['not', `not: { Pages__c: { gt: 100 } }`, 2],
      ['or', `or: [{ Name: { eq: "Gql 05" } }, { Pages__c: { eq: 600 } }]`, 2],
      ['a blank', `Read_On__c: { eq: null }`, 1],
      ['a date', `Read_On__c: { eq: { value: "2026-01-31" } }`, 24],
      ['a span of days', `CreatedDate: { gte: { range: { last_n_days: 2 } } }`, 25],
      ['a named day', `CreatedDate: { gt: { literal: TOMORROW } }`, 0],
      ['a parent', `Shelf__r: { Kind__c: { eq: "Pine" } }`, 5],
      ['a formula', `Long_Read__c: { eq: false }`, 4],
      ['a semi-join', `Shelf__c: { inq: { ${SHELF}: { Kind__c: { eq: "Oak" } }, ApiName: "Id" } }`, 20],
      ['an anti-join', `Shelf__c: { ninq: { ${SHELF}: { Kind__c: { eq: "Oak" } }, ApiName: "Id" } }`, 5],
    ])('filters by %s', async (_, filter, count) => {
      const { data, errors } = await ask(
        subject(),
        `{ uiapi { query { ${BOOK}(first: 50, where: { and: [{ Name: { like: "Gql%" } }, { ${filter} }] }) { edges { node { Id } } totalCount } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data?.uiapi['query']?.[BOOK]).toMatchObject({ totalCount: count });
    });

    test('a semi-join finds parents by their children', async () => {
      const { data } = await ask(
        subject(),
        `query Shelves($pages: [Double]) { uiapi { query {
          ${SHELF}(where: { Id: { inq: { ${BOOK}: { Pages__c: { in: $pages } }, ApiName: "Shelf__c" } } }) { edges { node { Name { value } } } } } } }`,
        { pages: [2_000, 2_100] },
      );
      expect(nodes(data?.uiapi['query']?.[SHELF])).toEqual([{ Name: { value: 'Gql Pine' } }]);
    });

    test('aggregates group, count and sort', async () => {
      const { data, errors } = await ask(
        subject(),
        `{ uiapi { aggregate { ${BOOK}(where: { Name: { like: "Gql%" } }, groupBy: { Shelf__r: { Name: { group: true } } },
            orderBy: { Pages__c: { function: MAX, order: DESC } }) { edges { node { aggregate {
          Shelf__r { Name { value } } Id { count { value } } Pages__c { avg { value } max { value displayValue } sum { value } } } } } totalCount } } } }`,
      );
      expect(errors).toEqual([]);
      expect(nodes(data?.uiapi['aggregate']?.[BOOK])).toEqual([
        {
          aggregate: {
            Shelf__r: { Name: { value: 'Gql Pine' } },
            Id: { count: { value: 5 } },
            Pages__c: { avg: { value: 2_200 }, max: { value: 2_400, displayValue: '2,400' }, sum: { value: 11_000 } },
          },
        },
        {
          aggregate: {
            Shelf__r: { Name: { value: 'Gql Oak' } },
            Id: { count: { value: 20 } },
            Pages__c: { avg: { value: 950 }, max: { value: 1_900, displayValue: '1,900' }, sum: { value: 19_000 } },
          },
        },
      ]);
    });

    test('records are created, changed and deleted; a later operation refers to an earlier one', async () => {
      const { connection } = subject();
      const created = await ask(
        subject(),
        `mutation Add($shelf: ${SHELF}CreateInput!) { uiapi {
          shelf: ${SHELF}Create(input: $shelf) { Record { Id Name { value } Kind__c { displayValue } } }
          book: ${BOOK}Create(input: { ${BOOK}: { Name: "Mutated", Shelf__c: "@{shelf}" } }) { Record { Id Shelf__r { Name { value } } } } } }`,
        { shelf: { [SHELF]: { Name: 'Made', Key__c: `g/${Date.now()}`, Kind__c: 'Oak' } } },
      );
      expect(created.errors).toEqual([]);
      expect(created.data?.uiapi).toMatchObject({
        shelf: { Record: { Name: { value: 'Made' }, Kind__c: { displayValue: 'Oak wood' } } },
        book: { Record: { Shelf__r: { Name: { value: 'Made' } } } },
      });
      const { Id } = (created.data?.uiapi['book'] as { Record: { Id: string } }).Record;
      const changed = await ask(
        subject(),
        `mutation Change($input: ${BOOK}UpdateInput!) { uiapi { ${BOOK}Update(input: $input) { Record { Pages__c { value } } } } }`,
        { input: { Id, [BOOK]: { Pages__c: 7 } } },
      );
      expect(changed.data?.uiapi).toEqual({ [`${BOOK}Update`]: { Record: { Pages__c: { value: 7 } } } });
      const removed = await ask(
        subject(),
        `mutation Remove($input: RecordDeleteInput!) { uiapi { ${BOOK}Delete(input: $input) { Id } } }`,
        { input: { Id } },
      );
      expect(removed.data?.uiapi).toEqual({ [`${BOOK}Delete`]: { Id } });
      expect((await connection.query(`SELECT Id FROM ${BOOK} WHERE Id = '${Id}'`)).totalSize).toBe(0);
    });

    test.each([
      [true, 0],
      [false, 1],
    ])('with allOrNone %s one refused operation leaves %d records', async (allOrNone, left) => {
      const { connection } = subject();
      const key = `g/all/${String(allOrNone)}/${Date.now()}`;
      const { data, errors } = await ask(
        subject(),
        `mutation Two($key: String) { uiapi(input: { allOrNone: ${String(allOrNone)} }) {
          good: ${SHELF}Create(input: { ${SHELF}: { Name: "Good", Key__c: $key } }) { Record { Id } }
          bad: ${SHELF}Create(input: { ${SHELF}: { Name: "No key" } }) { Record { Id } } } }`,
        { key },
      );
      expect(data?.uiapi['bad']).toBeNull();
      expect(errors[0]).toMatchObject({
        message: expect.stringContaining('Key__c') as unknown,
        extensions: { ErrorType: 'DataFetchingException' },
      });
      expect((await connection.query(`SELECT Id FROM ${SHELF} WHERE Key__c = '${key}'`)).totalSize).toBe(left);
    });

    test.each([
      [
        'a field that does not exist',
        `{ uiapi { query { ${BOOK} { edges { node { Nothing__c { value } } } } } } }`,
        'ValidationError',
        /Nothing__c/,
      ],
      ['text that is no query', '{ uiapi {', 'InvalidSyntax', /Syntax Error/],
      [
        'a variable of another type',
        `query ($n: Int) { uiapi { query { ${BOOK}(where: { Name: { eq: $n } }) { edges { node { Id } } } } } }`,
        'ValidationError',
        /\$n/,
      ],
      [
        'more than 2,000 records',
        `{ uiapi { query { ${BOOK}(first: 2001) { edges { node { Id } } } } } }`,
        'DataFetchingException',
        /first/,
      ],
    ])('%s is refused with status 200', async (_, query, type, message) => {
      const { errors } = await ask(subject(), query);
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(message) as unknown,
        extensions: { ErrorType: type },
      });
    });

    test('an eleventh subquery is refused', async () => {
      const lists = Array.from({ length: 11 }, (_, index) => `q${index}: ${BOOK}(first: 1) { edges { node { Id } } }`);
      const { errors } = await ask(subject(), `{ uiapi { query { ${lists.join(' ')} } } }`);
      expect(errors[0]?.message).toMatch(/10/);
    });

    test('an optional field that is not there is left out', async () => {
      const { data, errors } = await ask(
        subject(),
        `{ uiapi { query { ${BOOK}(first: 1) { edges { node { Id Nothing__c @optional { value } } } } } } }`,
      );
      expect(errors).toEqual([]);
      expect(Object.keys(nodes(data?.uiapi['query']?.[BOOK])[0] as object)).toEqual(['Id']);
    });
  },
  ({ connection }) => installContractPackage(connection),
);
