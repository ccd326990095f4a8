import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger, fileSink, openSource, runCapture } from '../../../service/capture/index.ts';
import { until } from '../../support/until.ts';
import { type TestMail, exchange, sourceOf } from '../support/mails.ts';

jest.setTimeout(90_000);

const PORT = 14_391;
const PASSWORD = 'a-password-of-the-test';

/** Dovecot 2.3 drops its rights, so that it has to be started as root. */
const reasonToSkip = ((): string | undefined => {
  if (process.getuid?.() !== 0) return 'it needs to be root to start Dovecot';
  try {
    const version = execFileSync('dovecot', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return version.startsWith('2.3') ? undefined : `it knows the settings of Dovecot 2.3, not of ${version.trim()}`;
  } catch {
    return 'Dovecot is not installed (Debian: dovecot-imapd)';
  }
})();

const withDovecot = reasonToSkip === undefined ? describe : describe.skip;

let folder: string;
let server: ChildProcess;

function startServer(): Promise<unknown> {
  server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  return until(
    () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(PORT, '127.0.0.1', () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      }),
    (listens) => listens,
  );
}

function stopServer(): Promise<unknown> {
  const over = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  return over;
}

function deliver(mails: readonly TestMail[]): void {
  for (const mail of mails) {
    const file = join(folder, 'mail', 'new', `${mail.id}.host`);
    writeFileSync(join(folder, 'mail', 'tmp', mail.id), '');
    writeFileSync(file, sourceOf(mail));
    chownSync(file, 8, 8);
  }
}

const draftCount = (): number => readFileSync(join(folder, 'drafts.jsonl'), 'utf8').split('\n').filter(Boolean).length;

const lines: string[] = [];

async function run(watch: boolean, signal: AbortSignal, password = PASSWORD) {
  const environment = {
    BOX_HOST: '127.0.0.1',
    BOX_PORT: String(PORT),
    BOX_TLS: 'false',
    BOX_USER: 'bot',
    BOX_PASSWORD: password,
  };
  const source = await openSource('imap:BOX', {
    environment,
    connect: () => Promise.reject(new Error('no org')),
    smtp: { recipients: [] },
  });
  const ledger = Ledger.open(join(folder, 'ledger.db'));
  const sink = await fileSink(join(folder, 'drafts.jsonl'));
  try {
    const draft = { mode: 'notice', agreed: [], optedOut: [], names: [], tags: [] } as const;
    return await runCapture(source, ledger, sink, {
      watch,
      signal,
      largest: 1_000_000,
      draft: () => Promise.resolve(draft),
      now: () => new Date(),
      say: (line) => lines.push(line),
    });
  } finally {
    await sink.close();
    ledger.close();
  }
}

withDovecot(`an IMAP folder${reasonToSkip === undefined ? '' : ` (skipped: ${reasonToSkip})`}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fluency-imap-'));
    for (const name of ['', 'new', 'cur', 'tmp']) {
      mkdirSync(join(folder, 'mail', name), { recursive: true });
      chownSync(join(folder, 'mail', name), 8, 8);
    }
    execFileSync('chmod', ['755', folder]);
    writeFileSync(
      join(folder, 'dovecot.conf'),
      `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=8 gid=8 home=${folder}
}
first_valid_uid = 0
service imap-login {
  inet_listener imap {
    port = ${PORT}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
    );
    await startServer();
  });

  afterAll(async () => {
    await stopServer();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read once, then watched, and read on after the server was away', async () => {
    const never = new AbortController().signal;
    deliver(exchange(1));
    expect(await run(false, never)).toMatchObject({ mails: 2, written: 1 });
    expect(await run(false, never)).toMatchObject({ mails: 0, known: 0 });

    const ending = new AbortController();
    const watching = run(true, ending.signal);
    deliver(exchange(2));
    await until(
      () => Promise.resolve(draftCount()),
      (count) => count === 2,
    );
    await stopServer();
    await until(
      () => Promise.resolve(lines.length),
      (said) => said > 0,
    );
    await startServer();
    deliver(exchange(3));
    await until(
      () => Promise.resolve(draftCount()),
      (count) => count === 3,
    );
    ending.abort();
    expect(await watching).toMatchObject({ mails: 4, known: 0, written: 2 });
    const server = `The mail server bot@127.0.0.1:${PORT}`;
    expect(lines).toEqual([expect.stringMatching(`^${server} is away: .*ECONNREFUSED`), `${server} is back.`]);
  });

  it('is not opened with a wrong password, which is not told', async () => {
    const error: unknown = await run(false, new AbortController().signal, 'wrong-password-1').catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'IMAP_LOGIN_REFUSED', exitCode: 3 });
    expect(JSON.stringify(error) + String(error)).not.toContain('wrong-password-1');
  });
});
