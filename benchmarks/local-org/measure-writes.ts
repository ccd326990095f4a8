import { deal, type PreparedOrg } from './deals.ts';

const CALLS = 50;
const A_CALL = 200;

/** Records a second over REST collections of 200: new ones, and half new, half known by key. */
export async function measureWrites(
  org: PreparedOrg,
  records: number,
): Promise<{ insertPerSecond: number; upsertPerSecond: number }> {
  const from = records;
  const half = (CALLS * A_CALL) / 2;
  const insertPerSecond = await rate((call) => write(org, 'POST', '/composite/sobjects', from + call * A_CALL));
  const upsertPerSecond = await rate((call) =>
    write(org, 'PATCH', '/composite/sobjects/Opportunity/Bench_Key__c', from + half + call * A_CALL),
  );
  return { insertPerSecond, upsertPerSecond };
}

async function rate(work: (call: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  for (let call = 0; call < CALLS; call++) await work(call);
  return Math.round((CALLS * A_CALL * 1000) / (performance.now() - started));
}

async function write(org: PreparedOrg, method: string, path: string, from: number): Promise<void> {
  const records = Array.from({ length: A_CALL }, (_, index) => ({
    attributes: { type: 'Opportunity' },
    ...deal(org, from + index),
  }));
  const results = JSON.parse(await org.send(method, path, JSON.stringify({ records }))) as { success: boolean }[];
  if (!results.every(({ success }) => success))
    throw new Error(JSON.stringify(results.find(({ success }) => !success)));
}
