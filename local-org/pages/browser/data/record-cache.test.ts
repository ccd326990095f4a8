import type { RecordRepresentation } from './record.ts';
import { RecordCache, type RecordRequest } from './record-cache.ts';

const ID = '006000000000001AAA';
const ACCOUNT_ID = '001000000000001AAA';

/** A server whose answers the test releases, with the values of the moment the request arrived. */
function server() {
  const values: Record<string, string> = { Name: 'Acme', StageName: 'Prospecting', Amount: '10' };
  const requests: RecordRequest[] = [];
  const pending: (() => void)[] = [];
  const forbidden = new Set<string>();
  const load = (request: RecordRequest): Promise<RecordRepresentation> => {
    requests.push(request);
    const refused = request.fields.find((field) => forbidden.has(field));
    const wanted = [...request.fields, ...request.optionalFields].map((field) => field.split('.')[1] ?? '');
    const fields = Object.fromEntries(
      wanted.flatMap((name) => (name in values ? [[name, { value: values[name] ?? null, displayValue: null }]] : [])),
    );
    return new Promise((resolve, reject) => {
      pending.push(() =>
        refused === undefined
          ? resolve({ apiName: 'Opportunity', id: request.recordId, fields })
          : reject(new Error(refused)),
      );
    });
  };
  const settle = async (): Promise<void> => {
    await tick();
    for (const release of pending.splice(0)) release();
    await tick();
  };
  return { values, requests, pending, forbidden, load, settle };
}

async function tick(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

function listener() {
  const shown: RecordRepresentation[] = [];
  const errors: unknown[] = [];
  return {
    shown,
    errors,
    next: (record: RecordRepresentation) => shown.push(record),
    error: (error: unknown) => errors.push(error),
  };
}

const request = (...fields: string[]): RecordRequest => ({
  recordId: ID,
  fields: fields.map((field) => `Opportunity.${field}`),
  optionalFields: [],
});

describe('RecordCache', () => {
  it('makes one request of all wishes of a turn, and gives each asker its own fields', async () => {
    const org = server();
    const cache = new RecordCache(org.load);
    const [one, two] = [listener(), listener()];
    cache.watch(request('Name'), one);
    cache.watch(request('StageName', 'Name'), two);
    await org.settle();
    expect(org.requests).toHaveLength(1);
    expect(org.requests[0]?.fields).toEqual(['Opportunity.Name', 'Opportunity.StageName']);
    expect(Object.keys(one.shown[0]?.fields ?? {})).toEqual(['Name']);
    expect(Object.keys(two.shown[0]?.fields ?? {})).toEqual(['StageName', 'Name']);
  });

  it('asks only once more for wishes that arrive during a request', async () => {
    const org = server();
    const cache = new RecordCache(org.load);
    const late = listener();
    cache.watch(request('Name'), listener());
    await tick();
    cache.watch(request('Amount'), late);
    cache.watch(request('Amount', 'Name'), listener());
    await org.settle();
    await org.settle();
    expect(org.requests).toHaveLength(2);
    expect(late.shown[0]?.fields['Amount']?.value).toBe('10');
  });

  it('serves a fresh record without a request and asks again when it is old', async () => {
    const org = server();
    let now = 0;
    const cache = new RecordCache(org.load, () => now);
    cache.watch(request('Name'), listener());
    await org.settle();
    const second = listener();
    cache.watch(request('Name'), second);
    await tick();
    expect(second.shown).toHaveLength(1);
    expect(org.requests).toHaveLength(1);
    now = 31_000;
    cache.watch(request('Name'), listener());
    await org.settle();
    expect(org.requests).toHaveLength(2);
  });

  it('shows the new values to every watcher after a write, and only to those', async () => {
    const org = server();
    const cache = new RecordCache(org.load);
    const [stage, gone] = [listener(), listener()];
    cache.watch(request('StageName'), stage);
    const release = cache.watch(request('Name'), gone);
    await org.settle();
    release();
    org.values['StageName'] = 'Closed Won';
    const done = cache.changed(new Set([ID]));
    await org.settle();
    await done;
    expect(stage.shown.map(({ fields }) => fields['StageName']?.value)).toEqual(['Prospecting', 'Closed Won']);
    expect(gone.shown).toHaveLength(1);
  });

  it('drops an answer that a write overtook', async () => {
    const org = server();
    const cache = new RecordCache(org.load);
    const seen = listener();
    cache.watch(request('StageName'), seen);
    await tick();
    org.values['StageName'] = 'Qualification';
    void cache.changed(new Set([ID]));
    await org.settle();
    expect(org.requests).toHaveLength(2);
    expect(seen.shown.map(({ fields }) => fields['StageName']?.value)).toEqual(['Qualification']);
  });

  it('does not provision an answer that says the same again', async () => {
    const org = server();
    const cache = new RecordCache(org.load);
    const seen = listener();
    cache.watch(request('Name'), seen);
    await org.settle();
    void cache.changed(new Set([ID]));
    await org.settle();
    expect(seen.shown).toHaveLength(1);
  });

  it("keeps one asker's forbidden field from costing the others their data", async () => {
    const org = server();
    org.forbidden.add('Opportunity.Amount');
    const cache = new RecordCache(org.load);
    const [allowed, refused] = [listener(), listener()];
    cache.watch(request('Name'), allowed);
    cache.watch(request('Amount'), refused);
    await org.settle();
    await org.settle();
    await org.settle();
    expect(allowed.shown[0]?.fields['Name']?.value).toBe('Acme');
    expect(refused.errors).toHaveLength(1);
    expect(allowed.errors).toHaveLength(0);
  });

  it('refreshes a record when a record nested in it is written', async () => {
    let name = 'Globex';
    let requests = 0;
    const cache = new RecordCache(({ recordId }) => {
      requests += 1;
      const account = { apiName: 'Account', id: ACCOUNT_ID, fields: { Name: { value: name, displayValue: null } } };
      return Promise.resolve({
        apiName: 'Opportunity',
        id: recordId,
        fields: { Account: { value: account, displayValue: name } },
      });
    });
    const seen = listener();
    cache.watch({ recordId: ID, fields: ['Opportunity.Account.Name'], optionalFields: [] }, seen);
    await tick();
    name = 'Initech';
    await cache.changed(new Set([ACCOUNT_ID]));
    expect(requests).toBe(2);
    expect(JSON.stringify(seen.shown.at(-1))).toContain('Initech');
  });

  it('gives frozen data', async () => {
    const org = server();
    const cache = new RecordCache(org.load);
    const seen = listener();
    cache.watch(request('Name'), seen);
    await org.settle();
    expect(Object.isFrozen(seen.shown[0]?.fields['Name'])).toBe(true);
  });
});
