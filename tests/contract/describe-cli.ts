import { ensureSalesforceCli } from '../../scripts/ensure-salesforce-cli.ts';
import { loginToCli, type CliSession } from '../support/salesforce-cli.ts';
import { describeContract, type Subject } from './describe-contract.ts';
import { SKIP_SIGN } from './signs.ts';

/** Set to run every command; a usual run has those that matter most, because each takes a second or two. */
const LONG = 'FLUENCY_CONTRACT_LONG';

const PATIENCE_MS = 240_000;

/** What a test of the Salesforce CLI works with, once `beforeAll` has run. */
export interface CliSubject extends Subject {
  readonly cli: CliSession;
}

/** Declares a test, or skips it with the reason. */
export type CliTest = (name: string, test: () => Promise<void>) => void;

/**
 * Describes what the Salesforce CLI does with every target, unmodified. It is installed where it is not; where it
 * cannot be, the tests are skipped and say why.
 *
 * @param prepare what the part needs in the org before its first test
 */
export function describeCli(
  part: string,
  tests: (subject: () => CliSubject, testCli: CliTest, testCliLong: CliTest) => void,
  prepare: (subject: CliSubject) => Promise<void> = () => Promise.resolve(),
): void {
  const found = ensureSalesforceCli();
  const testCli: CliTest = 'missing' in found ? skipFor(found.missing) : (name, body) => test(name, body, PATIENCE_MS);
  const testCliLong = process.env[LONG] === undefined ? skipFor(`only where ${LONG} is set`) : testCli;
  let cli: CliSession | undefined;
  describeContract(
    `Salesforce CLI: ${part}`,
    (subject) => {
      afterAll(() => cli?.close());
      tests(() => withCli(subject(), cli), testCli, testCliLong);
    },
    async (subject) => {
      const { instanceUrl: url, accessToken } = subject.connection;
      if ('missing' in found) return;
      cli = await loginToCli(found.script, { url, accessToken: accessToken ?? '' });
      await prepare(withCli(subject, cli));
    },
  );
}

function skipFor(reason: string): CliTest {
  return (name, body) => test.skip(`${name} ${SKIP_SIGN} ${reason}`, body);
}

function withCli(subject: Subject, cli: CliSession | undefined): CliSubject {
  if (cli === undefined) throw new Error('The CLI is not logged in yet: ask for the subject inside a test');
  return { ...subject, cli };
}
