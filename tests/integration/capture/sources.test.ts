import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { DraftOptions } from '../../../core/capture/index.ts';
import { type CaptureReport, DraftSettings, type MailSource } from '../../../service/capture/index.ts';
import { until } from '../../support/until.ts';
import { DRAFT, captureToFile, sourceWithoutOrg } from '../support/capture-to-file.ts';
import { exchange, mboxOf, sourceOf } from '../support/mails.ts';

jest.setTimeout(30_000);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fluency-sources-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Draft {
  readonly id: string;
  readonly draft: {
    readonly questionTitle: string;
    readonly answers: readonly { readonly body: string }[];
    readonly suggestedTags: readonly string[];
  };
}

const drafts = (): Draft[] =>
  readFileSync(join(folder, 'drafts.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Draft);

const source = (from: string, smtp = {}): Promise<MailSource> => sourceWithoutOrg(from, { smtp });

function run(
  from: MailSource,
  {
    draft = {},
    ...options
  }: { draft?: Partial<DraftOptions>; watch?: boolean; signal?: AbortSignal; largest?: number } = {},
): Promise<CaptureReport> {
  const now = () => new Date('2025-03-05T00:00:00Z');
  const wanted = { ...DRAFT, tags: ['bundle', 'pricing'], ...draft };
  return captureToFile(folder, from, {
    ...options,
    settings: new DraftSettings(() => Promise.resolve(wanted), now),
    now,
  });
}

describe('an mbox file', () => {
  it('becomes one draft an exchange, redacted and with tags', async () => {
    const file = join(folder, 'a.mbox');
    writeFileSync(file, mboxOf([...exchange(1), ...exchange(2)]));
    expect(await run(await source(`mbox:${file}`))).toMatchObject({ mails: 4, written: 2 });
    expect(drafts().map(({ draft }) => draft.questionTitle)).toEqual([
      'Discount for bundle number 1',
      'Discount for bundle number 2',
    ]);
    expect(drafts()[0]?.draft.answers.map(({ body }) => body)).toEqual(['Up to 1 percent. Call [phone] if unsure.']);
    expect(drafts()[0]?.draft.suggestedTags).toEqual(['bundle']);
  });

  it('joins a mail without headers to the thread that it quotes, whatever its subject', async () => {
    const file = join(folder, 'a.mbox');
    const said = 'How much discount may we give on a bundle of three products for two years?';
    const quote = `On Tue, 4 Mar 2025 at 10:12, Ana Ruiz <ana@corp.example> wrote:\r\n> ${said}`;
    const answer = { from: 'Ben Okoye <ben@corp.example>', date: 'Tue, 04 Mar 2025 11:00:00 +0000' };
    writeFileSync(
      file,
      mboxOf([
        { id: 'q@x.example', subject: 'A thing', text: said },
        { id: 'a@x.example', subject: 'Entirely other words', text: `Up to ten percent.\r\n\r\n${quote}`, ...answer },
      ]),
    );
    expect(await run(await source(`mbox:${file}`))).toMatchObject({ mails: 2, written: 1 });
    expect(drafts()[0]?.draft.answers.map(({ body }) => body)).toEqual(['Up to ten percent.']);
  });

  it('is read on where it grew, and the draft of an exchange that goes on stays one', async () => {
    const file = join(folder, 'a.mbox');
    const [question, answer] = exchange(1);
    writeFileSync(file, mboxOf([question!]));
    expect(await run(await source(`mbox:${file}`))).toMatchObject({ mails: 1, written: 0, noExchange: 1 });
    appendFileSync(file, mboxOf([answer!]));
    expect(await run(await source(`mbox:${file}`))).toMatchObject({ mails: 1, known: 0, written: 1 });
    appendFileSync(
      file,
      mboxOf([
        {
          id: 'more@x.example',
          from: 'Eve <eve@corp.example>',
          date: 'Tue, 04 Mar 2025 12:00:00 +0000',
          answers: question!.id,
          text: 'Finance allows two percent more.',
        },
      ]),
    );
    expect(await run(await source(`mbox:${file}`))).toMatchObject({ mails: 1, written: 1 });
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.draft.answers).toHaveLength(2);
    expect(await run(await source(`mbox:${file}`))).toMatchObject({ mails: 0, written: 0 });
  });

  it.each(['Dear all,\nplease find attached', '\u0000\u0001\u0002', 'From: ana@corp.example\n\nHello'])(
    'refuses what is no mbox: %j',
    async (text) => {
      const file = join(folder, 'notes.txt');
      writeFileSync(file, text);
      await expect(run(await source(`mbox:${file}`))).rejects.toThrow('does not begin with a line "From …"');
    },
  );

  it('keeps lines that begin with "From ", and leaves out what is too large', async () => {
    const file = join(folder, 'a.mbox');
    const [question, answer] = exchange(1);
    const large = { id: 'large@x.example', text: 'x\n'.repeat(300_000) };
    writeFileSync(
      file,
      mboxOf([large, question!, { ...answer!, text: 'From here on it is easy: 5 percent.\nFrom 2025 on, 6.' }]),
    );
    expect(await run(await source(`mbox:${file}`), { largest: 100_000 })).toMatchObject({
      mails: 2,
      tooLarge: 1,
      written: 1,
    });
    expect(drafts()[0]?.draft.answers[0]?.body).toBe('From here on it is easy: 5 percent.\nFrom 2025 on, 6.');
  });
});

describe('people who opted out', () => {
  const mails = () => [...exchange(1), ...exchange(2).map((mail) => ({ ...mail, from: 'Eve <eve@corp.example>' }))];

  it('are never captured, and nothing of their mails is kept', async () => {
    const file = join(folder, 'a.mbox');
    writeFileSync(file, mboxOf(mails()));
    expect(await run(await source(`mbox:${file}`), { draft: { optedOut: ['BEN@corp.example'] } })).toMatchObject({
      leftOut: 1,
      written: 0,
    });
    expect(readFileSync(join(folder, 'ledger.db'), 'latin1')).not.toContain('ben@corp.example');
  });

  it('take back what was captured before', async () => {
    const file = join(folder, 'a.mbox');
    writeFileSync(file, mboxOf(exchange(1)));
    await run(await source(`mbox:${file}`));
    expect(drafts()).toHaveLength(1);
    appendFileSync(
      file,
      mboxOf([{ id: 'more@x.example', answers: 'question-1@corp.example', text: 'And for ninety seats?' }]),
    );
    await run(await source(`mbox:${file}`), { draft: { optedOut: ['ben@corp.example'] } });
    expect(drafts()).toHaveLength(0);
  });
});

it('a Maildir is emptied into cur, mail by mail, once it is stored', async () => {
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(folder, 'mail', name), { recursive: true });
  exchange(3).forEach((mail, i) => writeFileSync(join(folder, 'mail', 'new', `${i}.host`), sourceOf(mail)));
  expect(await run(await source(`maildir:${join(folder, 'mail')}`))).toMatchObject({ mails: 2, written: 1 });
  expect(readdirSync(join(folder, 'mail', 'new'))).toEqual([]);
  expect(readdirSync(join(folder, 'mail', 'cur')).sort()).toEqual(['0.host:2,S', '1.host:2,S']);
});

