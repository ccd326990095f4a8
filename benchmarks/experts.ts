/**
 * How well questions are routed to people who answer, next to "most active".
 *
 *   npm run --silent benchmark:experts -- --data DIR [--json] [--output FILE]
 *
 * DIR holds qa.jsonl ({id, date, title, body, tags, owner, accepted, answers: [{id, date, score, owner, body, accepted}]}).
 * The first 70 % of the questions by date are history, of which the answers before the next question are known; the
 * rest are routed among the people with an answer there. A hit is a person who really answered; questions that nobody
 * with history answered are left out. A second table is what a product knows: every answer before the question. JSON:
 * {mrr, mrrLow, mrrHigh, hit5, baselineMrr, questions} of the first, and the paired difference. FILE: its rankings as a
 * TREC run.
 */
import { writeFileSync } from 'node:fs';
import { createExpertRouter, type GivenAnswer } from '../core/experts/index.ts';
import { benchmarkArguments } from './arguments.ts';
import { bootstrapMean, type Estimate } from './experts/bootstrap.ts';
import { type DatedQuestion, readQuestions } from './experts/read-questions.ts';
import type { Found } from './search/engines.ts';
import { runLines } from './search/run-file.ts';

const HISTORY = 0.7;
/** Parameters were chosen on the questions from this share of all on, up to the end of the history. */
const CHOSEN_FROM = 0.45;

interface Routed {
  readonly question: DatedQuestion;
  readonly ranking: readonly Found[];
}

/** Ranks everybody of whom an answer is known. */
interface Ranker {
  /** Learns one answer. */
  learn(question: DatedQuestion, answer: GivenAnswer): void;
  rank(question: DatedQuestion, now: Date): readonly Found[];
}

function mostActive(): Ranker {
  const counts = new Map<string, number>();
  return {
    learn: (_question, { authorId }) => counts.set(authorId, (counts.get(authorId) ?? 0) + 1),
    rank: () =>
      [...counts].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
  };
}

function fluency(): Ranker {
  const router = createExpertRouter();
  return {
    learn: (question, answer) => router.learn({ ...question, answers: [answer] }),
    // Who asked may answer too, and in the data some do: nobody is kept out here.
    rank: ({ title, body, tags }, now) =>
      router
        .route({ title, body, tags }, { now, limit: Infinity })
        .map(({ personId, score }) => ({ id: personId, score })),
  };
}

/** Routes the questions from one place to another; with `grows`, all that came before each question is known. */
function routeAll(
  ranker: Ranker,
  questions: readonly DatedQuestion[],
  from: number,
  to: number,
  grows: boolean,
): Routed[] {
  const answers = questions
    .flatMap((question) => question.answers.map((answer) => ({ question, answer, at: Date.parse(answer.at) })))
    .sort((a, b) => a.at - b.at || (a.answer.id < b.answer.id ? -1 : 1));
  const split = questions[from]?.askedAt ?? new Date(NaN);
  let learned = 0;
  return questions.slice(from, to).map((question) => {
    const now = grows ? question.askedAt : split;
    for (let next = answers[learned]; next && next.at < now.getTime(); next = answers[learned]) {
      ranker.learn(next.question, next.answer);
      learned += 1;
    }
    return { question, ranking: ranker.rank(question, now) };
  });
}

interface Hits {
  readonly reciprocal: readonly number[];
  readonly inFive: readonly number[];
}

/** Over the questions that somebody with history answered. */
function hitsOf(routed: readonly Routed[]): Hits {
  const ranks = routed.flatMap(({ question, ranking }) => {
    const real = new Set(question.answers.map(({ authorId }) => authorId));
    const rank = ranking.findIndex(({ id }) => real.has(id)) + 1;
    return rank > 0 ? [rank] : [];
  });
  return { reciprocal: ranks.map((rank) => 1 / rank), inFive: ranks.map((rank) => (rank <= 5 ? 1 : 0)) };
}

const figure = ({ mean, low, high }: Estimate) =>
  `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`.padEnd(24);

interface Compared {
  readonly routed: readonly Routed[];
  readonly mrr: Estimate;
  readonly hit5: Estimate;
  readonly baseline: Estimate;
  readonly difference: Estimate;
  readonly questions: number;
}

function compare(
  title: string,
  questions: readonly DatedQuestion[],
  from: number,
  to: number,
  grows: boolean,
): Compared {
  const routed = routeAll(fluency(), questions, from, to, grows);
  const ours = hitsOf(routed);
  const theirs = hitsOf(routeAll(mostActive(), questions, from, to, grows));
  const paired = (a: readonly number[], b: readonly number[]) =>
    bootstrapMean(a.map((value, i) => value - (b[i] ?? 0)));
  const mrr = bootstrapMean(ours.reciprocal);
  const hit5 = bootstrapMean(ours.inFive);
  const baseline = bootstrapMean(theirs.reciprocal);
  const difference = paired(ours.reciprocal, theirs.reciprocal);
  console.log(`\n${title}: ${ours.reciprocal.length} questions`);
  console.log(`${''.padEnd(14)}${'MRR'.padEnd(24)}Hit@5`);
  console.log(`${'most active'.padEnd(14)}${figure(baseline)}${figure(bootstrapMean(theirs.inFive))}`);
  console.log(`${'Fluency'.padEnd(14)}${figure(mrr)}${figure(hit5)}`);
  console.log(`${'difference'.padEnd(14)}${figure(difference)}${figure(paired(ours.inFive, theirs.inFive))}`);
  return { routed, mrr, hit5, baseline, difference, questions: ours.reciprocal.length };
}

const { data, json, output } = benchmarkArguments(process.argv.slice(2));
if (data === undefined) throw new Error('--data DIR is needed: the folder with qa.jsonl.');
const questions = readQuestions(data);
const split = Math.floor(HISTORY * questions.length);
console.log(`${questions.length} questions, the first ${split} are history: ${data}`);
console.log('Means with 95 % intervals by bootstrap over questions; differences are paired.');
compare(
  'Within the history, where parameters were chosen',
  questions,
  Math.floor(CHOSEN_FROM * questions.length),
  split,
  true,
);
compare('What a product knows: every answer before the question', questions, split, questions.length, true);
const {
  routed,
  mrr,
  hit5,
  baseline,
  difference,
  questions: counted,
} = compare('History as it was when the first of them was asked', questions, split, questions.length, false);
if (output !== undefined) {
  writeFileSync(output, routed.map(({ question, ranking }) => runLines(question.id, ranking, 'fluency')).join(''));
}
if (json) {
  const round = (value: number) => Number(value.toFixed(5));
  console.log(
    JSON.stringify({
      mrr: round(mrr.mean),
      mrrLow: round(mrr.low),
      mrrHigh: round(mrr.high),
      hit5: round(hit5.mean),
      baselineMrr: round(baseline.mean),
      questions: counted,
      difference: round(difference.mean),
      differenceLow: round(difference.low),
      differenceHigh: round(difference.high),
    }),
  );
}
