import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureReport } from '../../../service/capture/index.ts';
import type { OrgClient } from '../../../service/connection/index.ts';
import { openReplyDesk, replyAddress } from '../../../service/replies/index.ts';
import { captureFrom } from '../../support/capture-runs.ts';
import { until } from '../../support/until.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { Dovecot, reasonToSkipDovecot } from '../support/dovecot.ts';
import { type TestMail, exchange } from '../support/mails.ts';
import { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const SETTINGS = { local: 'reply', domain: 'corp.example', secret: 'a secret of thirty-two characters, or more' };
const DAY = 86_400_000;

const withDovecot = reasonToSkipDovecot === undefined ? describe : describe.skip;
const because = reasonToSkipDovecot === undefined ? '' : ` (skipped: ${reasonToSkipDovecot})`;

withDovecot(`replies to notifications in an IMAP mailbox${because}`, () => {
  let org: TestOrg;
  let world: SmallWorld;
  let client: OrgClient;
  let server: Dovecot;
  let folder: string;
  let question: string;

  beforeAll(async () => {
    org = await startDeployedOrg();
    world = new SmallWorld(org.org);
    client = await org.connect();
    folder = mkdtempSync(join(tmpdir(), 'fluency-imap-replies-'));
    [question = ''] = world.insert('Question__c', [{ Title__c: 'How much?', Status__c: 'Open', Source__c: 'Web' }]);
    server = new Dovecot(14_392);
    await server.start();
  });

  afterAll(async () => {
    await server.close();
    await org.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const reply = (id: string, to: string, text: string): TestMail => ({
    id: `${id}@acme.example`,
    from: 'Ben <ben@acme.example>',
    to,
    subject: 'Re: How much?',
    text: `${text}\r\n\r\nOn Tue, 4 Mar 2025 at 10:12, Fluency <reply@corp.example> wrote:\r\n> How much?`,
  });
  const addressFor = (days: number): string =>
    replyAddress(SETTINGS, {
      questionId: question,
      userId: world.users.ben,
      expires: new Date(Date.now() + days * DAY),
    });
  const answers = () => world.rows(`SELECT Body__c, OwnerId FROM Answer__c WHERE Question__c = '${question}'`);

  function run(ledgerName: string, watch = false, signal = new AbortController().signal): Promise<CaptureReport> {
    const now = () => new Date();
    return captureFrom(client, 'imap:BOX', {
      environment: server.environment(),
      ledgerFile: join(folder, ledgerName),
      watch,
      signal,
      draft: () => Promise.resolve({ mode: 'notice', agreed: [], optedOut: [], names: [], tags: [] }),
      replies: openReplyDesk(client, SETTINGS, now),
      now,
    });
  }

  it('become answers where their token is good, and are told where it is forged or expired', async () => {
    const good = addressFor(30);
    const forged = good.replace(/\+(.)/, (_, first: string) => `+${first === 'a' ? 'b' : 'a'}`);
    server.deliver([
      reply('good', good, 'Ten percent.'),
      reply('forged', forged, 'Eleven percent.'),
      reply('expired', addressFor(-2), 'Twelve percent.'),
      { ...reply('stranger', good, 'Thirteen percent.'), from: 'Mallory <mallory@acme.example>' },
      // What is no reply is captured as in any other mailbox.
      ...exchange(71),
    ]);
    const report = await run('ledger.db');
    expect(report).toMatchObject({ answered: 1, mails: 2, written: 1, refused: [] });
    expect([...report.repliesRefused].sort()).toEqual([
      expect.stringMatching(/^This address for replies belongs to somebody else/),
      expect.stringMatching(/^This address for replies is not valid/),
      expect.stringMatching(/^This address for replies is too old/),
    ]);
    expect(JSON.stringify(report)).not.toContain(good.slice(6, 30));
    expect(answers()).toEqual([
      expect.objectContaining({ Body__c: '<p>Ten percent.</p>', OwnerId: world.users.ben }) as unknown,
    ]);
    // Nothing of a reply is in the bank of captured exchanges, whatever its token was worth.
    expect(world.rows("SELECT Id FROM Captured_Exchange__c WHERE Question_Title__c LIKE '%How much%'")).toEqual([]);
  });

  it('are answers once, whether the mailbox is read on or from its beginning', async () => {
    expect(await run('ledger.db')).toMatchObject({ answered: 0, known: 0, mails: 0, repliesRefused: [] });
    expect(await run('lost.db')).toMatchObject({ answered: 0, known: 1 });
    expect(answers()).toHaveLength(1);
  });

  it('become answers as they come in while the mailbox is watched', async () => {
    const ending = new AbortController();
    const watching = run('ledger.db', true, ending.signal);
    server.deliver([reply('later', addressFor(1), 'Fifteen, since today.')]);
    await until(
      () => answers().length,
      (count) => count === 2,
    );
    ending.abort();
    expect(await watching).toMatchObject({ answered: 1, repliesRefused: [] });
  });
});
