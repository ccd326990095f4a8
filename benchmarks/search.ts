/**
 * How well and how fast the knowledge bank is searched, next to MiniSearch and SQLite FTS5 on the same documents.
 *
 *   npm run --silent benchmark:search -- --data DIR [--json] [--output FILE]
 *
 * DIR holds docs.jsonl ({id, question, answers[]} or {id, text}), queries.jsonl ({id, text}) and qrels.tsv (query,
 * document, grade). Metrics are trec_eval's over the queries that have a relevant document, to a depth of 1,000. The
 * weights were tuned on the queries with an even place in their file; the odd ones are reported apart. Larger sets are
 * made by drawing from the documents with replacement. JSON: {mrr, map, p5, ndcg10, p50Ms, p95Ms, docs, p95Ms100k}.
 * FILE: our rankings of all queries as a TREC run.
 */
import { writeFileSync } from 'node:fs';
import type { KnowledgeEntry } from '../core/knowledge/index.ts';
import { benchmarkArguments } from './arguments.ts';
import { percentile } from './percentile.ts';
import { seededRandom, whole } from './random.ts';
import { type Engine, FLUENCY, FTS5, MINISEARCH, type Search } from './search/engines.ts';
import { heldMegabytes } from './search/memory.ts';
import { meanMetrics, RANKING_DEPTH, rankingMetrics, type RankingMetrics } from './search/ranking-metrics.ts';
import { readSearchSet, type SearchQuery, type SearchSet } from './search/read-search-set.ts';
import { runLines } from './search/run-file.ts';

const SEED = 20260301;
/** Each query is timed at least this often and the fastest time counts: other programs share the machine. */
const LEAST_REPEATS = 8;
/** As often where one query takes a tenth of a second. */
const SLOW_REPEATS = 3;
/** Few queries are timed more often, to so many times in all. */
const LEAST_TIMES = 2000;
const SHOWN = 20;
const LARGE = 100_000;
/** The peers take too long at the large size: all are compared at this one. */
const MIDDLE = 20_000;
/** Peers are timed on so many queries there. */
const PEER_QUERIES = 40;

interface Timed {
  readonly p50: number;
  readonly p95: number;
}

/** Times all queries in rounds, so that a moment in which the machine is busy does not meet all repeats of one. */
function time(search: Search, queries: readonly SearchQuery[], slow = false): Timed {
  const fastest = queries.map(() => Infinity);
  const repeats = slow ? SLOW_REPEATS : Math.max(LEAST_REPEATS, Math.ceil(LEAST_TIMES / queries.length));
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    queries.forEach(({ text }, i) => {
      const started = performance.now();
      search(text, SHOWN);
      fastest[i] = Math.min(fastest[i] ?? Infinity, performance.now() - started);
    });
  }
  return { p50: percentile(fastest, 0.5), p95: percentile(fastest, 0.95) };
}

function resample(documents: readonly KnowledgeEntry[], size: number): KnowledgeEntry[] {
  const random = seededRandom(SEED);
  return Array.from({ length: size }, (_, i) => {
    const entry = documents[whole(0, documents.length - 1, random)];
    if (!entry) throw new Error('docs.jsonl has no documents.');
    return { ...entry, id: `${entry.id}#${i}` };
  });
}

/** Metrics over the judged queries whose place in the file passes. */
function score(search: Search, set: SearchSet, passes: (place: number) => boolean): RankingMetrics {
  const all = set.queries.flatMap(({ id, text }, place) => {
    const judgements = set.judgements.get(id);
    if (!judgements || judgements.size === 0 || !passes(place)) return [];
    return [
      rankingMetrics(
        search(text, RANKING_DEPTH).map((found) => found.id),
        judgements,
      ),
    ];
  });
  return meanMetrics(all);
}

const cell = (value: number, digits: number, width = 9) => value.toFixed(digits).padStart(width);

