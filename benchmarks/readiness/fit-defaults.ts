/**
 * Fits the weights that core ships, on public answer data:
 *
 *   npm run --silent fit:readiness -- DIR [DIR…]
 *
 * Each DIR is one of benchmark:readiness; of a train and a test file, the train file alone is used. Writes
 * core/readiness/default-weights.ts. No time, no randomness: the same data give the same file.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitSharedWeights } from '../../core/readiness/fit/index.ts';
import { readTraining } from './read-answers.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Give the folders with the answers to fit on.');
const weights = fitSharedWeights(folders.map(readTraining));
const target = join(dirname(fileURLToPath(import.meta.url)), '../../core/readiness/default-weights.ts');
const lines = Object.entries(weights).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
writeFileSync(
  target,
  [
    "import type { FittedWeights } from './parameters.ts';",
    '',
    '/** Written by `npm run fit:readiness` (docs/readiness.md): change the fit, not the numbers. */',
    'export const DEFAULT_WEIGHTS: FittedWeights = {',
    ...lines,
    '};',
    '',
  ].join('\n'),
);
console.log(lines.join('\n'));
