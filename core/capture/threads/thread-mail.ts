import type { CapturedMail } from '../types.ts';

/** What threading needs of a mail. */
export interface ThreadMail extends Pick<
  CapturedMail,
  'id' | 'inReplyTo' | 'references' | 'subject' | 'from' | 'date'
> {
  /** The author's own words, if they are known: what others quote of them links a reply without headers. */
  readonly text?: string;
  /** What the mail quotes. */
  readonly quoted?: string;
}

/** One conversation. */
export interface MailThread<T extends ThreadMail = ThreadMail> {
  /** The Message-ID of the mail that began it, which may itself be missing. */
  readonly id: string;
  /** In order of date; mails without one stand where they were given. */
  readonly mails: readonly T[];
  /** Mail id → the id of the mail it answers, where that is in the thread. */
  readonly parents: ReadonlyMap<string, string>;
}

/** Milliseconds since 1970, or undefined. */
export function timeOf({ date }: Pick<ThreadMail, 'date'>): number | undefined {
  const time = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}

/** Who wrote a mail, for comparison. */
export function authorKey({ from }: Pick<ThreadMail, 'from'>): string {
  return (from.address ?? from.name ?? '').toLowerCase();
}
