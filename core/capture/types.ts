import type { MailAddress } from './parse-address.ts';

export type { MailAddress } from './parse-address.ts';

/** A mail as plain data: what capture reads. Every text may be empty or nonsense. */
export interface CapturedMail {
  /** Message-ID without angle brackets; the caller makes one up where the mail has none. */
  readonly id: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** ISO 8601, UTC; undefined where the mail has no date that can be read. */
  readonly date?: string;
  readonly text?: string;
  readonly html?: string;
  /** Sent by a machine: out of office, bounce, calendar, newsletter. */
  readonly automatic?: boolean;
}

/** The two bodies of a mail. */
export type MailBody = Pick<CapturedMail, 'text' | 'html'>;
