/**
 * Whether recommended training closes gaps faster than popularity, a fixed curriculum and chance.
 *
 *   npm run --silent benchmark:readiness-simulation -- [--people N] [--seeds N] [--json]
 *
 * Simulated people learn and forget by equations of their own (benchmarks/simulation), the same ten minutes a week under
 * each policy; Fluency sees nothing but which answers were right. Every figure is a mean over seeds, every difference
 * is paired by seed, with a 95 % interval. JSON: for each world {meanGap: {policy: points}, less: {policy: {mean, low,
 * high}}, lessAtEnd}: how many points less the recommended people missed on average over the weeks, and in the last.
 */
import { parseArgs } from 'node:util';
import { type Interval, intervalOf } from './simulation/paired-interval.ts';
import { allKnowing, chance, curriculum, type Policy, popularity, recommended } from './simulation/policies.ts';
import { type Outcome, runPolicy } from './simulation/run-policy.ts';
import { simulatedWorld } from './simulation/simulated-world.ts';
import { type WorldOptions, WORLDS } from './simulation/world-options.ts';

const SEASON = { weeks: 26, minutesPerWeek: 10 };
const SHOWN_WEEKS = [0, 2, 4, 8, 13, 26];
const RECOMMENDED = 'recommended';
const RIVALS: readonly (readonly [string, Policy])[] = [
  ['popularity', popularity],
  ['curriculum', curriculum],
  ['chance', chance],
];
const POLICIES: readonly (readonly [string, Policy])[] = [
  [RECOMMENDED, recommended],
  ...RIVALS,
  ['(all-knowing)', allKnowing],
];

/** By rival. */
type Differences = Readonly<Record<string, Interval>>;

/** For each policy one run a seed. */
type Runs = ReadonlyMap<string, readonly (readonly Outcome[])[]>;

function runsOf(options: WorldOptions, people: number, seeds: number): Runs {
  const each = Array.from({ length: seeds }, (_unused, seed) => seed);
  return new Map(
    POLICIES.map(([name, policy]) => [
      name,
      each.map((seed) => runPolicy(simulatedWorld(seed, people, options), policy, seed, SEASON)),
    ]),
  );
}

function valuesOf(runs: Runs, policy: string, read: (run: readonly Outcome[]) => number): number[] {
  return (runs.get(policy) ?? []).map(read);
}

/** How much less of something the recommended people have than those of a rival, paired by seed. */
function lessThan(runs: Runs, rival: string, read: (run: readonly Outcome[]) => number): Interval {
  const own = valuesOf(runs, RECOMMENDED, read);
  return intervalOf(valuesOf(runs, rival, read).map((value, i) => value - (own[i] ?? NaN)));
}

const gapIn = (week: number) => (run: readonly Outcome[]) => run[week]?.gap ?? NaN;
const readyIn = (week: number) => (run: readonly Outcome[]) => 100 * (run[week]?.ready ?? NaN);
/** Mean over the weeks after the start: the sooner a gap is closed, the less. */
const meanGap = (run: readonly Outcome[]) => run.slice(1).reduce((sum, { gap }) => sum + gap, 0) / (run.length - 1);

const points = (value: number) => value.toFixed(1);
const signed = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
const worded = ({ mean, low, high }: Interval) => `${signed(mean)} (${signed(low)} to ${signed(high)})`;

function printByWeek(title: string, runs: Runs, read: (week: number) => (run: readonly Outcome[]) => number): void {
  console.log(`\n${title.padEnd(34)}${SHOWN_WEEKS.map((week) => `week ${week}`.padStart(9)).join('')}`);
  for (const [name] of POLICIES) {
    const cells = SHOWN_WEEKS.map((week) => points(intervalOf(valuesOf(runs, name, read(week))).mean).padStart(9));
    console.log(`${name.padEnd(34)}${cells.join('')}`);
  }
}

function printDifferences(runs: Runs): void {
  const weeks = SHOWN_WEEKS.slice(2);
  console.log(`\n${'points of gap less than'.padEnd(24)}${weeks.map((week) => `week ${week}`.padStart(22)).join('')}`);
  for (const [rival] of RIVALS) {
    const cells = weeks.map((week) => worded(lessThan(runs, rival, gapIn(week))).padStart(22));
    console.log(`${rival.padEnd(24)}${cells.join('')}`);
  }
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '30' },
    seeds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});
const people = wholeNumber('--people', values.people, 1);
const seeds = wholeNumber('--seeds', values.seeds, 5);

console.log(`${seeds} seeds × ${people} people, ${SEASON.minutesPerWeek} minutes a week for ${SEASON.weeks} weeks`);
const result: Record<string, { meanGap: Record<string, number>; less: Differences; lessAtEnd: Differences }> = {};
for (const [world, options] of WORLDS) {
  const runs = runsOf(options, people, seeds);
  if (Object.keys(result).length === 0) {
    printByWeek('hidden gap, points', runs, gapIn);
    printByWeek('people ready, %', runs, readyIn);
    printDifferences(runs);
    const names = POLICIES.map(([name]) => name.padStart(14)).join('');
    console.log(`\n${'mean gap over the weeks'.padEnd(24)}${names}   less than the best rival   in the last week`);
  }
  const means = POLICIES.map(([name]): [string, number] => [name, intervalOf(valuesOf(runs, name, meanGap)).mean]);
  const less = differences(runs, meanGap);
  const lessAtEnd = differences(runs, gapIn(SEASON.weeks));
  const cells = means.map(([, mean]) => points(mean).padStart(14)).join('');
  console.log(`${world.padEnd(24)}${cells}   ${worded(least(less)).padEnd(24)}   ${worded(least(lessAtEnd))}`);
  result[world] = { meanGap: Object.fromEntries(means), less, lessAtEnd };
}
if (values.json) {
  console.log(JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' ? round(value) : value)));
}

function differences(runs: Runs, read: (run: readonly Outcome[]) => number): Differences {
  return Object.fromEntries(RIVALS.map(([rival]) => [rival, lessThan(runs, rival, read)]));
}

/** The difference to the best rival. */
function least(of: Differences): Interval {
  return Object.values(of).reduce((a, b) => (a.mean < b.mean ? a : b));
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new TypeError(`${option} ${text}: give a whole number from ${least} on.`);
}
