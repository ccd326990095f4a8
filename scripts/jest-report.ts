import { readFileSync } from 'node:fs';

/** What became of one test. */
export interface TestOutcome {
  /** The titles of the blocks around it, outermost first. */
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  /** `passed`, `failed`, or `pending` when it was not run. */
  readonly status: string;
}

/** The outcomes of a run, by file. */
export interface TestOutcomes {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    readonly assertionResults: readonly TestOutcome[];
  }[];
}

/** The part of Jest's JSON report that is read. */
export interface JestReport extends TestOutcomes {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

/** Reads what `jest --json --outputFile=FILE` wrote. */
export function readJestReport(file: string): JestReport {
  return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
}
