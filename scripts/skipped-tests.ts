import { SKIP_SIGN } from '../tests/contract/skip-sign.ts';

/** The part of Jest's JSON report that is read. */
export interface SkipReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Tests that were not run for one reason, or one test that states none. */
export interface SkippedTests {
  readonly count: number;
  /** The reason, or the test's name. */
  readonly what: string;
}

/** What was not run, and why. */
export function skippedTests({ testResults }: SkipReport): readonly SkippedTests[] {
  const counts = new Map<string, number>();
  for (const { fullName, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (status !== 'pending') continue;
    const [name = '', reason = name] = fullName.split(` ${SKIP_SIGN} `);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => ({ count, what }));
}
