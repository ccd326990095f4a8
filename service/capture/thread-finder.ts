import type Database from 'libsql';
import { QuoteFinder } from './quote-finder.ts';
import { type CapturedMail, describeGroup, distanceBySubject, parseSubject, timeOf } from '../../core/capture/index.ts';
import { DAY } from '../../core/index.ts';

/** Where a mail belongs. */
export interface Place {
  /** The thread it goes into: a known one, or a new one of its own id. */
  readonly thread: string;
  /** Other threads that it shows to be the same conversation. */
  readonly merged: readonly string[];
  readonly subjectKey: string;
  readonly at: number | undefined;
}

const WINDOW = 45 * DAY;
const MOST_CANDIDATES = 20;
const MOST_MAILS = 50;

/** Finds the thread of a mail among those in the ledger, by the rules of `core/capture`, one mail at a time. */
export class ThreadFinder {
  readonly #db: Database.Database;
  readonly #quotes: QuoteFinder;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#quotes = new QuoteFinder(db);
  }

  /** What the author of a stored mail wrote, for mails that quote it. */
  remember(mailId: string, text: string): void {
    this.#quotes.remember(mailId, text);
  }

  /** @param quoted what the mail quotes */
  place(mail: CapturedMail, quoted: string): Place {
    const subject = parseSubject(mail.subject);
    const isReply = mail.references.length + mail.inReplyTo.length > 0;
    if (isReply) this.#count('replies');
    if (isReply && subject.kind === 'new') this.#count('bareReplies');
    const at = timeOf(mail);
    const known = this.#byIds([mail.id, ...mail.references, ...mail.inReplyTo]);
    const [thread, ...merged] = known.length > 0 ? known : this.#withoutHeaders(mail, quoted, subject.key, at);
    return { thread: thread ?? mail.id, merged, subjectKey: subject.key, at };
  }

  #byIds(ids: readonly string[]): string[] {
    const find = this.#db.prepare('SELECT thread FROM node WHERE id = ?');
    const found = ids.flatMap((id) => (find.get(id) as { thread: string } | undefined)?.thread ?? []);
    return [...new Set(found)].sort();
  }

  #withoutHeaders(mail: CapturedMail, quoted: string, key: string, at: number | undefined): string[] {
    const thread = this.#quotes.threadOf(quoted);
    return thread === undefined ? this.#bySubject(mail, key, at) : [thread];
  }

  #bySubject(mail: CapturedMail, key: string, at: number | undefined): string[] {
    if (key === '') return [];
    const rows = this.#db
      .prepare('SELECT DISTINCT thread FROM mail WHERE subject_key = ? AND (at IS NULL OR at BETWEEN ? AND ?) LIMIT ?')
      .all(key, (at ?? 0) - WINDOW, (at ?? Number.MAX_SAFE_INTEGER - WINDOW) + WINDOW, MOST_CANDIDATES) as {
      thread: string;
    }[];
    const group = describeGroup([mail]);
    const context = { stripsPrefixes: this.#stripsPrefixes() };
    let nearest: { thread: string; distance: number } | undefined;
    for (const { thread } of rows) {
      const other = describeGroup(this.#mails(thread));
      // A thread's beginning may come after the reply to it: then it is the reply that joins.
      const distance = distanceBySubject(group, other, context) ?? distanceBySubject(other, group, context);
      if (distance !== undefined && (nearest === undefined || distance < nearest.distance))
        nearest = { thread, distance };
    }
    return nearest === undefined ? [] : [nearest.thread];
  }

  #mails(thread: string): CapturedMail[] {
    const rows = this.#db
      .prepare('SELECT content FROM mail WHERE thread = ? ORDER BY at IS NULL, at, id LIMIT ?')
      .all(thread, MOST_MAILS);
    return (rows as { content: string }[]).map(({ content }) => JSON.parse(content) as CapturedMail);
  }

  #count(name: string): void {
    this.#db.prepare('INSERT INTO counter VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1').run(name);
  }

  #stripsPrefixes(): boolean {
    const value = (name: string) =>
      (this.#db.prepare('SELECT value FROM counter WHERE name = ?').get(name) as { value: number } | undefined)
        ?.value ?? 0;
    return value('replies') > 0 && value('bareReplies') / value('replies') >= 0.2;
  }
}
