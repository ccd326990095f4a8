/**
 * Writes docs/local-org-compatibility.md from a run of the contract suite against local-org: what was checked, and what
 * the platform does and local-org does not.
 *
 * Usage: npm run compatibility             runs the suite and writes the page
 *        npm run compatibility -- REPORT   writes nothing: says whether the page agrees with Jest's report (JSON)
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { compatibilityPage } from './compatibility-page.ts';
import { type JestReport, readJestReport } from './jest-report.ts';

const PAGE = 'docs/local-org-compatibility.md';

function runSuite(): JestReport {
  const folder = mkdtempSync(path.join(tmpdir(), 'fluency-contract-'));
  const file = path.join(folder, 'report.json');
  try {
    const args = ['tests/contract', '--selectProjects', 'node', '--maxWorkers=100%', '--json', `--outputFile=${file}`];
    execFileSync(path.join('node_modules', '.bin', 'jest'), args, { stdio: ['ignore', 'ignore', 'inherit'] });
    return readJestReport(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A report of a run before, or of a run now where there was none. */
function readReport(file: string): JestReport {
  return existsSync(file) ? readJestReport(file) : runSuite();
}

async function formattedPage(report: JestReport): Promise<string> {
  return format(compatibilityPage(report), { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

const [report] = process.argv.slice(2);
if (report === undefined) {
  writeFileSync(PAGE, await formattedPage(runSuite()));
} else if (readFileSync(PAGE, 'utf8') !== (await formattedPage(readReport(report)))) {
  console.error(`${PAGE} does not say what the contract suite checks. Run: npm run compatibility`);
  process.exitCode = 1;
}
