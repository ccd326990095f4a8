import type { CapturedMail } from '../../core/capture/index.ts';

/** A mail on its way in: in its source form, or already read where the source has fields and no form. */
export type IncomingMail =
  | {
      readonly raw: Uint8Array;
      /** Whom its envelope names, where there is one. */
      readonly recipients?: readonly string[];
    }
  | { readonly mail: CapturedMail };

/** Mails that are stored together with the position behind them. */
export interface MailBatch {
  readonly mails: readonly IncomingMail[];
  /** Where to go on after these; undefined where the source remembers itself what was taken. */
  readonly position?: string;
  /** Mails that were too large and are left out. */
  readonly tooLarge?: number;
  /** Called once all is stored, so that the source may let go of them (mark as seen, answer 250). */
  readonly stored?: () => Promise<void> | void;
  /**
   * Called once where the batch is given up: for good where the error is a ReplyNotTaken that says so, else for now. A
   * source that has this keeps nothing, whoever sent the mails does; without it a batch is tried again.
   */
  readonly refused?: (error: unknown) => void;
}

export interface ReadOptions {
  /** Go on waiting for mails after those that are there. */
  readonly watch: boolean;
  readonly signal: AbortSignal;
  /** Larger mails are left out, in bytes. */
  readonly largest: number;
  /** Told, in a line of words, what somebody who watches should know at once. */
  readonly say?: (line: string) => void;
}

/** Where mails come from. Every source is read in order, from a position that stays good across restarts. */
export interface MailSource {
  /** What the ledger keeps its position under; holds no secret. */
  readonly name: string;
  /** As `Captured_Exchange__c.Source__c` says it. */
  readonly kind: 'Mbox' | 'Maildir' | 'IMAP' | 'SMTP' | 'Org';
  /** Things the user should know about this source, asked before reading. */
  notes?(): Promise<readonly string[]>;
  read(position: string | undefined, options: ReadOptions): AsyncIterable<MailBatch>;
  close(): Promise<void>;
}

/** Mails in a batch, and bytes: one transaction each. */
export const BATCH_MAILS = 100;
export const BATCH_BYTES = 8_000_000;

/** Resolves after a time, or at once where the run is to end. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
