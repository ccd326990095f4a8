import { GAP_SIGN, SKIP_SIGN } from '../tests/contract/signs.ts';
import type { TestOutcomes } from './jest-report.ts';

const SUITE = /[\\/]tests[\\/]contract[\\/]/;
const TARGET = ', local-org';
const INTRODUCTION = `# What local-org does as the platform does

local-org is checked by one contract suite (\`tests/contract\`) which talks to an org as strangers' clients do. The same suite runs against a real org when \`FLUENCY_CONTRACT_URL\` (its instance URL) and \`FLUENCY_CONTRACT_TOKEN\` (an administrator's access token) are in the environment; use a scratch org, because it deploys objects and writes records. This page is made from a run of the suite (\`npm run compatibility\`), and \`npm test\` checks that it still says what was run. Of the Salesforce CLI a usual run tries the commands that matter most; all of them run where \`FLUENCY_CONTRACT_LONG\` is set.
`;

/**
 * The page about a run of the contract suite against local-org, in Markdown: gaps with their reasons first, then what was
 * checked, by part. Tests outside the suite, and of other orgs, are left out.
 */
export function compatibilityPage({ testResults }: TestOutcomes): string {
  const parts = new Map<string, string[]>();
  const gaps: string[] = [];
  const tests = testResults.filter(({ name }) => SUITE.test(name)).flatMap(({ assertionResults }) => assertionResults);
  for (const { ancestorTitles, title, status } of tests) {
    const [first = '', ...inner] = ancestorTitles;
    if (!first.endsWith(TARGET)) continue;
    const part = first.slice(0, -TARGET.length);
    // What a run leaves out for its length, or because a client is not installed, is checked by other runs.
    const [name = '', skipped] = [...inner, title].join(': ').split(` ${SKIP_SIGN} `);
    const [what = '', reason] = name.split(` ${GAP_SIGN} `);
    if (reason !== undefined) gaps.push(`- ${part}: ${escape(what)}. Reason: ${escape(reason)}.`);
    else if (status === 'passed' || skipped !== undefined)
      parts.set(part, [...(parts.get(part) ?? []), `- ${escape(what)}`]);
  }
  const sections = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, lines]) => section(part, lines));
  return [INTRODUCTION, section('Known gaps', gaps), ...sections].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${[...new Set(lines)].sort().join('\n')}\n`;
}

/** Titles hold queries: line ends and Markdown's own signs are shown as they are. */
function escape(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\*_`[\]<>]/g, String.raw`\$&`);
}
