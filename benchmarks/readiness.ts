/**
 * How well the readiness model predicts the next answer, and how fast, next to IRT, PFA and a running average.
 *
 *   npm run --silent benchmark:readiness -- --data DIR [--json] [--output FILE]
 *
 * DIR holds tab-separated answers (user_id item_id timestamp correct skill_id): preprocessed_data_train.csv and
 * preprocessed_data_test.csv, or one data.csv, of which five folds by user index mod 5 are made. Each answer is predicted
 * strictly before it is seen. JSON: {auc, logLoss, ece, eventsPerSecond}, means over folds. FILE: one probability a
 * row, in the order of the input (the test file, or data.csv).
 */
import { writeFileSync } from 'node:fs';
import {
  type Accuracy,
  accuracyOf,
  advanceRun,
  type Answer,
  fitParameters,
  type FittedParameters,
  indexAnswers,
  startRun,
  withWeights,
} from '../core/readiness/fit/index.ts';
import { DEFAULT_PARAMETERS, predictAnswer } from '../core/readiness/index.ts';
import { benchmarkArguments } from './arguments.ts';
import { itemResponse, performanceFactors, runningAverage } from './readiness/baselines.ts';
import { readSplits, type Split } from './readiness/read-answers.ts';

/**
 * Each fold is timed this often and the fastest time counts, in seconds of one core and not of the clock: other
 * programs share the machine.
 */
const REPEATS = 5;

interface Predicted {
  readonly probabilities: Float64Array;
  readonly seconds: number;
}

type Model = (train: readonly Answer[], test: readonly Answer[]) => Predicted;

const timed =
  (baseline: (train: readonly Answer[], test: readonly Answer[]) => Float64Array): Model =>
  (train, test) => ({ probabilities: baseline(train, test), seconds: NaN });

/** Predicts and observes each answer, with the functions that the product uses. */
function predictAll({ parameters, learned }: FittedParameters, test: readonly Answer[]): Predicted {
  let seconds = Infinity;
  const probabilities = new Float64Array(test.length);
  const index = indexAnswers(test);
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const run = startRun(index, learned, parameters);
    const started = process.cpuUsage();
    advanceRun(run, parameters, (before, { moment }, i) => {
      probabilities[i] = predictAnswer(before, moment, parameters);
    });
    const { user, system } = process.cpuUsage(started);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { probabilities, seconds };
}

const DEFAULT_ALL = [...DEFAULT_PARAMETERS.skillWeights, ...DEFAULT_PARAMETERS.answerWeights];

const MODELS: readonly (readonly [string, Model])[] = [
  ['running average', timed(runningAverage)],
  ['IRT', timed(itemResponse)],
  ['PFA', timed(performanceFactors)],
  ['Fluency, shipped weights', (train, test) => predictAll(withWeights(train, DEFAULT_PARAMETERS, DEFAULT_ALL), test)],
  [
    'Fluency, without context',
    (train, test) => {
      const { parameters, learned } = fitParameters(train, DEFAULT_PARAMETERS, { contexts: false });
      return predictAll({ parameters, learned }, test);
    },
  ],
  ['Fluency', (train, test) => predictAll(fitParameters(train), test)],
];

interface Result extends Accuracy {
  readonly eventsPerSecond: number;
}

function measure(model: Model, splits: readonly Split[], output: Float64Array): Result {
  const folds = splits.map(({ train, test, outputRows }) => {
    const { probabilities, seconds } = model(train, test.answers);
    const ofRows = test.answerOfRow.map((answer) => probabilities[answer] ?? NaN);
    ofRows.forEach((probability, i) => (output[outputRows[i] ?? 0] = probability));
    const values = test.answerOfRow.map((answer) => test.answers[answer]?.value ?? NaN);
    return { ...accuracyOf(ofRows, values), answers: test.answers.length, seconds };
  });
  const sum = (read: (fold: (typeof folds)[number]) => number) => folds.reduce((total, fold) => total + read(fold), 0);
  return {
    auc: sum(({ auc }) => auc) / folds.length,
    logLoss: sum(({ logLoss }) => logLoss) / folds.length,
    ece: sum(({ ece }) => ece) / folds.length,
    eventsPerSecond: sum(({ answers }) => answers) / sum(({ seconds }) => seconds),
  };
}

function line(name: string, { auc, logLoss, ece, eventsPerSecond }: Result): string {
  const speed = Number.isNaN(eventsPerSecond) ? '' : Math.round(eventsPerSecond).toLocaleString('en');
  const figures = [auc, logLoss, ece].map((value) => value.toFixed(4).padStart(9)).join('');
  return `${name.padEnd(26)}${figures}${speed.padStart(12)}`;
}

const { data, json, output } = benchmarkArguments(process.argv.slice(2));
if (data === undefined) throw new Error('--data DIR is needed: the folder with the answers.');
const splits = readSplits(data);
const rows = splits.reduce((sum, { outputRows }) => sum + outputRows.length, 0);
console.log(
  `${rows} answers predicted, ${splits.length === 1 ? 'train and test file' : `${splits.length} folds`}: ${data}`,
);
console.log(
  `${'model'.padEnd(26)}${['AUC', 'log loss', 'ECE'].map((name) => name.padStart(9)).join('')}${'events/s'.padStart(12)}`,
);
let last: Result | undefined;
const predictions = new Float64Array(rows);
for (const [name, model] of MODELS) {
  last = measure(model, splits, predictions);
  console.log(line(name, last));
}
if (output !== undefined) writeFileSync(output, `${[...predictions].map((each) => each.toFixed(6)).join('\n')}\n`);
if (json && last) {
  const round = (value: number) => Number(value.toFixed(5));
  const { auc, logLoss, ece, eventsPerSecond } = last;
  console.log(
    JSON.stringify({
      auc: round(auc),
      logLoss: round(logLoss),
      ece: round(ece),
      eventsPerSecond: Math.round(eventsPerSecond),
    }),
  );
}
