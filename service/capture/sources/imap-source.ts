import { ImapFlow } from 'imapflow';
import { redact } from '../../connection/index.ts';
import { EXIT, FluencyError, messageOf } from '../../error.ts';
import { Absence } from '../absence.ts';
import {
  BATCH_BYTES,
  BATCH_MAILS,
  type IncomingMail,
  type MailBatch,
  type MailSource,
  type ReadOptions,
  pause,
} from '../mail-source.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const RECONNECT_MS = 5_000;

interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password?: string;
  readonly accessToken?: string;
  readonly folder: string;
}

/**
 * A folder on an IMAP server, described by environment variables that begin with a name: NAME_HOST, NAME_PORT (993),
 * NAME_TLS (true), NAME_USER, NAME_PASSWORD or NAME_ACCESS_TOKEN, NAME_FOLDER (INBOX). Opened read-only; the position is
 * UIDVALIDITY and the last UID. Watching uses IDLE.
 */
export function imapSource(name: string, environment: Environment): MailSource {
  const settings = settingsOf(name, environment);
  return {
    name: `imap:${settings.user}@${settings.host}:${settings.port}/${settings.folder}`,
    kind: 'IMAP',
    read: (position, options) => readImap(settings, position, options),
    close: () => Promise.resolve(),
  };
}

function settingsOf(name: string, environment: Environment): ImapSettings {
  const value = (suffix: string) => environment[`${name}_${suffix}`];
  const missing = ['HOST', 'USER'].filter((suffix) => (value(suffix) ?? '') === '');
  if ((value('PASSWORD') ?? value('ACCESS_TOKEN') ?? '') === '') missing.push('PASSWORD');
  if (missing.length > 0) {
    throw new FluencyError('IMAP_SETTINGS_MISSING', 'The mailbox is not described.', {
      value: missing.map((suffix) => `${name}_${suffix}`).join(', '),
      nextStep: 'Set these environment variables (or pass --env FILE); passwords are taken from there only.',
      exitCode: EXIT.usage,
    });
  }
  const secure = value('TLS') !== 'false';
  const port = Number(value('PORT') ?? (secure ? 993 : 143));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new FluencyError('IMAP_SETTINGS_WRONG', 'The port of the mail server is no port.', {
      value: `${name}_PORT=${value('PORT') ?? ''}`,
      nextStep: 'Set it to a number such as 993 (TLS) or 143, or leave it out.',
      exitCode: EXIT.usage,
    });
  }
  return {
    host: value('HOST') ?? '',
    port,
    secure,
    user: value('USER') ?? '',
    password: value('PASSWORD'),
    accessToken: value('ACCESS_TOKEN'),
    folder: value('FOLDER') ?? 'INBOX',
  };
}

async function* readImap(
  settings: ImapSettings,
  from: string | undefined,
  options: ReadOptions,
): AsyncIterable<MailBatch> {
  let position = from;
  const { user, host, port } = settings;
  const server = new Absence(`The mail server ${user}@${host}:${port}`, 'It is tried again.', options);
  while (!options.signal.aborted) {
    let wasThere = false;
    const client = await connect(settings).catch((error: unknown) => {
      if (!options.watch || error instanceof FluencyError) throw error;
      server.noteAway(messageOf(error));
      return undefined;
    });
    if (client !== undefined) {
      try {
        for await (const batch of readFolder(client, settings, position, options)) {
          position = batch.position ?? position;
          wasThere = true;
          server.noteBack();
          yield batch;
        }
      } catch (error) {
        if (!options.watch) throw unavailable(settings, error);
        // A connection that lasted a while may end; only what cannot be used is away.
        if (!wasThere) server.noteAway(messageOf(unavailable(settings, error)));
      } finally {
        client.close();
      }
    }
    if (!options.watch) return;
    await (server.isAway ? server.nextAttempt() : pause(RECONNECT_MS, options.signal));
  }
  server.release();
}

