import { type SendMailOptions, createTransport } from 'nodemailer';
import { type CaptureRun, captureFrom } from '../../scripts/demo/capture-from.ts';
import { type CaptureReport, Ledger, openSource, orgSink, runCapture } from '../../service/capture/index.ts';
import type { OrgClient } from '../../service/connection/index.ts';
import { type ReplySettings, openReplyDesk } from '../../service/replies/index.ts';
import { until } from './until.ts';

export { captureFrom };

const LARGEST = 1_000_000;
const realTime = (): Date => new Date();

/**
 * `fluency capture --from smtp:` while mails are sent to it, each over a connection of its own.
 *
 * @param list the address whose mails are captured
 * @returns what the run did, and what the listener answered to each mail
 */
export async function captureBySmtp(
  client: OrgClient,
  { ledgerFile, draft, now = realTime, list, settings }: CaptureRun & { list: string; settings: ReplySettings },
  mails: readonly SendMailOptions[],
): Promise<{ report: CaptureReport; replies: string[] }> {
  const ending = new AbortController();
  const desk = openReplyDesk(client, settings, now);
  let port = 0;
  const source = await openSource('smtp:127.0.0.1:0', {
    environment: {},
    connect: () => Promise.resolve(client),
    smtp: { recipients: [list], replies: desk, onListening: (found) => (port = found) },
  });
  const ledger = Ledger.open(ledgerFile);
  const running = runCapture(source, ledger, await orgSink(client), {
    watch: true,
    signal: ending.signal,
    largest: LARGEST,
    replies: desk,
    draft,
    now,
  });
  await until(
    () => Promise.resolve(port),
    (found) => found > 0,
  );
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  const replies: string[] = [];
  for (const mail of mails) {
    replies.push(
      await transport.sendMail(mail).then(
        ({ response }) => response,
        (error: unknown) => String((error as { response?: string }).response),
      ),
    );
  }
  transport.close();
  ending.abort();
  const report = await running;
  await source.close();
  ledger.close();
  return { report, replies };
}
