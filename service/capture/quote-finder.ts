import { createHash } from 'node:crypto';
import type Database from 'libsql';
import { type CapturedMail, ENOUGH_QUOTED, extractReply, tellingLines } from '../../core/capture/index.ts';

/** A mail is known by so many of its lines: whoever quotes it quotes its beginning. */
const MOST_LINES = 8;

/** Finds the thread that a mail quotes, where no header names it. Of lines it keeps digests alone. */
export class QuoteFinder {
  readonly #find: Database.Statement;
  readonly #add: Database.Statement;

  constructor(db: Database.Database) {
    this.#find = db.prepare('SELECT mail.thread FROM line JOIN mail ON mail.id = line.mail WHERE line.digest = ?');
    this.#add = db.prepare('INSERT OR IGNORE INTO line VALUES (?, ?)');
  }

  /** Remembers what a mail's author wrote; the first who wrote a line has it. */
  remember(mail: CapturedMail): void {
    for (const line of tellingLines(extractReply(mail, mail.from.name).text).slice(0, MOST_LINES)) {
      this.#add.run(digestOf(line), mail.id);
    }
  }

  /** The thread that is quoted most; none for a mail that quotes too little to tell. */
  threadQuotedBy(mail: CapturedMail): string[] {
    const found = new Map<string, number>();
    for (const line of tellingLines(extractReply(mail, mail.from.name).quoted)) {
      const thread = (this.#find.get(digestOf(line)) as { thread: string } | undefined)?.thread;
      if (thread !== undefined) found.set(thread, (found.get(thread) ?? 0) + line.length);
    }
    const [best] = [...found].sort((a, b) => b[1] - a[1]);
    return best !== undefined && best[1] >= ENOUGH_QUOTED ? [best[0]] : [];
  }
}

function digestOf(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 20);
}