async function connect(settings: ImapSettings): Promise<ImapFlow> {
  const { host, port, secure, user, password, accessToken } = settings;
  const auth = accessToken === undefined ? { user, pass: password ?? '' } : { user, accessToken };
  const client = new ImapFlow({ host, port, secure, auth, logger: false, emitLogs: false });
  // Without a listener a lost connection would end the process; the reader notices it by itself.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw unavailable(settings, error);
  }
}

function unavailable({ host, port, user, password, accessToken }: ImapSettings, error: unknown): Error {
  const secrets = [password ?? '', accessToken ?? ''];
  const refused = (error as { authenticationFailed?: boolean }).authenticationFailed === true;
  const message = refused
    ? 'The mail server refused the login.'
    : `The mail server cannot be used: ${redact(wordsOf(error), secrets)}`;
  const details = {
    value: `${user}@${host}:${port}`,
    nextStep: refused
      ? 'Check the user and the password; many providers want an app password or an access token.'
      : 'Check host, port and TLS.',
    exitCode: EXIT.connection,
  };
  // A refused login does not get better by trying again; a lost connection does.
  return refused
    ? new FluencyError('IMAP_LOGIN_REFUSED', message, details)
    : Object.assign(new Error(message), details);
}

/** What the server said, where it answered "no": that the folder is missing, for one. */
function wordsOf(error: unknown): string {
  const { responseText } = error as { responseText?: unknown };
  return typeof responseText === 'string' && responseText !== '' ? responseText : messageOf(error);
}

async function* readFolder(
  client: ImapFlow,
  { folder }: ImapSettings,
  from: string | undefined,
  { watch, signal, largest }: ReadOptions,
): AsyncIterable<MailBatch> {
  const mailbox = await client.mailboxOpen(folder, { readOnly: true });
  const validity = String(mailbox.uidValidity);
  const [known, uid] = (from ?? '').split(':');
  let last = known === validity ? Number(uid) || 0 : 0;
  const stop = () => client.close();
  signal.addEventListener('abort', stop);
  try {
    // The folder can be read, whether or not there is something new.
    yield { mails: [] };
    while (!signal.aborted) {
      for await (const batch of fetchNew(client, last, largest)) {
        last = batch.last;
        yield { mails: batch.mails, tooLarge: batch.tooLarge, position: `${validity}:${last}` };
      }
      if (!watch || signal.aborted) return;
      // Returns when the server tells of something new, or after the time that RFC 2177 allows.
      await waitForNews(client);
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function* fetchNew(client: ImapFlow, last: number, largest: number) {
  const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
  // "n:*" always names the last mail, even where its UID is lower than n.
  const uids = (found === false || found === undefined ? [] : found).filter((uid) => uid > last).sort((a, b) => a - b);
  for (let at = 0; at < uids.length;) {
    const mails: IncomingMail[] = [];
    let bytes = 0;
    let tooLarge = 0;
    let reached = last;
    const some = uids.slice(at, at + BATCH_MAILS);
    const sizes = await client.fetchAll(some, { uid: true, size: true }, { uid: true });
    for (const { uid, size } of sizes.sort((a, b) => a.uid - b.uid)) {
      if (bytes >= BATCH_BYTES) break;
      at += 1;
      reached = uid;
      if ((size ?? 0) > largest) {
        tooLarge += 1;
        continue;
      }
      const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (message === false || message.source === undefined) continue;
      mails.push({ raw: message.source });
      bytes += message.source.length;
    }
    if (reached === last) at += some.length;
    last = Math.max(reached, last);
    yield { mails, tooLarge, last };
  }
}

function waitForNews(client: ImapFlow): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      client.off('exists', done);
      client.off('close', lost);
      resolve();
    };
    const lost = (): void => {
      client.off('exists', done);
      reject(new Error('the connection was lost'));
    };
    client.on('exists', done);
    client.on('close', lost);
    client.idle().then(done, lost);
  });
}
