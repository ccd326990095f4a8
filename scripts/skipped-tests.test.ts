import { skippedTests } from './skipped-tests.ts';

const result = (title: string, status = 'pending') => ({
  name: 'some.test.ts',
  assertionResults: [{ ancestorTitles: [], title, status }],
});

describe('skipped tests', () => {
  it('are told once for each reason', () => {
    const report = {
      testResults: [
        result('CLI queries [not run] npm does not reach its registry: ENOTFOUND'),
        result('CLI deploys [not run] npm does not reach its registry: ENOTFOUND'),
        result('CLI retrieves [not run] only in the long run'),
        result('a test that ran', 'passed'),
      ],
    };
    expect(skippedTests(report)).toEqual([
      { count: 2, what: 'npm does not reach its registry: ENOTFOUND' },
      { count: 1, what: 'only in the long run' },
    ]);
  });

  it('that state no reason are named', () => {
    expect(skippedTests({ testResults: [result('something')] })).toEqual([{ count: 1, what: 'something' }]);
  });
});
