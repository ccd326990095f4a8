import {
  type CaptureOptions,
  type CaptureReport,
  Ledger,
  openSource,
  orgSink,
  runCapture,
} from '../../service/capture/index.ts';
import type { OrgClient } from '../../service/connection/index.ts';

export interface CaptureRun extends Pick<CaptureOptions, 'draft'> {
  readonly ledgerFile: string;
  /** Real time unless said otherwise. */
  readonly now?: () => Date;
}

const LARGEST = 1_000_000;

/** `fluency capture --from FROM` into the org, until there is no more. */
export async function captureFrom(
  client: OrgClient,
  from: string,
  { ledgerFile, draft, now = () => new Date() }: CaptureRun,
): Promise<CaptureReport> {
  const ledger = Ledger.open(ledgerFile);
  try {
    const source = await openSource(from, {
      environment: {},
      connect: () => Promise.resolve(client),
      smtp: { recipients: [] },
    });
    const { signal } = new AbortController();
    const report = await runCapture(source, ledger, await orgSink(client), {
      watch: false,
      signal,
      largest: LARGEST,
      draft,
      now,
    });
    await source.close();
    return report;
  } finally {
    ledger.close();
  }
}