describe('the listener', () => {
  async function listening(lmtp: boolean, work: (port: number) => Promise<void>): Promise<CaptureReport> {
    let port = 0;
    const ending = new AbortController();
    const from = await source('smtp:127.0.0.1:0', {
      recipients: ['capture@corp.example'],
      lmtp,
      onListening: (at: number) => (port = at),
    });
    const running = run(from, { watch: true, signal: ending.signal, largest: 50_000 });
    await until(
      () => port,
      (at) => at > 0,
    );
    await work(port);
    ending.abort();
    return running;
  }

  it.each([false, true])('takes mail from a real client (LMTP: %s), and says 250 once it is stored', async (lmtp) => {
    const report = await listening(lmtp, async (port) => {
      const client = createTransport({ host: '127.0.0.1', port, lmtp, secure: false, ignoreTLS: true });
      for (const mail of exchange(4)) {
        const sent = await client.sendMail({
          envelope: { from: 'list@corp.example', to: 'capture@corp.example' },
          raw: sourceOf(mail),
        });
        expect(sent.accepted).toEqual(['capture@corp.example']);
      }
    });
    expect(report).toMatchObject({ mails: 2, written: 1 });
    expect(drafts()).toHaveLength(1);
  });

  it('refuses other recipients and mails that are too large', async () => {
    const report = await listening(false, async (port) => {
      const client = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
      const send = (to: string, text: string) => client.sendMail({ from: 'a@x.example', to, subject: 's', text });
      await expect(send('someone@corp.example', 'hi')).rejects.toMatchObject({ responseCode: 550 });
      await expect(send('capture@corp.example', 'x\n'.repeat(60_000))).rejects.toMatchObject({ responseCode: 552 });
    });
    expect(report.mails).toBe(0);
  });
});

it.each(['nope', 'mbox:', 'smtp:2525', 'imap:NOWHERE', 'smtp:192.0.2.1:25'])(
  '%s is refused with a next step',
  async (from) => {
    await expect(source(from)).rejects.toMatchObject({ nextStep: expect.any(String) as string, exitCode: 2 });
  },
);
