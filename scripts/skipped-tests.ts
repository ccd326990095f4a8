import { SKIP_SIGN } from '../tests/contract/signs.ts';
import type { TestOutcomes } from './jest-report.ts';

/** Tests that were not run for one reason, or one test that states none. */
export interface SkippedTests {
  readonly count: number;
  /** The reason, or the test's name. */
  readonly what: string;
}

/** What was not run, and why. */
export function skippedTests({ testResults }: TestOutcomes): readonly SkippedTests[] {
  const counts = new Map<string, number>();
  for (const { ancestorTitles, title, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (status !== 'pending') continue;
    const [name = '', reason = name] = [...ancestorTitles, title].join(' ').split(` ${SKIP_SIGN} `);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => ({ count, what }));
}
