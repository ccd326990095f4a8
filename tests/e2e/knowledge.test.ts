import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftOptions } from '../../service/capture/index.ts';
import { settleExchanges } from '../../service/exchanges/index.ts';
import { mailSettings, runNotify } from '../../service/notify/index.ts';
import { replySettings, type ReplySettings } from '../../service/replies/index.ts';
import { captureBySmtp } from '../support/capture-runs.ts';
import { startMailServer } from '../support/mail-server.ts';
import { OrgCalls } from '../support/org-calls.ts';
import { useDemo } from './support/demo.ts';

jest.setTimeout(300_000);

const TITLE = 'Does Globex really include on-site hypercare in year one?';
const ANSWER = 'Only in the enterprise tier, and for thirty days.';

const demo = useDemo();
let mail: Awaited<ReturnType<typeof startMailServer>>;
let settings: ReplySettings;
let folder: string;
let users: readonly Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  mail = await startMailServer();
  folder = mkdtempSync(join(tmpdir(), 'fluency-knowledge-'));
  users = await demo.org.admin.query('SELECT Id, Name, Email FROM User WHERE IsActive = true');
  const found = replySettings({
    FLUENCY_REPLY_ADDRESS: 'reply@larkspur.example',
    FLUENCY_REPLY_SECRET: 'a secret of thirty-two characters, or more',
  });
  if (found === undefined) throw new Error('There are settings.');
  settings = found;
});

