import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type ParsedMail, parseMail } from '../../service/capture/index.ts';

/** A mail as it arrived. */
export interface Arrived {
  readonly to: string;
  readonly mail: ParsedMail['mail'];
  /** Where an answer to it goes. */
  readonly replyTo: string;
}

/**
 * A mail server that keeps what it is sent.
 *
 * @param refuses the recipients it says it does not know
 */
export async function startMailServer(
  refuses: (address: string) => boolean = () => false,
): Promise<{ url: string; inbox: Arrived[]; close(): Promise<void> }> {
  const inbox: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, callback) =>
      callback(refuses(address) ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
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
