import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DraftSettings,
  Ledger,
  draftOptions,
  openSource,
  orgSink,
  runCapture,
} from '../../../service/capture/index.ts';
import { type OrgClient, connect } from '../../../service/connection/index.ts';
import { openReplyDesk, replyAddress } from '../../../service/replies/index.ts';
import { until } from '../../support/until.ts';
import { BreakableLink } from '../support/breakable-link.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { type TestMail, exchange, sourceOf } from '../support/mails.ts';
import { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

let org: TestOrg;
let world: SmallWorld;
let link: BreakableLink;
let environment: Readonly<Record<string, string>>;
let folder: string;

beforeAll(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  link = new BreakableLink(org.url);
  await link.mend();
  const { accessToken } = (await org.connect()).session();
  environment = { SF_INSTANCE_URL: link.url, SF_ACCESS_TOKEN: accessToken };
});

afterAll(async () => {
  await link.cut();
  await org.close();
});

beforeEach(async () => {
  await link.cut();
  await link.mend();
  folder = mkdtempSync(join(tmpdir(), 'fluency-org-away-'));
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(folder, 'mail', name), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function deliver(mails: readonly TestMail[]): void {
  for (const mail of mails) writeFileSync(join(folder, 'mail', 'new', mail.id), sourceOf(mail));
}

const waiting = (): number => readdirSync(join(folder, 'mail', 'new')).length;
const count = (soql: string): number => world.rows(soql).length;
const draftsOf = (number: number): number =>
  count(`SELECT Id FROM Captured_Exchange__c WHERE Question_Title__c = 'Discount for bundle number ${number}'`);

/** `fluency capture --watch` of the Maildir as a process of its own. */
function watch(): { readonly child: ChildProcess; output(): string; readonly ended: Promise<number | null> } {
  const args = ['capture', '--from', `maildir:${join(folder, 'mail')}`, '--watch', '--consent', 'notice'];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'service/cli/main.ts', ...args, '--ledger', join(folder, 'ledger.db')],
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return { child, output: () => output, ended: new Promise((resolve) => child.on('close', resolve)) };
}

it('stores mails while the org is away, and writes their drafts when it is back', async () => {
  const { child, output, ended } = watch();
  deliver(exchange(61));
  await until(
    () => draftsOf(61),
    (drafts) => drafts === 1,
  );
  await link.cut();
  deliver(exchange(62));
  await until(
    () => output(),
    (text) => text.includes('The org is away'),
  );
  await until(waiting, (mails) => mails === 0);
  // Longer than the first pause: a second attempt is in vain, and says nothing.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  deliver(exchange(63));
  await until(waiting, (mails) => mails === 0);
  await link.mend();
  for (const number of [62, 63])
    await until(
      () => draftsOf(number),
      (drafts) => drafts === 1,
    );
  await until(
    () => output(),
    (text) => text.includes('The org is back.'),
  );
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(output().match(/The org is/g)).toHaveLength(2);
  expect(output()).toContain('Mails are stored meanwhile, drafts wait.');
  expect(output()).toContain('6 new mails');
  expect(output()).toContain('3 drafts written');
});

it('ends in good order while the org is away, and the next run writes what waits', async () => {
  const first = watch();
  deliver(exchange(64));
  await until(
    () => draftsOf(64),
    (drafts) => drafts === 1,
  );
  await link.cut();
  deliver(exchange(65));
  await until(
    () => first.output(),
    (text) => text.includes('The org is away'),
  );
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.output()).toContain('4 new mails');
  await link.mend();
  const second = watch();
  await until(
    () => draftsOf(65),
    (drafts) => drafts === 1,
  );
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain('1 draft written');
});

describe('in a run that watches', () => {
  let client: OrgClient;
  let lines: string[];
  let ending: AbortController;

  beforeEach(async () => {
    client = await connect({}, environment);
    lines = [];
    ending = new AbortController();
  });

  async function start(from: string, withReplies = false) {
    const now = () => new Date();
    const replies = withReplies ? openReplyDesk(client, SETTINGS, now) : undefined;
    const source = await openSource(from, {
      environment: {},
      connect: () => Promise.resolve(client),
      smtp: { recipients: [] },
    });
    const sink = await orgSink(client);
    const ledger = Ledger.open(join(folder, 'ledger.db'));
    const settings = new DraftSettings(() => draftOptions({ mode: 'notice' }, client, false), now);
    await settings.current();
    await link.cut();
    const running = runCapture(source, ledger, sink, {
      watch: true,
      signal: ending.signal,
      largest: 1_000_000,
      settings,
      replies,
      now,
      say: (line) => lines.push(line),
    });
    return running.finally(async () => {
      await source.close();
      ledger.close();
    });
  }

  const SETTINGS = { local: 'reply', domain: 'corp.example', secret: 'a secret of thirty-two characters, or more' };
  const isBack = () =>
    until(
      () => lines.length,
      (said) => said === 2,
    );

  it('e-mails of the org are read on when it is back', async () => {
    const running = start('org');
    await until(
      () => lines.length,
      (said) => said === 1,
    );
    await link.mend();
    await isBack();
    ending.abort();
    await running;
    expect(lines).toEqual([expect.stringMatching(/^The org is away: Nothing answers/), 'The org is back.']);
  });

  it('a reply waits in its mailbox and is answered once', async () => {
    const [question = ''] = world.insert('Question__c', [{ Title__c: 'How much?', Status__c: 'Open' }]);
    const expires = new Date(Date.now() + 86_400_000);
    const to = replyAddress(SETTINGS, { questionId: question, userId: world.users.ben, expires });
    const late = replyAddress(SETTINGS, { questionId: question, userId: world.users.ben, expires: new Date(0) });
    deliver([
      // Refused without asking the org, and ahead of what has to wait for it.
      { id: 'a-late@acme.example', from: 'Ben <ben@acme.example>', to: late, text: 'Nine percent.' },
      { id: 'reply@acme.example', from: 'Ben <ben@acme.example>', to, text: 'Ten percent.' },
    ]);
    const running = start(`maildir:${join(folder, 'mail')}`, true);
    await until(
      () => lines.length,
      (said) => said === 1,
    );
    expect(await waiting()).toBe(2);
    await link.mend();
    await until(
      () => count(`SELECT Id FROM Answer__c WHERE Question__c = '${question}'`),
      (answers) => answers === 1,
    );
    await isBack();
    ending.abort();
    expect(await running).toMatchObject({
      answered: 1,
      known: 0,
      repliesRefused: [expect.stringMatching(/too old/)],
    });
    expect(await waiting()).toBe(0);
  });
});
