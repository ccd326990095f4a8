import { type Socket, connect } from 'node:net';
import { until } from '../../support/until.ts';

/** A connection to a mail server, word by word: what it says unasked is heard, too. */
export class SmtpSession {
  readonly #socket: Socket;
  #heard = '';

  /** @throws what the connection throws where nothing listens */
  static async open(port: number): Promise<SmtpSession> {
    const session = new SmtpSession(connect(port, '127.0.0.1'));
    await session.#answer(0);
    await session.say('EHLO test.example');
    return session;
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8').on('data', (words: string) => (this.#heard += words));
  }

  /** The last lines of all answers so far: those without a hyphen after their code. */
  get answers(): readonly string[] {
    return this.#heard.split('\r\n').filter((line) => /^\d{3} /.test(line));
  }

  /** Says a line. @returns the answer to it */
  async say(line: string): Promise<string> {
    const before = this.answers.length;
    this.#socket.write(`${line}\r\n`);
    return this.#answer(before);
  }

  /** Sends a mail. @returns the answer to its text */
  async send(source: string, to: string): Promise<string> {
    await this.say('MAIL FROM:<test@acme.example>');
    await this.say(`RCPT TO:<${to}>`);
    await this.say('DATA');
    return this.say(`${source}\r\n.`);
  }

  close(): void {
    this.#socket.destroy();
  }

  async #answer(before: number): Promise<string> {
    const answers = await until(
      () => this.answers,
      ({ length }) => length > before,
    );
    return answers[before] ?? '';
  }
}
