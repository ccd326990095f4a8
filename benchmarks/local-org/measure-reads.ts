import { percentile } from '../percentile.ts';
import type { PreparedOrg } from './deals.ts';

const CALLS = 300;

/** Milliseconds, the whole HTTP request. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** How long reads that an index serves take, one after the other. */
export async function measureReads(org: PreparedOrg, records: number): Promise<Readonly<Record<string, Latency>>> {
  const spread = (call: number): number => (call * 7_919) % records;
  const query = (soql: string): string => `/query?q=${encodeURIComponent(soql)}`;
  const fields = 'SELECT Id, Name, StageName, Amount, Account.Name FROM Opportunity';
  const ids: string[] = [];
  const byKey = await latency(async (call) => {
    const answer = await org.send('GET', query(`${fields} WHERE Bench_Key__c = 'bench:${spread(call)}'`));
    const { records: found } = JSON.parse(answer) as { records: { Id: string }[] };
    if (found.length !== 1) throw new Error(`One deal, not ${found.length}: ${answer}`);
    ids.push(found[0]?.Id ?? '');
  });
  const byId = await latency((call) => org.send('GET', `/sobjects/Opportunity/${ids[call] ?? ''}`));
  const byName = await latency((call) => org.send('GET', query(`${fields} WHERE Name = 'Deal ${spread(call)}'`)));
  const byAccount = await latency((call) => {
    const account = org.accounts[call % org.accounts.length] ?? '';
    return org.send('GET', query(`${fields} WHERE AccountId = '${account}' LIMIT 50`));
  });
  return { 'by external id': byKey, 'one record by id': byId, 'by name': byName, 'an account, 50 deals': byAccount };
}

async function latency(work: (call: number) => Promise<unknown>): Promise<Latency> {
  const took: number[] = [];
  for (let call = 0; call < CALLS; call++) {
    const started = performance.now();
    await work(call);
    took.push(performance.now() - started);
  }
  const total = took.reduce((sum, one) => sum + one, 0);
  return {
    p50: Number(percentile(took, 0.5).toFixed(2)),
    p95: Number(percentile(took, 0.95).toFixed(2)),
    perSecond: Math.round((CALLS * 1000) / total),
  };
}
