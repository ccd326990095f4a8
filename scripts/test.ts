/**
 * Everything that must hold, one stage after the other: formatting, lint, types, platform compile, unit, metadata,
 * contract and end-to-end tests. Ends with `N passed, N failed`.
 *
 * Usage: npm test [-- stage …]   runs only the named stages
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './ensure-chromium.ts';
import { MISSING_CLI, ensureSalesforceCli } from './ensure-salesforce-cli.ts';
import { readJestReport } from './jest-report.ts';
import { skippedTests, type SkippedTests } from './skipped-tests.ts';

interface Tally {
  passed: number;
  failed: number;
  readonly skipped: readonly SkippedTests[];
}

interface Stage {
  readonly name: string;
  run(): Promise<Tally>;
}

const reports = mkdtempSync(path.join(tmpdir(), 'fluency-test-'));

function execute(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

const CONTRACT = 'unit-and-contract';

/** Jest keeps one processor free if not told otherwise: of two that is half. */
const ALL_PROCESSORS = '--maxWorkers=100%';

/** Where a stage of Jest tests leaves its report. */
const reportOf = (stage: string): string => path.join(reports, `${stage}.json`);

const local = (binary: string): string => path.join('node_modules', '.bin', binary);

/** A stage that is one command: it passes or fails as a whole. */
function command(name: string, binary: string, ...args: string[]): Stage {
  return {
    name,
    async run() {
      const ok = (await execute(binary, args)) === 0;
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
    },
  };
}

/** A stage of Jest tests, counted test by test. */
function jest(name: string, ...args: string[]): Stage {
  return {
    name,
    async run() {
      const file = reportOf(name);
      const code = await execute(local('jest'), ['--json', `--outputFile=${file}`, ...args]);
      const report = readJestReport(file);
      const failed = report.numFailedTests + (report.numFailedTests === 0 ? report.numFailedTestSuites : 0);
      return {
        passed: report.numPassedTests,
        failed: failed === 0 && code !== 0 ? 1 : failed,
        skipped: skippedTests(report),
      };
    },
  };
}

const stages: Stage[] = [
  command('build', process.execPath, '--import', 'tsx', 'scripts/build-lwc.ts'),
  command(
    'format',
    local('prettier'),
    '--check',
    '--cache',
    '--cache-location=.cache/prettier',
    '--log-level=warn',
    '.',
  ),
  command('lint', local('eslint'), '.', '--max-warnings=0'),
  command('slds', local('slds-linter'), 'lint', 'force-app/main/default/lwc'),
  command('types', process.execPath, '--import', 'tsx', 'scripts/check-types.ts'),
  command('platform-compile', process.execPath, '--import', 'tsx', 'scripts/compile-platform.ts'),
  jest('components', '--selectProjects', 'components', ALL_PROCESSORS),
  {
    name: CONTRACT,
    async run() {
      const cli = ensureSalesforceCli();
      // The tests that need it say so, too; they need not wait for npm again.
      if ('missing' in cli) process.env[MISSING_CLI] = cli.missing;
      return jest(CONTRACT, '--selectProjects', 'node', ALL_PROCESSORS).run();
    },
  },
  command('compatibility', process.execPath, '--import', 'tsx', 'scripts/write-compatibility.ts', reportOf(CONTRACT)),
  {
    name: 'end-to-end',
    async run() {
      await ensureChromium();
      return jest('end-to-end', '--selectProjects', 'e2e', '--runInBand').run();
    },
  },
];

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const total = { passed: 0, failed: 0 };
  const summary: string[] = [];
  for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`\n── ${stage.name}`);
    const started = performance.now();
    const tally = await stage.run();
    total.passed += tally.passed;
    total.failed += tally.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const count = tally.skipped.reduce((sum, each) => sum + each.count, 0);
    const skipped = count === 0 ? '' : `, ${count} skipped`;
    summary.push(
      `${tally.failed === 0 ? '✓' : '✗'} ${stage.name}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds} s)`,
      ...tally.skipped.map((each) => `  ○ ${each.count} skipped: ${each.what}`),
    );
  }
  console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .finally(() => {
    rmSync(reports, { recursive: true, force: true });
  });
