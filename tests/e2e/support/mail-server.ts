import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import {
  type CaptureReport,
  Ledger,
  type ParsedMail,
  draftOptions,
  openSource,
  orgSink,
  parseMail,
  runCapture,
} from '../../../service/capture/index.ts';
import type { OrgClient } from '../../../service/connection/index.ts';
import { openReplyDesk, type ReplySettings } from '../../../service/replies/index.ts';
import { until } from '../../support/until.ts';

/** A mail as it arrived. */
export interface Arrived {
  readonly to: string;
  readonly mail: ParsedMail['mail'];
  /** Where an answer to it goes. */
  readonly replyTo: string;
}

/** A mail server that keeps what it is sent. */
export async function startMailServer(): Promise<{ url: string; inbox: Arrived[]; close(): Promise<void> }> {
  const inbox: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const replyTo = /^Reply-To:\s*<?([^\s>]+)/im.exec(raw.toString().replace(/\r\n[ \t]+/g, ' '))?.[1] ?? '';
        parseMail(raw).then(
          ({ mail }) => {
            inbox.push({ to: session.envelope.rcptTo[0]?.address ?? '', mail, replyTo });
            callback();
          },
          (error: unknown) => callback(error as Error),
        );
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
}

/**
 * `fluency capture --from smtp:` while mails are sent to it, each over a connection of its own.
 *
 * @returns what the run did
 */
export async function captureBySmtp(
  client: OrgClient,
  ledgerFile: string,
  settings: ReplySettings,
  mails: readonly OutgoingMail[],
): Promise<CaptureReport> {
  const ending = new AbortController();
  const replies = openReplyDesk(client, settings, () => new Date());
  let port = 0;
  const source = await openSource('smtp:127.0.0.1:0', {
    environment: {},
    connect: () => Promise.resolve(client),
    smtp: { recipients: ['capture@larkspur.example'], replies, onListening: (found) => (port = found) },
  });
  const ledger = Ledger.open(ledgerFile);
  const running = runCapture(source, ledger, await orgSink(client), {
    watch: true,
    signal: ending.signal,
    largest: 1_000_000,
    replies,
    draft: () => draftOptions({ mode: 'notice' }, client, false),
    now: () => new Date(),
  });
  await until(
    () => Promise.resolve(port),
    (found) => found > 0,
  );
  for (const mail of mails) {
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    await transport.sendMail({ ...mail, ...(mail.inReplyTo && { references: mail.inReplyTo }) });
    transport.close();
  }
  ending.abort();
  const report = await running;
  await source.close();
  ledger.close();
  return report;
}
