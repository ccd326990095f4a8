import type { ExchangeDraft } from '../../core/capture/index.ts';
import type { MailSource } from './mail-source.ts';

/** A draft with the key it is stored under. */
export interface KeyedDraft {
  /** At most 120 characters; the same for a thread forever. */
  readonly key: string;
  readonly source: MailSource['kind'];
  /** ISO 8601. */
  readonly capturedAt: string;
  readonly draft: ExchangeDraft;
}

/**
 * What became of a draft. `decided`: a reviewer approved it, so it stays as it is. `rejected`: it is to be erased here
 * as well. `refused`: the store did not take it, for the reason told; it is tried again next time.
 */
export interface SinkOutcome {
  readonly key: string;
  readonly status: 'written' | 'unchanged' | 'decided' | 'rejected' | 'refused';
  readonly reason?: string;
}

/** Where drafts wait for review. Writing the same draft again changes nothing. */
export interface DraftSink {
  write(drafts: readonly KeyedDraft[]): Promise<readonly SinkOutcome[]>;
  /** Takes drafts away that became part of another one or that nobody may see. */
  remove(keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