afterAll(async () => {
  await mail?.close();
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (name: string): string => String(users.find((user) => user['Name'] === name)?.['Email']);
const one = async (soql: string): Promise<Readonly<Record<string, unknown>>> => {
  const [row] = await demo.org.admin.query(soql);
  if (row === undefined) throw new Error(`Nothing: ${soql}`);
  return row;
};

/** Open deals against Globex that two people own, the asker's first. */
async function dealsAgainstGlobex(): Promise<{ mine: string; name: string; theirs: string; other: string }> {
  const rows = await demo.org.admin.query(
    "SELECT Id, Name, Owner.Name FROM Opportunity WHERE IsClosed = false AND Owner.IsActive = true AND Main_Competitor__c = 'Globex' ORDER BY Id",
  );
  const ownerOf = (row: (typeof rows)[number]): string => String((row['Owner'] as { Name?: unknown }).Name);
  const mine = rows.find((row) => ownerOf(row) === 'Ana Ruiz');
  const theirs = rows.find((row) => !['Ana Ruiz', 'Marcus Webb', 'Ben Okafor'].includes(ownerOf(row)));
  if (!mine || !theirs) throw new Error('The demo has deals against Globex of two people.');
  return { mine: String(mine.Id), name: String(mine['Name']), theirs: String(theirs.Id), other: ownerOf(theirs) };
}

it('an answer that is given once, by e-mail, serves the next deal and shows who knows', async () => {
  const { mine, name, theirs, other } = await dealsAgainstGlobex();
  const service = await demo.org.service();

  // A rep asks inside a deal.
  const ana = await demo.as('Ana Ruiz');
  await ana.open(`/lightning/r/Opportunity/${mine}/view`);
  await ana.page.locator('c-deal-answers .ask button').click();
  const dialog = ana.page.getByRole('dialog');
  await dialog.locator('.title input').fill(TITLE);
  await dialog.locator('.tags input').fill('globex');
  await ana.settle();
  await ana.look('knowledge-ask');
  await dialog.locator('.post button').click();
  await dialog.waitFor({ state: 'detached' });
  await ana.settle();
  const question = await one(`SELECT Id, Opportunity__c, Context__c FROM Question__c WHERE Title__c = '${TITLE}'`);
  const questionId = String(question['Id']);
  expect(question['Opportunity__c']).toBe(mine);
  expect(String(question['Context__c'])).not.toContain(name);

  // An expert is told by e-mail and answers by replying, over a real SMTP connection.
  const marcus = await demo.org.personId('Marcus Webb');
  await service.insert('Expert_Request__c', [
    { Question__c: questionId, Person__c: marcus, Key__c: `${marcus}:${questionId}` },
  ]);
  const told = await runNotify(service, {
    now: new Date(Date.now() + 10_000),
    mail: mailSettings({ FLUENCY_SMTP_URL: mail.url, FLUENCY_MAIL_FROM: 'fluency@larkspur.example' }),
    replies: settings,
    replyDays: 30,
  });
  expect(told.refused).toEqual([]);
  const asked = mail.inbox.find(
    ({ to, mail: { subject } }) => to === addressOf('Marcus Webb') && subject.includes(TITLE),
  );
  expect(asked?.mail.text).not.toContain(name);
  const quote = (asked?.mail.text ?? '')
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const list = 'capture@larkspur.example';
  const run = {
    ledgerFile: join(folder, 'ledger.db'),
    list,
    settings,
    draft: () => draftOptions({ mode: 'notice' }, service, false),
  };
  const { report, replies } = await captureBySmtp(service, run, [
    {
      from: `Marcus Webb <${addressOf('Marcus Webb')}>`,
      to: asked?.replyTo ?? '',
      subject: `Re: ${asked?.mail.subject ?? ''}`,
      text: `${ANSWER}\n\nOn Tue, 4 Mar 2025 at 10:12, Fluency <fluency@larkspur.example> wrote:\n${quote}`,
    },
    // Meanwhile others talk on a mailing list that has the capture as a subscriber.
    {
      from: `Ana Ruiz <${addressOf('Ana Ruiz')}>`,
      to: list,
      subject: 'Globex migration fees',
      text: 'Does anybody know what Globex charges for the migration of old contracts?',
      messageId: '<fees-1@larkspur.example>',
    },
    {
      from: `Marcus Webb <${addressOf('Marcus Webb')}>`,
      to: list,
      subject: 'Re: Globex migration fees',
      text: 'They charge per contract, about forty dollars. Call +44 20 7946 0000 for the list.',
      messageId: '<fees-2@larkspur.example>',
      inReplyTo: '<fees-1@larkspur.example>',
      references: '<fees-1@larkspur.example>',
    },
  ]);
  expect(replies).toEqual(Array(3).fill(expect.stringMatching(/^250/)));
  expect(report).toMatchObject({ answered: 1, repliesRefused: [], written: 1, refused: [] });
  const answer = await one(`SELECT Id, Body__c, Owner.Name FROM Answer__c WHERE Question__c = '${questionId}'`);
  expect(answer).toMatchObject({ Body__c: `<p>${ANSWER}</p>`, Owner: { Name: 'Marcus Webb' } });

  // The exchange that was captured is reviewed and approved.
  const dan = await demo.as('Dan Keller');
  await dan.open('/lightning/n/Capture_Review');
  await dan.page.locator('c-capture-review .item', { hasText: 'Globex migration fees' }).click();
  await dan.settle();
  await dan.page.locator('c-capture-draft .tags input').fill('globex');
  await dan.page.locator('c-capture-draft .approve button').click();
  await dan.page.locator('c-capture-review .decision-text').first().waitFor();
  await dan.settle();
  await dan.close();
  expect(await settleExchanges(service)).toMatchObject({ published: 1, answers: 1, refused: [] });

  // Whoever asked accepts the answer.
  await ana.open(`/lightning/r/Question__c/${questionId}/view`);
  await ana.page.locator('c-question-answer .accept button').first().click();
  await ana.page.locator('c-question-answer .mark_accepted').first().waitFor();
  await ana.settle();
  await ana.close();

  // Another rep in a similar deal sees the answer, and nothing of the deal it was asked in.
  const rep = await demo.as(other);
  await rep.open(`/lightning/r/Opportunity/${theirs}/view`);
  const row = rep.page.locator('c-deal-answers .answer', { hasText: TITLE });
  await row.waitFor();
  await rep.look('knowledge-deal');
  expect(await row.innerText()).toContain('thirty days');
  await row.locator('.open').click();
  await rep.page.locator('c-question-answer .vote-up button').first().click();
  await rep.settle();
  await rep.look('knowledge-question');
  expect(await one(`SELECT Score__c FROM Answer__c WHERE Id = '${String(answer['Id'])}'`)).toMatchObject({
    Score__c: 1,
  });
  const answers = await rep.answers();
  expect(answers.filter(({ body }) => body.includes(name)).map(({ path }) => path)).toEqual([]);
  const calls = new OrgCalls(demo.org.url, rep.token);
  expect((await calls.soql(`SELECT Id FROM Opportunity WHERE Id = '${mine}'`)).records).toEqual([]);

  // The expert's page shows it with the next sync.
  await demo.org.sync();
  await rep.open(`/lightning/r/User/${marcus}/view`);
  const expertise = rep.page.locator('c-expert-card .expertise', { hasText: /globex/i });
  await expertise.waitFor();
  await expertise.locator('.toggle').click();
  await rep.page.locator('c-expert-card .open-answer', { hasText: TITLE }).waitFor();
  await rep.look('knowledge-expert');
  expect(rep.complaints).toEqual([]);
  await rep.close();
});
