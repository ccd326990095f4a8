import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../support/until.ts';
import { type TestMail, sourceOf } from './mails.ts';

const PASSWORD = 'a-password-of-the-test';
/** Of the user `mail` in Debian. */
const MAIL = 8;

/** Why there is no IMAP server to test with; Dovecot 2.3 drops its rights, so that it has to be started as root. */
export const reasonToSkipDovecot = ((): string | undefined => {
  if (process.getuid?.() !== 0) return 'it needs to be root to start Dovecot';
  try {
    const version = execFileSync('dovecot', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return version.startsWith('2.3') ? undefined : `it knows the settings of Dovecot 2.3, not of ${version.trim()}`;
  } catch {
    return 'Dovecot is not installed (Debian: dovecot-imapd)';
  }
})();

/** A real IMAP server with one mailbox, in a folder of its own. */
export class Dovecot {
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'fluency-imap-'));
  #server: ChildProcess | undefined;

  /** @param port one that no other test uses */
  constructor(port: number) {
    this.port = port;
    for (const name of ['', 'new', 'cur', 'tmp']) {
      mkdirSync(join(this.#folder, 'mail', name), { recursive: true });
      chownSync(join(this.#folder, 'mail', name), MAIL, MAIL);
    }
    execFileSync('chmod', ['755', this.#folder]);
    writeFileSync(join(this.#folder, 'dovecot.conf'), configuration(this.#folder, port));
  }

  /** The variables that describe the mailbox to `--from imap:BOX`. */
  environment(password = PASSWORD): Readonly<Record<string, string>> {
    return {
      BOX_HOST: '127.0.0.1',
      BOX_PORT: String(this.port),
      BOX_TLS: 'false',
      BOX_USER: 'bot',
      BOX_PASSWORD: password,
    };
  }

  async start(): Promise<void> {
    this.#server = spawn('dovecot', ['-F', '-c', join(this.#folder, 'dovecot.conf')], { stdio: 'ignore' });
    await until(
      () =>
        new Promise<boolean>((resolve) => {
          const socket = connect(this.port, '127.0.0.1', () => resolve(true));
          socket.on('error', () => resolve(false));
          socket.on('connect', () => socket.destroy());
        }),
      (listens) => listens,
    );
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const over = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await over;
  }

  /** Ends it for good. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  deliver(mails: readonly TestMail[]): void {
    for (const mail of mails) {
      const file = join(this.#folder, 'mail', 'new', `${mail.id}.host`);
      writeFileSync(file, sourceOf(mail));
      chownSync(file, MAIL, MAIL);
    }
  }
}

const configuration = (folder: string, port: number): string => `base_dir = ${folder}/run
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
  args = uid=${MAIL} gid=${MAIL} home=${folder}
}
first_valid_uid = 0
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