function metricsLine(name: string, { map, mrr, p5, ndcg10 }: RankingMetrics, { p50, p95 }: Timed): string {
  const metrics = [map, mrr, p5, ndcg10].map((value) => cell(value, 4)).join('');
  return `${name.padEnd(24)}${metrics}${cell(p50, 3)}${cell(p95, 3)}`;
}

interface Large {
  readonly timed: Timed;
  readonly line: string;
}

/** Builds an engine on a larger set and times it there. */
function measureLarge(engine: Engine, documents: readonly KnowledgeEntry[], queries: readonly SearchQuery[]): Large {
  const before = heldMegabytes();
  const started = performance.now();
  const search = engine.build(documents);
  const seconds = (performance.now() - started) / 1000;
  const timed = time(search, queries, engine !== FLUENCY);
  const megabytes = heldMegabytes() - before;
  const memory = engine === FTS5 ? '–'.padStart(10) : cell(megabytes, 0, 10);
  const line = `${engine.name.padEnd(14)}${String(documents.length).padStart(10)}${cell(timed.p50, 2)}${cell(timed.p95, 2)}`;
  return { timed, line: `${line}${cell(seconds, 1, 10)}${memory}` };
}

const { data, json, output } = benchmarkArguments(process.argv.slice(2));
if (data === undefined)
  throw new Error('--data DIR is needed: the folder with docs.jsonl, queries.jsonl and qrels.tsv.');
const set = readSearchSet(data);
const { documents, queries } = set;
const judged = queries.filter(({ id }) => (set.judgements.get(id)?.size ?? 0) > 0).length;
console.log(`${documents.length} documents, ${queries.length} queries, ${judged} of them judged: ${data}`);
console.log(
  `${''.padEnd(24)}${['MAP', 'MRR', 'P@5', 'nDCG@10', 'p50 ms', 'p95 ms'].map((name) => name.padStart(9)).join('')}`,
);
const own = FLUENCY.build(documents);
const timed = time(own, queries);
const all = score(own, set, () => true);
console.log(metricsLine('Fluency', all, timed));
console.log(
  metricsLine(
    '  even: tuned on',
    score(own, set, (place) => place % 2 === 0),
    timed,
  ),
);
console.log(
  metricsLine(
    '  odd: held out',
    score(own, set, (place) => place % 2 === 1),
    timed,
  ),
);
if (output !== undefined) {
  writeFileSync(output, queries.map(({ id, text }) => runLines(id, own(text, RANKING_DEPTH), 'fluency')).join(''));
}
for (const peer of [MINISEARCH, FTS5]) {
  const search = peer.build(documents);
  console.log(
    metricsLine(
      peer.name,
      score(search, set, () => true),
      time(search, queries.slice(0, 200)),
    ),
  );
}
console.log(`\nDrawn from the same documents with replacement, seed ${SEED}; the ${SHOWN} best are asked for.`);
console.log(
  `${'engine'.padEnd(14)}${'documents'.padStart(10)}${['p50 ms', 'p95 ms'].map((name) => name.padStart(9)).join('')}${['build s', 'MB'].map((name) => name.padStart(10)).join('')}`,
);
const large = measureLarge(FLUENCY, resample(documents, LARGE), queries);
console.log(large.line);
const middle = resample(documents, MIDDLE);
for (const engine of [FLUENCY, MINISEARCH, FTS5]) {
  console.log(measureLarge(engine, middle, queries.slice(0, PEER_QUERIES)).line);
}
if (json) {
  const round = (value: number, digits = 5) => Number(value.toFixed(digits));
  console.log(
    JSON.stringify({
      mrr: round(all.mrr),
      map: round(all.map),
      p5: round(all.p5),
      ndcg10: round(all.ndcg10),
      p50Ms: round(timed.p50),
      p95Ms: round(timed.p95),
      docs: documents.length,
      p95Ms100k: round(large.timed.p95),
    }),
  );
}
