import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { EXIT, FluencyError, messageOf } from '../../error.ts';
import type { ReplyDesk } from '../../replies/index.ts';
import { ReplyNotTaken } from '../take-replies.ts';
import type { MailBatch, MailSource, ReadOptions } from '../mail-source.ts';

export interface SmtpSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** LMTP (RFC 2033) in place of SMTP. */
  readonly lmtp?: boolean;
  /** Addresses that mails are taken for; empty: any. */
  readonly recipients: readonly string[];
  /** Takes what is for its addresses besides, and says which of them are not good. */
  readonly replies?: Pick<ReplyDesk, 'takes' | 'refusal'>;
  /** Listen on more than this machine. */
  readonly allowRemote?: boolean;
  readonly onListening?: (port: number) => void;
}

const MOST_RECIPIENTS = 50;
const MOST_CLIENTS = 20;
const IDLE_MS = 60_000;

/** Thrown into an SMTP session: the code tells the other side whether to try again. */
const smtpError = (code: number, message: string): Error => Object.assign(new Error(message), { responseCode: code });

/**
 * A listener for mail, so that a list simply has one more subscriber. Each mail is answered with 250 only after it is
 * stored; a sender that hears nothing tries again. No login, no relaying: what is not for the given recipients is
 * refused.
 */
export function smtpSource(settings: SmtpSettings): MailSource {
  if (!isLoopback(settings.host) && settings.allowRemote !== true) {
    throw new FluencyError('SMTP_NOT_LOCAL', 'The listener would take mail from other machines.', {
      value: settings.host,
      nextStep: 'Listen on 127.0.0.1 behind your mail server, or say --allow-remote.',
      exitCode: EXIT.usage,
    });
  }
  let server: SMTPServer | undefined;
  return {
    name: `smtp:${settings.host}:${settings.port}`,
    kind: 'SMTP',
    read: (_, options) => {
      const queue = new BatchQueue();
      server = serve(settings, options, queue);
      return listen(server, settings, options, queue);
    },
    close: () => new Promise((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function serve({ lmtp, recipients, replies }: SmtpSettings, { largest }: ReadOptions, queue: BatchQueue): SMTPServer {
  const wanted = new Set(recipients.map((each) => each.toLowerCase()));
  return new SMTPServer({
    lmtp: lmtp === true,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    size: largest,
    maxClients: MOST_CLIENTS,
    socketTimeout: IDLE_MS,
    logger: false,
    onRcptTo({ address }, session, callback) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return callback(smtpError(452, 'Too many recipients'));
      if (replies?.takes(address) === true) {
        const reason = replies.refusal(address);
        return callback(reason === undefined ? null : smtpError(550, reason));
      }
      if (wanted.size > 0 && !wanted.has(address.toLowerCase()))
        return callback(smtpError(550, 'No such recipient here'));
      callback();
    },
    onData(stream, session, callback) {
      receive(stream, largest).then(
        (raw) => {
          const answer = (error?: Error) =>
            lmtp === true
              ? callback(null, session.envelope.rcptTo.map(() => error ?? 'stored') as never)
              : callback(error ?? null);
          queue.push({
            mails: [{ raw, recipients: session.envelope.rcptTo.map(({ address }) => address) }],
            stored: () => answer(),
            refused: (error) =>
              answer(
                error instanceof ReplyNotTaken && error.forGood
                  ? smtpError(550, error.message)
                  : smtpError(451, 'Not stored, try again later'),
              ),
          });
        },
        (error: unknown) => callback(error as Error),
      );
    },
  });
}

function receive(stream: SMTPServerDataStream, largest: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What is too large is still read to its end, as the protocol wants it, but not kept.
      if (size <= largest) chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () =>
      stream.sizeExceeded || size > largest
        ? reject(smtpError(552, 'The mail is too large'))
        : resolve(Buffer.concat(chunks)),
    );
  });
}

async function* listen(
  server: SMTPServer,
  settings: SmtpSettings,
  { signal }: ReadOptions,
  queue: BatchQueue,
): AsyncIterable<MailBatch> {
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: unknown) =>
      reject(
        new FluencyError('SMTP_CANNOT_LISTEN', `The listener cannot start: ${messageOf(error)}`, {
          value: `${settings.host}:${settings.port}`,
          nextStep: 'Choose another port, or end the program that has it.',
          exitCode: EXIT.usage,
          cause: error,
        }),
      ),
    );
    const { server: socket } = server;
    server.listen(settings.port, settings.host, () => resolve((socket.address() as AddressInfo).port));
  });
  // A client that breaks off is no reason to stop listening.
  server.on('error', () => undefined);
  settings.onListening?.(port);
  signal.addEventListener('abort', () => queue.end());
  if (signal.aborted) queue.end();
  yield* queue;
}

/** Batches that sessions put in and the capture takes out, in order. */
class BatchQueue implements AsyncIterable<MailBatch> {
  #waiting: MailBatch[] = [];
  #wake: (() => void) | undefined;
  #ended = false;

  push(batch: MailBatch): void {
    if (this.#ended) return batch.refused?.(new Error('ended'));
    this.#waiting.push(batch);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<MailBatch> {
    for (;;) {
      const batch = this.#waiting.shift();
      if (batch !== undefined) yield batch;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
