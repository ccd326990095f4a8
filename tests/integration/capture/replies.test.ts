import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../../../service/connection/index.ts';
import { replyAddress, replySettings } from '../../../service/replies/index.ts';
import { captureBySmtp } from '../../support/capture-runs.ts';
import { type TestOrg, startDeployedOrg } from '../support/deployed-org.ts';
import { SmallWorld } from '../support/small-world.ts';

jest.setTimeout(120_000);

const SECRET = 'a secret of thirty-two characters, or more';
const DAY = 86_400_000;

let org: TestOrg;
let world: SmallWorld;
let client: OrgClient;
let folder: string;
let question: string;

beforeAll(async () => {
  org = await startDeployedOrg();
  world = new SmallWorld(org.org);
  client = await org.connect();
  folder = mkdtempSync(join(tmpdir(), 'fluency-replies-'));
  [question = ''] = world.insert('Question__c', [
    { Title__c: 'How much?', Status__c: 'Open', Source__c: 'Web', OwnerId: world.users.ana },
  ]);
});

afterAll(async () => {
  await org.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => {
  const found = replySettings({ FLUENCY_REPLY_ADDRESS: 'reply@corp.example', FLUENCY_REPLY_SECRET: SECRET });
  if (found === undefined) throw new Error('there are settings');
  return found;
};
const addressFor = (person: keyof SmallWorld['users'], days = 30, about = question): string =>
  replyAddress(settings(), {
    questionId: about,
    userId: world.users[person],
    expires: new Date(Date.now() + days * DAY),
  });
const answers = (about = question) =>
  world.rows(`SELECT Body__c, OwnerId, Source__c FROM Answer__c WHERE Question__c = '${about}' ORDER BY Id`);

const QUOTE =
  '\r\n\r\nOn Tue, 4 Mar 2025 at 10:12, Fluency <reply@corp.example> wrote:\r\n> How much?\r\n> Answer by replying.';

interface Sent {
  readonly to: string;
  readonly from?: string;
  readonly text?: string;
  readonly messageId?: string;
  readonly headers?: Record<string, string>;
}

/** Sends mails to a listener of their own. */
const send = (mails: readonly Sent[]) =>
  captureBySmtp(
    client,
    {
      ledgerFile: join(folder, 'ledger.db'),
      list: 'capture@corp.example',
      settings: settings(),
      draft: () => Promise.resolve({ mode: 'notice', agreed: [], optedOut: ['ana@acme.example'], names: [], tags: [] }),
    },
    mails.map(({ from = 'Ben <ben@acme.example>', text = `Ten percent.${QUOTE}`, ...mail }) => ({
      ...mail,
      from,
      text,
      subject: 'Re: How much?',
    })),
  );

it('makes a reply the answer of whoever was told, once, without the quote', async () => {
  const mail: Sent = { to: addressFor('ben'), messageId: '<one@acme.example>', text: `Ten <b>percent</b>.${QUOTE}` };
  const { replies, report } = await send([mail, mail]);
  expect(replies).toEqual([expect.stringMatching(/^250/), expect.stringMatching(/^250/)]);
  expect(report).toMatchObject({ answered: 1, known: 1, repliesRefused: [], mails: 0 });
  expect(answers()).toMatchObject([
    { Body__c: '<p>Ten &lt;b&gt;percent&lt;/b&gt;.</p>', OwnerId: world.users.ben, Source__c: 'E-mail' },
  ]);
  // Sent again after the author edited the answer: the edit stays.
  const [saved] = world.rows(`SELECT Id FROM Answer__c WHERE Question__c = '${question}'`);
  world.update('Answer__c', { Id: String(saved?.['Id']), Body__c: '<p>Edited.</p>' });
  expect((await send([mail])).report).toMatchObject({ answered: 0, known: 1 });
  expect(answers()).toMatchObject([{ Body__c: '<p>Edited.</p>' }]);
});

it('refuses, in words and without the token, what is forged, altered, expired, or somebody else’s', async () => {
  const good = addressFor('ben');
  const altered = good.replace(/\+(.)/, (_, first: string) => `+${first === 'a' ? 'b' : 'a'}`);
  const { replies, report } = await send([
    { to: 'reply+abc@corp.example' },
    { to: altered },
    { to: addressFor('ben', -2) },
    { to: good, from: 'Mallory <mallory@acme.example>' },
    { to: 'other@corp.example' },
  ]);
  expect(replies).toEqual([
    expect.stringMatching(/^550 This address for replies is not valid/),
    expect.stringMatching(/^550 This address for replies is not valid/),
    expect.stringMatching(/^550 This address for replies is too old/),
    expect.stringMatching(/^550 This address for replies belongs to somebody else/),
    expect.stringMatching(/^550 No such recipient/),
  ]);
  expect(report.answered).toBe(0);
  expect(report.repliesRefused).toHaveLength(1);
  expect(JSON.stringify(report)).not.toContain(good.slice(6, 30));
  expect(JSON.stringify([replies, report])).not.toContain(SECRET);
  expect(answers()).toHaveLength(1);
});

it('refuses a reply without words, and to a question that takes no more', async () => {
  const [closed = ''] = world.insert('Question__c', [{ Title__c: 'Done', Status__c: 'Closed', Source__c: 'Web' }]);
  const { replies } = await send([
    { to: addressFor('ben'), text: QUOTE },
    { to: addressFor('ben', 30, closed) },
    { to: addressFor('ben', 30, `${closed.slice(0, 12)}zzz${closed.slice(15)}`) },
  ]);
  expect(replies).toEqual([
    expect.stringMatching(/^550 No words/),
    expect.stringMatching(/^550 The question takes no more/),
    expect.stringMatching(/^550 The question is no longer there/),
  ]);
});

it('leaves an out-of-office alone, and takes a reply of somebody who opted out of capture', async () => {
  const { replies, report } = await send([
    { to: addressFor('ben'), messageId: '<away@acme.example>', headers: { 'Auto-Submitted': 'auto-replied' } },
    { to: addressFor('ana'), from: 'ana@acme.example', messageId: '<own@acme.example>', text: 'I found out: twelve.' },
  ]);
  expect(replies.every((reply) => reply.startsWith('250'))).toBe(true);
  expect(report).toMatchObject({ answered: 1, leftOut: 1 });
  expect(answers().map((row) => row['OwnerId'])).toEqual([world.users.ben, world.users.ana]);
});

it('asks to be tried again where the org is away, and goes on listening', async () => {
  const away = jest.spyOn(client, 'queryMany').mockRejectedValue(new Error('the org is away'));
  try {
    const { replies, report } = await send([
      { to: addressFor('ben'), messageId: '<later@acme.example>' },
      { to: 'capture@corp.example', text: 'Hello' },
    ]);
    expect(replies).toEqual([expect.stringMatching(/^451/), expect.stringMatching(/^250/)]);
    expect(report).toMatchObject({ answered: 0, mails: 1 });
  } finally {
    away.mockRestore();
  }
});

it.each([
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION', /^550 The knowledge bank did not take this answer/],
  ['INSUFFICIENT_ACCESS_OR_READONLY', /^451/],
])('says whether to try again where the org refuses an answer: %s', async (code, expected) => {
  const insert = jest.spyOn(client, 'insert').mockResolvedValue([{ ok: false, code, message: 'No.' }]);
  try {
    const { replies, report } = await send([{ to: addressFor('ben'), messageId: `<${code}@acme.example>` }]);
    expect(replies).toEqual([expect.stringMatching(expected)]);
    expect(report.answered).toBe(0);
  } finally {
    insert.mockRestore();
  }
});

it.each([
  [{ FLUENCY_REPLY_ADDRESS: 'reply@corp.example' }],
  [{ FLUENCY_REPLY_ADDRESS: 'reply@corp.example', FLUENCY_REPLY_SECRET: 'short' }],
  [{ FLUENCY_REPLY_ADDRESS: 'knowledge@corp.example', FLUENCY_REPLY_SECRET: SECRET }],
  [{ FLUENCY_REPLY_SECRET: SECRET }],
])('says which setting is wrong, and no secret: %j', (environment) => {
  let message = '';
  try {
    replySettings(environment);
  } catch (error) {
    message = JSON.stringify(error) + String(error);
  }
  expect(message).toContain('REPLY_SETTINGS_WRONG');
  expect(message).not.toContain(SECRET);
});
