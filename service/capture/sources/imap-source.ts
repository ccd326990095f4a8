import { ImapFlow } from 'imapflow';
import { redact } from '../../connection/index.ts';
import { EXIT, FluencyError, messageOf } from '../../error.ts';
import { Absence } from '../absence.ts';
import { type MailBatch, type MailSource, type ReadOptions, pause } from '../mail-source.ts';
import { readFolder } from './imap-folder.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const RECONNECT_MS = 5_000;
/** A connection that ends before has ended soon. */
const LASTING_MS = 60_000;

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
  const { user, host, port, folder } = settings;
  const { watch, signal } = options;
  const server = new Absence(`The mail server ${user}@${host}:${port}`, 'It is tried again.', options);
  /** The last connection did its work, but not for long. */
  let endedSoon = false;
  while (!signal.aborted) {
    const client = await connect(settings).catch((error: unknown) => {
      if (!watch || error instanceof FluencyError) throw error;
      server.noteAway(messageOf(error));
      return undefined;
    });
    const opened = performance.now();
    const hasLasted = (): boolean => performance.now() - opened >= LASTING_MS;
    let wasRead = false;
    try {
      for await (const batch of client === undefined ? [] : readFolder(client, folder, position, options)) {
        position = batch.position ?? position;
        wasRead = true;
        // A server that keeps ending connections is not back with the next one.
        if (!endedSoon || hasLasted()) server.noteBack();
        yield batch;
      }
      endedSoon = false;
    } catch (error) {
      if (signal.aborted) break;
      const reason = unavailable(settings, error);
      if (!watch || reason instanceof FluencyError) throw reason;
      // A connection that lasted a while may end; what cannot be read, or ends again and again, is away.
      if (!wasRead || (endedSoon && !hasLasted())) server.noteAway(messageOf(reason));
      else if (hasLasted()) server.noteBack();
      endedSoon = wasRead && !hasLasted();
    } finally {
      client?.close();
    }
    if (!watch) return;
    await (server.isAway ? server.nextAttempt() : pause(RECONNECT_MS, signal));
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

/** What does not get better by trying again (a refused login, a missing folder) is a FluencyError. */
function unavailable({ host, port, user, password, accessToken, folder }: ImapSettings, error: unknown): Error {
  const { authenticationFailed, mailboxMissing, serverResponseCode } = error as Partial<Record<string, unknown>>;
  const where = { value: `${user}@${host}:${port}`, exitCode: EXIT.connection };
  if (authenticationFailed === true) {
    return new FluencyError('IMAP_LOGIN_REFUSED', 'The mail server refused the login.', {
      ...where,
      nextStep: 'Check the user and the password; many providers want an app password or an access token.',
    });
  }
  if (mailboxMissing === true || serverResponseCode === 'NONEXISTENT') {
    return new FluencyError('IMAP_FOLDER_MISSING', 'The mailbox has no such folder.', {
      value: folder,
      nextStep: 'Set the variable that ends in _FOLDER to the whole path of a folder, such as INBOX.',
      exitCode: EXIT.usage,
    });
  }
  const message = `The mail server cannot be used: ${redact(wordsOf(error), [password ?? '', accessToken ?? ''])}`;
  return Object.assign(new Error(message), { ...where, nextStep: 'Check host, port and TLS.' });
}

/** What the server said, where it answered "no": that it is over its quota, for one. */
function wordsOf(error: unknown): string {
  const { responseText } = error as { responseText?: unknown };
  return typeof responseText === 'string' && responseText !== '' ? responseText : messageOf(error);
}
