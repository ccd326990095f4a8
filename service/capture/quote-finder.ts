import type Database from 'libsql';
import { mostQuoted, tellingLines } from '../../core/capture/index.ts';
import { digestOf } from '../digest.ts';

/** A mail is known by so many of its lines: whoever quotes it quotes its beginning. */
const MOST_LINES = 8;
const DIGITS = 20;

/** Finds the thread that a mail quotes, where no header names it. Of lines it keeps digests alone. */
export class QuoteFinder {
  readonly #find: Database.Statement;
  readonly #add: Database.Statement;

  constructor(db: Database.Database) {
    this.#find = db.prepare('SELECT mail.thread FROM line JOIN mail ON mail.id = line.mail WHERE line.digest = ?');
    this.#add = db.prepare('INSERT OR IGNORE INTO line VALUES (?, ?)');
  }

  /** Remembers what a mail's author wrote; the first who wrote a line has it. */
  remember(mailId: string, text: string): void {
    for (const line of tellingLines(text).slice(0, MOST_LINES)) this.#add.run(digestOf(line, DIGITS), mailId);
  }

  /** The thread that a quote has most of, if it is enough to tell. */
  threadOf(quoted: string): string | undefined {
    return mostQuoted(
      quoted,
      (line) => (this.#find.get(digestOf(line, DIGITS)) as { thread: string } | undefined)?.thread,
    );
  }
}
