import { GraphqlCache, recordIds, type GraphqlAnswer, type GraphqlRequest } from './graphql-cache.ts';

const ID = '006000000000001AAA';
const ask = (variables?: Record<string, unknown>): GraphqlRequest => ({
  query: '{ deals }',
  ...(variables === undefined ? {} : { variables }),
});

function server() {
  const requests: GraphqlRequest[] = [];
  const pending: ((answer: GraphqlAnswer) => void)[] = [];
  const load = (request: GraphqlRequest): Promise<GraphqlAnswer> => {
    requests.push(request);
    return new Promise((resolve) => pending.push(resolve));
  };
  const answer = async (data: unknown): Promise<void> => {
    pending.shift()?.({ data, errors: undefined });
    await tick();
  };
  return { requests, load, answer };
}

async function tick(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe('GraphqlCache', () => {
  it('shares one request between askers of the same question', async () => {
    const org = server();
    const cache = new GraphqlCache(org.load);
    const shown: unknown[] = [];
    cache.watch(ask({ stage: 'A' }), ({ data }) => shown.push(data));
    cache.watch(ask({ stage: 'A' }), ({ data }) => shown.push(data));
    cache.watch(ask({ stage: 'B' }), () => undefined);
    expect(org.requests).toHaveLength(2);
    await org.answer(1);
    expect(shown).toEqual([1, 1]);
  });

  it('fetches anew on refresh, resolves when the fresh data is shown, and drops the overtaken answer', async () => {
    const org = server();
    const cache = new GraphqlCache(org.load);
    const shown: unknown[] = [];
    cache.watch(ask(), ({ data }) => shown.push(data));
    const refreshed = cache.refresh(ask());
    await org.answer('old');
    expect(shown).toEqual([]);
    await org.answer('new');
    await refreshed;
    expect(shown).toEqual(['new']);
  });

  it('fetches again when a record in the result is written, and not for others', async () => {
    const org = server();
    const cache = new GraphqlCache(org.load);
    cache.watch(ask(), () => undefined);
    await org.answer({ node: { Id: ID } });
    void cache.changed(new Set(['006000000000002AAA']));
    expect(org.requests).toHaveLength(1);
    void cache.changed(new Set([ID]));
    expect(org.requests).toHaveLength(2);
  });

  it('forgets results nobody shows when something is written', async () => {
    const org = server();
    const cache = new GraphqlCache(org.load);
    const release = cache.watch(ask(), () => undefined);
    await org.answer(1);
    release();
    await cache.changed(new Set([ID]));
    cache.watch(ask(), () => undefined);
    expect(org.requests).toHaveLength(2);
  });
});

describe('recordIds', () => {
  it('finds ids at any depth', () => {
    expect([...recordIds({ a: [{ Id: ID }], b: 'no id', c: null })]).toEqual([ID]);
  });
});
