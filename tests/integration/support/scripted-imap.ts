import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { type TestMail, sourceOf } from './mails.ts';

/** Says how one command is answered in place of what a healthy server says: the words after the tag, or `hang up`. */
export type Script = (command: string) => string | undefined;

/**
 * As much of an IMAP server as reading one folder takes, for what a real one cannot be made to do: to open a folder
 * that cannot be read, or to end every connection.
 */
export class ScriptedImap {
  /** May be changed while it runs. */
  script: Script = () => undefined;
  /** What it was asked, without tags. */
  readonly commands: string[] = [];
  readonly #mails: string[];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  static async start(mails: readonly TestMail[]): Promise<ScriptedImap> {
    const server = new ScriptedImap(mails);
    await new Promise<void>((listening) => server.#server.listen(0, '127.0.0.1', listening));
    return server;
  }

  private constructor(mails: readonly TestMail[]) {
    this.#mails = mails.map(sourceOf);
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** The variables that describe the mailbox to `--from imap:BOX`. */
  environment(): Readonly<Record<string, string>> {
    const { port } = this.#server.address() as AddressInfo;
    return { BOX_HOST: '127.0.0.1', BOX_PORT: String(port), BOX_TLS: 'false', BOX_USER: 'bot', BOX_PASSWORD: 'any' };
  }

  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    return closed;
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy());
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n');
    let waiting = '';
    let idle = '';
    socket.setEncoding('utf8').on('data', (words: string) => {
      const lines = (waiting + words).split('\r\n');
      waiting = lines.pop() ?? '';
      for (const line of lines) {
        const [, tag = idle, command = line] = /^(\S+) (.*)$/.exec(line) ?? [];
        if (command === 'IDLE') idle = tag;
        this.commands.push(command);
        const scripted = this.script(command);
        if (scripted === 'hang up') return void socket.destroy();
        socket.write(scripted === undefined ? this.#answer(tag, command) : `${tag} ${scripted}\r\n`);
      }
    });
  }

  #answer(tag: string, command: string): string {
    const done = `${tag} OK done\r\n`;
    if (command === 'IDLE') return '+ idling\r\n';
    if (command === 'CAPABILITY') return `* CAPABILITY IMAP4rev1 IDLE\r\n${done}`;
    if (/^LIST "" (""|INBOX|"INBOX")$/.test(command)) return `* LIST () "/" INBOX\r\n${done}`;
    if (/^(EXAMINE|SELECT) /.test(command)) {
      return `* FLAGS ()\r\n* ${this.#mails.length} EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT ${this.#mails.length + 1}]\r\n${done}`;
    }
    if (command.startsWith('UID SEARCH'))
      return `* SEARCH${this.#mails.map((_, i) => ` ${i + 1}`).join('')}\r\n${done}`;
    const fetched = /^UID FETCH (\S+) /.exec(command)?.[1];
    if (fetched !== undefined) return this.#fetch(fetched, command.includes('BODY.PEEK[]')) + done;
    return done;
  }

  #fetch(range: string, withSource: boolean): string {
    const uids = range.split(',').flatMap((part) => {
      const [first = 0, last = first] = part.split(':').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
    return uids
      .map((uid) => {
        const source = this.#mails[uid - 1] ?? '';
        const size = Buffer.byteLength(source);
        const content = withSource ? ` BODY[] {${size}}\r\n${source}` : ` RFC822.SIZE ${size}`;
        return `* ${uid} FETCH (UID ${uid}${content})\r\n`;
      })
      .join('');
  }
}
