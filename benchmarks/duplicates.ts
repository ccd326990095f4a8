/**
 * How long it takes from a key to the list of likely duplicates while a question is typed, at 50,000 questions.
 *
 *   npm run --silent benchmark:duplicates -- --data DIR [--json]
 *
 * DIR holds docs.jsonl ({id, question, answers[]}) and queries.jsonl ({id, text}); the questions are drawn from the
 * documents with replacement, the queries are typed key by key. Measured is what the dialog runs in the page:
 * - `page`: the org searches the 50,000 (here the engine does, untimed) and answers 100 questions and 100 answers a
 *   search, as the Apex class KnowledgeSearch does; timed is what follows in the page, taking them in and listing what
 *   is alike. Each question has one of its answers, because 100 entries with all of theirs would be more than it gives;
 * - `anew`: the same with an index built anew on each key, for comparison;
 * - `whole`: all 50,000 in the page's memory, no org asked.
 * JSON: {questions, keys, page: {p50Ms, p95Ms, maxMs}, anew: {…}, whole: {…}}. Each key is timed once, in order.
 */
import {
  createDuplicateWatch,
  createKnowledgeIndex,
  findDuplicates,
  type KnowledgeEntry,
} from '../core/knowledge/index.ts';
import { benchmarkArguments } from './arguments.ts';
import { percentile } from './percentile.ts';
import { seededRandom, whole } from './random.ts';
import { readSearchSet } from './search/read-search-set.ts';

const SEED = 20260301;
const QUESTIONS = 50_000;
const DRAFTS = 60;
/** So many questions, and so many answers, the org gives at most. */
const FOUND = 100;

interface Timed {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

function timed(times: readonly number[]): Timed {
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), maxMs: Math.max(...times) };
}

/** What runs on each key of a draft, and how long it took. */
function typeAll(drafts: readonly string[], onKey: (title: string) => () => unknown): number[] {
  return drafts.flatMap((draft) =>
    Array.from({ length: draft.length }, (_, length) => {
      const run = onKey(draft.slice(0, length + 1));
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );
}

const { data, json } = benchmarkArguments(process.argv.slice(2));
if (data === undefined)
  throw new Error('Say where the questions are: npm run benchmark:duplicates -- --data DIR (see this file).');
const set = readSearchSet(data);
const random = seededRandom(SEED);
const questions = Array.from({ length: QUESTIONS }, (_, i): KnowledgeEntry => {
  const entry = set.documents[whole(0, set.documents.length - 1, random)];
  if (!entry) throw new Error(`${data}/docs.jsonl has no documents.`);
  return { ...entry, id: `${entry.id}#${i}` };
});
const step = Math.max(1, Math.floor(set.queries.length / DRAFTS));
const drafts = set.queries.filter((_query, place) => place % step === 0).map(({ text }) => text);

const org = createKnowledgeIndex(questions);
const find = (title: string): KnowledgeEntry[] =>
  org
    .search(title, { limit: FOUND, typing: true })
    .hits.map(({ entry }) => ({ ...entry, answers: entry.answers?.slice(0, 1) }));

const everything = createDuplicateWatch(Infinity);
everything.learn(questions);
let watch = createDuplicateWatch();
const page = typeAll(drafts, (title) => {
  if (title.length === 1) watch = createDuplicateWatch();
  const found = find(title);
  return () => {
    watch.learn(found);
    watch.alike({ title });
  };
});
const anew = typeAll(drafts, (title) => {
  const found = find(title);
  return () => findDuplicates({ title }, createKnowledgeIndex(found));
});
const all = typeAll(drafts, (title) => () => everything.alike({ title }));

const result = { questions: QUESTIONS, keys: page.length, page: timed(page), anew: timed(anew), whole: timed(all) };
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
  process.stdout.write(`${QUESTIONS} questions, ${result.keys} keys of ${drafts.length} drafts, milliseconds\n`);
  for (const name of ['page', 'anew', 'whole'] as const) {
    const { p50Ms, p95Ms, maxMs } = result[name];
    const cells = [p50Ms, p95Ms, maxMs].map((value) => value.toFixed(1).padStart(8)).join('');
    process.stdout.write(`${name.padEnd(8)} p50, p95, max${cells}\n`);
  }
}
