/**
 * Time to match one situation against a library of nuggets, next to json-rules-engine on the same rules.
 *
 *   npm run --silent benchmark:nuggets -- [--data DIR] [--json] [--output FILE]
 *
 * Everything is generated from a seed; nothing is read from DIR. JSON: {p95Ms, peerP95Ms, nuggets} for the largest
 * library, where p95Ms is the whole way from a deal's fields to the nuggets shown, and peerP95Ms is matching alone.
 */
import { writeFileSync } from 'node:fs';
import {
  buildRuleIndex,
  createSignalRegistry,
  type DealFacts,
  type NuggetSummary,
  type RankContext,
  rankNuggets,
  situationOf,
} from '../core/index.ts';
import { benchmarkArguments } from './arguments.ts';
import { makeDeal, makeLibrary, RULES_PER_NUGGET } from './nuggets/library.ts';
import { buildPeer, peerFacts } from './nuggets/peer.ts';
import { percentile } from './percentile.ts';
import { seededRandom } from './random.ts';

const SEED = 20260301;
const NOW = new Date('2026-03-01T09:00:00Z');
const DEALS = 2000;
/** Each deal is timed this often and the fastest time counts, for both sides: other programs share the machine. */
const REPEATS = 3;
/** The peer gets about this many nuggets to evaluate at each size, so that a run takes about a minute. */
const PEER_EVALUATIONS = 100_000;
const LEAST_PEER_DEALS = 20;
const SIZES = [100, 1_000, 10_000];

interface Measured {
  readonly nuggets: number;
  readonly buildMs: number;
  readonly matchMs: readonly number[];
  readonly wholeMs: readonly number[];
  readonly peerMs: readonly number[];
  readonly matched: readonly number[];
}

const registry = createSignalRegistry();

async function measure(size: number, deals: readonly DealFacts[]): Promise<Measured> {
  const library = makeLibrary(size, seededRandom(SEED));
  const started = performance.now();
  const index = buildRuleIndex(library, registry);
  const buildMs = performance.now() - started;
  if (index.faults.length > 0) throw new Error(`The generated library is faulty: ${index.faults[0]?.message}`);
  const context = contextFor(library);
  const matchMs: number[] = [];
  const wholeMs: number[] = [];
  const matched: number[] = [];
  for (const deal of deals) {
    let match = Infinity;
    let whole = Infinity;
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const begun = performance.now();
      const situation = situationOf(deal, registry, NOW);
      const known = performance.now();
      const matches = index.match(situation);
      const found = performance.now();
      rankNuggets(matches, context);
      whole = Math.min(whole, performance.now() - begun);
      match = Math.min(match, found - known);
      if (repeat === 0) matched.push(matches.length);
    }
    matchMs.push(match);
    wholeMs.push(whole);
  }
  return { nuggets: size, buildMs, matchMs, wholeMs, matched, peerMs: await measurePeer(library, deals) };
}

/** Times the peer, and stops the benchmark where the two do not match the same nuggets. */
async function measurePeer(library: readonly NuggetSummary[], deals: readonly DealFacts[]): Promise<number[]> {
  const index = buildRuleIndex(library, registry);
  const matchPeer = buildPeer(library);
  const rounds = Math.max(LEAST_PEER_DEALS, Math.min(deals.length, Math.round(PEER_EVALUATIONS / library.length)));
  const times: number[] = [];
  for (const [i, deal] of deals.slice(0, rounds).entries()) {
    const situation = situationOf(deal, registry, NOW);
    const facts = peerFacts(situation);
    let fastest = Infinity;
    let found: string[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const started = performance.now();
      found = await matchPeer(facts);
      fastest = Math.min(fastest, performance.now() - started);
    }
    times.push(fastest);
    const ours = index.match(situation).map(({ nugget }) => nugget.id);
    if (ours.join() !== library.flatMap(({ id }) => (found.includes(id) ? [id] : [])).join()) {
      throw new Error(
        `Deal ${i}, ${library.length} nuggets: ${ours.length} matches here, ${found.length} in the peer.`,
      );
    }
  }
  return times;
}

function contextFor(library: readonly NuggetSummary[]): RankContext {
  const codes = new Set(library.flatMap(({ skills }) => skills.map(({ skillCode }) => skillCode)));
  const skills = new Map([...codes].map((code, i) => [code, { score: (i * 17) % 100, target: 70 }]));
  return { now: NOW, skills, history: [] };
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 3 : 1).padStart(9);
}

function row({ nuggets, buildMs, matchMs, wholeMs, peerMs, matched }: Measured): string {
  const times = [
    buildMs,
    percentile(matchMs, 0.5),
    percentile(matchMs, 0.95),
    percentile(wholeMs, 0.95),
    percentile(peerMs, 0.5),
    percentile(peerMs, 0.95),
  ];
  const mean = matched.reduce((sum, count) => sum + count, 0) / matched.length;
  const ratio = percentile(peerMs, 0.95) / percentile(wholeMs, 0.95);
  return [
    String(nuggets).padStart(7),
    String(nuggets * RULES_PER_NUGGET).padStart(7),
    mean.toFixed(0).padStart(8),
    ...times.map(milliseconds),
    `${ratio.toFixed(0)}×`.padStart(7),
  ].join(' ');
}

const { data, json, output } = benchmarkArguments(process.argv.slice(2));
if (data !== undefined) console.log(`--data ${data}: not needed, the library and the deals are generated from a seed.`);
const random = seededRandom(SEED + 1);
const deals = Array.from({ length: DEALS }, () => makeDeal(NOW, random));
console.log(
  `Milliseconds for one situation (${DEALS} deals, seed ${SEED}, fastest of ${REPEATS}); peer: json-rules-engine.`,
);
console.log(
  'whole = from the fields of a deal to the nuggets shown; peer = matching alone; ratio = peer p95 / whole p95.',
);
console.log('nuggets   rules  matched     build match p50 match p95 whole p95  peer p50  peer p95   ratio');
const results: Measured[] = [];
for (const size of SIZES) {
  const measured = await measure(size, deals);
  results.push(measured);
  console.log(row(measured));
}
if (output !== undefined) writeFileSync(output, results.map((result) => `${JSON.stringify(result)}\n`).join(''));
const largest = results.at(-1);
if (json && largest) {
  const round = (value: number) => Number(value.toFixed(4));
  console.log(
    JSON.stringify({
      p95Ms: round(percentile(largest.wholeMs, 0.95)),
      peerP95Ms: round(percentile(largest.peerMs, 0.95)),
      nuggets: largest.nuggets,
    }),
  );
}
