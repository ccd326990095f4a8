import { describeContract, type Subject } from './describe-contract.ts';
import { installItemPackage, ITEM } from './item-package.ts';

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, { readonly value: unknown }>> }[];
}

interface Answer {
  readonly data: { readonly uiapi: Readonly<Record<string, Readonly<Record<string, unknown>>>> } | null;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly ErrorType: string };
  }[];
}

/** Figures of a group, by field and figure. */
type Cells = Readonly<Record<string, Readonly<Record<string, { readonly value: unknown }>>>>;

const SMALL = [1, null, 3, null, 2] as const;
const MADE = 250;

function ask({ connection }: Subject, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  return connection.requestPost<Answer>('/graphql', { query, variables });
}

function list({ data }: Answer, name: string = ITEM): List {
  return data?.uiapi['query']?.[name] as List;
}

describeContract(
  'GraphQL at the edges',
  (subject) => {
    const ids: string[] = [];
    beforeAll(async () => {
      const items = Array.from({ length: MADE }, (_, index) => ({
        Name: `Edge ${String(index).padStart(3, '0')}`,
        Key__c: `e/${index}`,
        ...(index < SMALL.length ? { Small__c: SMALL[index] ?? null, Ready__c: false } : {}),
        Due__c: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
        Seen__c: `2026-01-${String((index % 2) + 10)}T23:30:00Z`,
      }));
      for (const half of [items.slice(0, 150), items.slice(150)]) {
        const made = await subject().connection.sobject(ITEM).create(half);
        ids.push(...made.map(({ id }) => String(id)));
      }
    });

    test.each([
      ['ASC', 'FIRST', [null, null, 1, 2, 3]],
      ['ASC', 'LAST', [1, 2, 3, null, null]],
      ['DESC', 'FIRST', [null, null, 3, 2, 1]],
      ['DESC', 'LAST', [3, 2, 1, null, null]],
    ])('blanks stand where asked: %s, nulls %s', async (order, nulls, expected) => {
      const answer = await ask(
        subject(),
        `{ uiapi { query { ${ITEM}(where: { Ready__c: { eq: false } }, orderBy: { Small__c: { order: ${order}, nulls: ${nulls} } }) {
          edges { node { Small__c { value } } } } } } }`,
      );
      expect(list(answer).edges.map(({ node }) => node['Small__c']?.value)).toEqual(expected);
    });

    test('a filter takes hundreds of values', async () => {
      const keys = Array.from({ length: MADE }, (_, index) => `e/${index}`);
      const answer = await ask(
        subject(),
        `query Many($keys: [String], $ids: [ID]) { uiapi { query {
          keys: ${ITEM}(first: 2000, where: { Key__c: { in: $keys } }) { totalCount }
          ids: ${ITEM}(first: 2000, where: { Id: { in: $ids } }) { totalCount }
          others: ${ITEM}(first: 2000, where: { Key__c: { nin: $keys } }) { totalCount } } } }`,
        { keys, ids },
      );
      expect(answer.errors).toEqual([]);
      expect(list(answer, 'keys').totalCount).toBe(MADE);
      expect(list(answer, 'ids').totalCount).toBe(MADE);
      expect(list(answer, 'others').totalCount).toBe(0);
    });

    test('ids of 15 characters name the same records as those of 18', async () => {
      const [id = ''] = ids;
      const answer = await ask(
        subject(),
        `query Short($id: ID, $some: [ID]) { uiapi { query {
          one: ${ITEM}(where: { Id: { eq: $id } }) { edges { node { Key__c { value } } } }
          some: ${ITEM}(where: { Id: { in: $some } }) { totalCount } } } }`,
        { id: id.slice(0, 15), some: ids.slice(0, 3).map((long) => long.slice(0, 15)) },
      );
      expect(list(answer, 'one').edges).toEqual([{ node: { Key__c: { value: 'e/0' } } }]);
      expect(list(answer, 'some').totalCount).toBe(3);
    });

    test('behind the last page nothing follows', async () => {
      const query = `query Page($after: String) { uiapi { query {
        ${ITEM}(first: 200, after: $after, where: { Key__c: { like: "e/%" } }, orderBy: { Name: { order: ASC } }) {
          edges { node { Id } } pageInfo { hasNextPage endCursor } } } } }`;
      const cursors: unknown[] = [];
      const counts: number[] = [];
      for (let page = 0; page < 3; page += 1) {
        const { data } = await ask(subject(), query, { after: cursors.at(-1) ?? null });
        const found = data?.uiapi['query']?.[ITEM] as List & { pageInfo: { hasNextPage: boolean; endCursor: string } };
        counts.push(found.edges.length);
        expect(found.pageInfo.hasNextPage).toBe(page === 0);
        if (found.edges.length > 0) cursors.push(found.pageInfo.endCursor);
      }
      expect(counts).toEqual([200, 50, 0]);
    });

    test('a cursor that nobody gave out is refused', async () => {
      const { errors } = await ask(
        subject(),
        `{ uiapi { query { ${ITEM}(after: "zzz") { edges { node { Id } } } } } }`,
      );
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(/cursor/i) as unknown });
    });

    test('dates are grouped by their parts, moments by their day', async () => {
      const { data, errors } = await ask(
        subject(),
        `{ uiapi { aggregate {
          quarters: ${ITEM}(where: { Key__c: { like: "e/%" } }, groupBy: { Due__c: { function: CALENDAR_QUARTER } }) {
            edges { node { aggregate { Due__c { calendarQuarter { value } } Id { count { value } } } } } }
          days: ${ITEM}(where: { Key__c: { like: "e/%" } }, groupBy: { Seen__c: { function: DAY_ONLY } }) {
            edges { node { aggregate { Seen__c { dayOnly { value } } Id { count { value } } } } } } } } }`,
      );
      expect(errors).toEqual([]);
      const cells = (name: string, field: string, part: string): unknown[] => {
        const { edges } = data?.uiapi['aggregate']?.[name] as { edges: { node: { aggregate: Cells } }[] };
        return edges.map(({ node: { aggregate } }) => [
          aggregate[field]?.[part]?.value,
          aggregate['Id']?.['count']?.value,
        ]);
      };
      expect(new Set(cells('quarters', 'Due__c', 'calendarQuarter'))).toEqual(
        new Set([
          [1, 63],
          [2, 63],
          [3, 63],
          [4, 61],
        ]),
      );
      expect(new Set(cells('days', 'Seen__c', 'dayOnly'))).toEqual(
        new Set([
          ['2026-01-10', 125],
          ['2026-01-11', 125],
        ]),
      );
    });

    test('figures of nothing are zero records and blank sums', async () => {
      const { data } = await ask(
        subject(),
        `{ uiapi { aggregate { ${ITEM}(where: { Name: { eq: "nobody" } }) {
          edges { node { aggregate { Id { count { value } } Price__c { sum { value displayValue } } } } } } } } }`,
      );
      expect(data?.uiapi['aggregate']?.[ITEM]).toEqual({
        edges: [
          {
            node: {
              aggregate: { Id: { count: { value: 0 } }, Price__c: { sum: { value: null, displayValue: null } } },
            },
          },
        ],
      });
    });

    test('a field that is neither grouped nor summed up is refused', async () => {
      const { errors } = await ask(
        subject(),
        `{ uiapi { aggregate { ${ITEM}(groupBy: { Color__c: { group: true } }) { edges { node { aggregate { Name { value } } } } } } } }`,
      );
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(/grouped or aggregated: Name/) as unknown });
    });

    test('a variable that is blank empties a field, one that is not given leaves it', async () => {
      const [id = ''] = ids;
      const change = `mutation Change($id: IdOrRef!, $color: Picklist, $name: String) { uiapi {
        ${ITEM}Update(input: { Id: $id, ${ITEM}: { Color__c: $color, Name: $name } }) {
          Record { Name { value } Color__c { value } } } } }`;
      const steps: readonly (readonly [Record<string, unknown>, unknown, string])[] = [
        [{ color: 'Red', name: 'Changed' }, 'Red', 'Changed'],
        [{ name: 'Changed again' }, 'Red', 'Changed again'],
        [{ color: null }, null, 'Changed again'],
      ];
      for (const [given, color, name] of steps) {
        const { data, errors } = await ask(subject(), change, { id, ...given });
        expect(errors).toEqual([]);
        expect(data?.uiapi[`${ITEM}Update`]).toEqual({ Record: { Name: { value: name }, Color__c: { value: color } } });
      }
    });

    test.each([
      ['a value that the picklist does not have', { Name: 'x', Color__c: 'Blue' }, /restricted picklist field: Blue/],
      ['a key that is taken', { Name: 'x', Key__c: 'E/1' }, /duplicate value found/],
      ['a number that is too large', { Name: 'x', Small__c: 1_000 }, /outside of valid range/],
      ['a text that is too long', { Name: 'x'.repeat(81) }, /data value too large/],
    ])('%s is refused by a mutation in the words of the record', async (_, item, message) => {
      const { data, errors } = await ask(
        subject(),
        `mutation Add($input: ${ITEM}CreateInput!) { uiapi { ${ITEM}Create(input: $input) { Record { Id } } } }`,
        { input: { [ITEM]: item } },
      );
      expect(data?.uiapi).toEqual({ [`${ITEM}Create`]: null });
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(message) as unknown,
        extensions: { ErrorType: 'DataFetchingException' },
      });
    });

    test('an eleventh subquery is refused in a fragment, too', async () => {
      const lists = Array.from({ length: 11 }, (_, index) => `q${index}: ${ITEM}(first: 1) { totalCount }`);
      const { errors } = await ask(
        subject(),
        `query { uiapi { query { ...Lists } } } fragment Lists on RecordQuery { ${lists.join(' ')} }`,
      );
      expect(errors[0]?.message).toMatch(/10/);
    });
  },
  ({ connection }) => installItemPackage(connection),
);
