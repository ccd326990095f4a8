import type { Connection } from 'jsforce';

import { describeContract } from './describe-contract.ts';
import { FEW_RIGHTS, installItemPackage, ITEM, PART, TAG } from './item-package.ts';
import { logInAs } from './log-in-as.ts';

interface Answer {
  readonly data: { readonly uiapi: Readonly<Record<string, unknown>> } | null;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly ErrorType: string; readonly ErrorCode?: string };
  }[];
}

interface Scene {
  readonly rep: Connection;
  /** The rep's item. */
  readonly own: string;
  /** The administrator's. */
  readonly foreign: string;
}

function ask(connection: Connection, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  return connection.requestPost<Answer>('/graphql', { query, variables });
}

describeContract(
  'GraphQL for people with few rights',
  (subject, testWith) => {
    const prepare = async (): Promise<Scene> => {
      const { connection } = subject();
      const { id: foreign } = await connection.sobject(ITEM).create({ Name: 'Foreign', Secret__c: 's' });
      await connection.sobject(PART).create({ Name: 'Foreign part', Item__c: String(foreign) });
      const rep = await logInAs(subject(), { name: 'graphql.rep', permissionSets: [FEW_RIGHTS], locale: 'de_DE' });
      const item = { Name: 'Own', Price__c: 1_234_567.5, Share__c: 12.5, Topics__c: 'Risk;Price' };
      const days = { Due__c: '2026-03-09', Seen__c: '2026-03-09T23:30:00Z' };
      const { id: own } = await rep.sobject(ITEM).create({ ...item, ...days });
      await rep.sobject(PART).create({ Name: 'Own part', Item__c: String(own), Amount__c: 5 });
      return { rep, own: String(own), foreign: String(foreign) };
    };
    let prepared: Promise<Scene> | undefined;
    const scene = (): Promise<Scene> => (prepared ??= prepare());

    testWith('password', 'lists, counts, children and figures hold what the person sees', async () => {
      const { rep } = await scene();
      const { data, errors } = await ask(
        rep,
        `{ uiapi {
          query { ${ITEM} { totalCount edges { node { Name { value } Parts__r { totalCount } } } } ${PART} { totalCount } }
          aggregate { ${ITEM} { edges { node { aggregate { Id { count { value } } } } } } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data?.uiapi).toEqual({
        query: {
          [ITEM]: { totalCount: 1, edges: [{ node: { Name: { value: 'Own' }, Parts__r: { totalCount: 1 } } }] },
          [PART]: { totalCount: 1 },
        },
        aggregate: { [ITEM]: { edges: [{ node: { aggregate: { Id: { count: { value: 1 } } } } }] } },
      });
    });

    testWith('password', 'scope MINE holds what the person owns, however much they see', async () => {
      await scene();
      const { data } = await ask(
        subject().connection,
        `{ uiapi { query { all: ${ITEM}(where: { Name: { in: ["Own", "Foreign"] } }) { totalCount }
          mine: ${ITEM}(scope: MINE, where: { Name: { in: ["Own", "Foreign"] } }) { totalCount } } } }`,
      );
      expect(data?.uiapi['query']).toEqual({ all: { totalCount: 2 }, mine: { totalCount: 1 } });
    });

    testWith('password', 'scope MINE is refused for details, which nobody owns', async () => {
      const { rep } = await scene();
      const { errors } = await ask(rep, `{ uiapi { query { ${PART}(scope: MINE) { totalCount } } } }`);
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(/scope/i) as unknown,
        extensions: { ErrorType: expect.stringMatching(/ValidationError|DataFetchingException/) as unknown },
      });
    });

    testWith('password', 'display values are in the locale and time zone of the person', async () => {
      const { rep } = await scene();
      const { data } = await ask(
        rep,
        `{ uiapi { query { ${ITEM} { edges { node { Price__c { value displayValue } Share__c { displayValue }
          Due__c { value displayValue } Seen__c { value displayValue } Topics__c { displayValue } } } } } } }`,
      );
      expect(data?.uiapi['query']).toMatchObject({
        [ITEM]: {
          edges: [
            {
              node: {
                Price__c: { value: 1_234_567.5, displayValue: expect.stringContaining('1.234.567,50') as unknown },
                Share__c: { displayValue: '12,5%' },
                Due__c: { value: '2026-03-09', displayValue: expect.stringMatching(/^0?9\.0?3\.2026$/) as unknown },
                // Half past midnight in Berlin, the day after.
                Seen__c: { displayValue: expect.stringMatching(/^10\.0?3\.2026,? 0?0:30/) as unknown },
                Topics__c: { displayValue: 'Price;Risk' },
              },
            },
          ],
        },
      });
    });

    const unreadable: readonly (readonly [string, string])[] = [
      ['selected', `query { ${ITEM} { edges { node { Secret__c { value } } } } }`],
      ['filtered by', `query { ${ITEM}(where: { Secret__c: { eq: "s" } }) { totalCount } }`],
      ['sorted by', `query { ${ITEM}(orderBy: { Secret__c: { order: ASC } }) { totalCount } }`],
      [
        'filtered by through a parent',
        `query { ${PART}(where: { Item__r: { Secret__c: { eq: "s" } } }) { totalCount } }`,
      ],
      [
        'grouped by',
        `aggregate { ${ITEM}(groupBy: { Secret__c: { group: true } }) { edges { node { aggregate { Id { count { value } } } } } } }`,
      ],
      ['summed up', `aggregate { ${ITEM} { edges { node { aggregate { Secret__c { max { value } } } } } } }`],
    ];
    for (const [use, selection] of unreadable) {
      testWith('password', `a field out of sight cannot be ${use}`, async () => {
        const { rep } = await scene();
        const { data, errors } = await ask(rep, `{ uiapi { ${selection} } }`);
        expect(data).toBeNull();
        expect(errors[0]).toMatchObject({
          message: expect.stringContaining('Secret__c') as unknown,
          extensions: { ErrorType: 'ValidationError' },
        });
      });
    }

    testWith('password', 'a filter in a variable reaches no field out of sight either', async () => {
      const { rep } = await scene();
      const { data, errors } = await ask(
        rep,
        `query Items($where: ${ITEM}_Filter) { uiapi { query { ${ITEM}(where: $where) { totalCount } } } }`,
        { where: { Secret__c: { eq: 's' } } },
      );
      expect(data).toBeNull();
      expect(errors[0]?.message).toContain('Secret__c');
    });

    testWith('password', 'fields and objects out of sight are left out where they are optional', async () => {
      const { rep, own } = await scene();
      const { data, errors } = await ask(
        rep,
        `{ uiapi { query { ${ITEM} { edges { node { Id Secret__c @optional { value } } } } ${TAG} @optional { totalCount } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data?.uiapi['query']).toEqual({ [ITEM]: { edges: [{ node: { Id: own } }] } });
    });

    testWith('password', 'records out of sight are neither changed nor deleted', async () => {
      const { rep, foreign } = await scene();
      const { data, errors } = await ask(
        rep,
        `mutation Reach($id: IdOrRef!) { uiapi(input: { allOrNone: false }) {
          change: ${ITEM}Update(input: { Id: $id, ${ITEM}: { Name: "x" } }) { Record { Id } }
          remove: ${ITEM}Delete(input: { Id: $id }) { Id } } }`,
        { id: foreign },
      );
      expect(data?.uiapi).toEqual({ change: null, remove: null });
      expect(errors).toHaveLength(2);
      expect(await subject().connection.sobject(ITEM).retrieve(foreign)).toMatchObject({ Name: 'Foreign' });
    });

    testWith('password', 'what can only be read is no input of a mutation', async () => {
      const { rep } = await scene();
      const { errors } = await ask(
        rep,
        `mutation { uiapi { ${ITEM}Create(input: { ${ITEM}: { Name: "x", Color__c: "Red" } }) { Record { Id } } } }`,
      );
      expect(errors[0]).toMatchObject({
        message: expect.stringContaining('Color__c') as unknown,
        extensions: { ErrorType: 'ValidationError' },
      });
    });
  },
  ({ connection }) => installItemPackage(connection),
);
