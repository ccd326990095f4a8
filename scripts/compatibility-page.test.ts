import { compatibilityPage } from './compatibility-page.ts';

const test = (part: string, title: string, status = 'passed', ...inner: string[]) => ({
  ancestorTitles: [part, ...inner],
  title,
  status,
});
const report = (...assertionResults: ReturnType<typeof test>[]) => ({
  testResults: [{ name: '/home/x/tests/contract/query.test.ts', assertionResults }],
});

it('lists what was checked by part, and gaps with their reasons', () => {
  const page = compatibilityPage(
    report(
      test('SOQL, local-org', 'orders by Key__c'),
      test('Bulk, local-org', 'loads', 'passed', 'ingest'),
      test('SOQL, local-org', 'measures distances [gap] no location fields'),
    ),
  );
  expect(page.slice(page.indexOf('## Known'))).toBe(
    '## Known gaps\n\n- SOQL: measures distances. Reason: no location fields.\n\n' +
      String.raw`## Bulk

- ingest: loads

## SOQL

- orders by Key\_\_c
`,
  );
});

it('lists what a run left out for its reason, as another run checks it', () => {
  const page = compatibilityPage(report(test('CLI, local-org', 'exports [not run] npm reaches nothing', 'pending')));
  expect(page).toContain('## CLI\n\n- exports\n');
});

it('says nothing of tests that did not pass, of other orgs and of other suites', () => {
  const nothing = compatibilityPage({ testResults: [] });
  expect(compatibilityPage(report(test('SOQL, local-org', 'a', 'failed'), test('SOQL, a real org', 'b')))).toBe(
    nothing,
  );
  expect(
    compatibilityPage({ testResults: [{ name: '/x/core/a.test.ts', assertionResults: [test('A, local-org', 'c')] }] }),
  ).toBe(nothing);
});
