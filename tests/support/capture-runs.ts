import { type SendMailOptions, createTransport } from 'nodemailer';
import { type CaptureRun, captureFrom } from '../../scripts/demo/capture-from.ts';
import type { CaptureReport } from '../../service/capture/index.ts';
import type { OrgClient } from '../../service/connection/index.ts';
import { type ReplySettings, openReplyDesk } from '../../service/replies/index.ts';
import { until } from './until.ts';

export { captureFrom };

const realTime = (): Date => new Date();

/**
 * `fluency capture --from smtp:` while mails are sent to it, each over a connection of its own.
 *
 * @param list the address whose mails are captured
 * @returns what the run did, and what the listener answered to each mail
 */
export async function captureBySmtp(
  client: OrgClient,
  { list, settings, now = realTime, ...run }: CaptureRun & { list: string; settings: ReplySettings },
  mails: readonly SendMailOptions[],
): Promise<{ report: CaptureReport; replies: string[] }> {
  const ending = new AbortController();
  const desk = openReplyDesk(client, settings, now);
  let port = 0;
  const running = captureFrom(client, 'smtp:127.0.0.1:0', {
    ...run,
    now,
    watch: true,
    signal: ending.signal,
    replies: desk,
    smtp: { recipients: [list], replies: desk, onListening: (found) => (port = found) },
  });
  const replies: string[] = [];
  try {
    // A run that cannot start says so at once.
    await Promise.race([running, listening(() => port)]);
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    for (const mail of mails) {
      replies.push(
        await transport.sendMail(mail).then(
          ({ response }) => response,
          (error: unknown) => String((error as { response?: string }).response),
        ),
      );
    }
    transport.close();
  } finally {
    ending.abort();
    await Promise.allSettled([running]);
  }
  return { report: await running, replies };
}

const listening = (portOf: () => number): Promise<number> =>
  until(
    () => portOf(),
    (port) => port > 0,
  );
