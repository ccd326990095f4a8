import { join } from 'node:path';
import type { DraftOptions } from '../../../core/capture/index.ts';
import {
  type CaptureReport,
  DraftSettings,
  Ledger,
  type MailSource,
  fileSink,
  openSource,
  runCapture,
} from '../../../service/capture/index.ts';

/** Drafts of everybody's mails, with nothing of an org. */
export const DRAFT: DraftOptions = { mode: 'notice', agreed: [], optedOut: [], names: [], tags: [] };

type SourceOptions = Parameters<typeof openSource>[1];

/** A source of mails for a run that has no org. */
export function sourceWithoutOrg(
  from: string,
  { environment = {}, smtp = {} }: { environment?: SourceOptions['environment']; smtp?: object } = {},
): Promise<MailSource> {
  return openSource(from, {
    environment,
    connect: () => Promise.reject(new Error('no org here')),
    smtp: { recipients: [], ...smtp },
  });
}

export interface FileRun {
  readonly watch?: boolean;
  readonly signal?: AbortSignal;
  readonly largest?: number;
  /** By default `DRAFT`, at once. */
  readonly settings?: DraftSettings;
  readonly now?: () => Date;
  readonly say?: (line: string) => void;
}

/** `fluency capture --output`: from a source, which it closes, into `drafts.jsonl` beside `ledger.db` in a folder. */
export async function captureToFile(folder: string, source: MailSource, run: FileRun = {}): Promise<CaptureReport> {
  const now = run.now ?? (() => new Date());
  const ledger = Ledger.open(join(folder, 'ledger.db'));
  const sink = await fileSink(join(folder, 'drafts.jsonl'));
  try {
    return await runCapture(source, ledger, sink, {
      watch: run.watch ?? false,
      signal: run.signal ?? new AbortController().signal,
      largest: run.largest ?? 1_000_000,
      settings: run.settings ?? new DraftSettings(() => Promise.resolve(DRAFT), now),
      now,
      say: run.say,
    });
  } finally {
    await source.close();
    await sink.close();
    ledger.close();
  }
}
