import {
  type CaptureOptions,
  type CaptureReport,
  DraftSettings,
  Ledger,
  type SourceOptions,
  openSource,
  orgSink,
  runCapture,
} from '../../service/capture/index.ts';
import type { OrgClient } from '../../service/connection/index.ts';

/** What a run says otherwise than `fluency capture` without options. */
export interface CaptureRun
  extends
    Partial<Pick<CaptureOptions, 'watch' | 'signal' | 'replies' | 'now'>>,
    Partial<Pick<SourceOptions, 'environment' | 'smtp'>> {
  readonly ledgerFile: string;
  readonly draft: ConstructorParameters<typeof DraftSettings>[0];
}

/** In bytes. */
const LARGEST = 1_000_000;

/** `fluency capture --from FROM` into the org, until there is no more, or until it is told to end where it watches. */
export async function captureFrom(client: OrgClient, from: string, run: CaptureRun): Promise<CaptureReport> {
  const { watch = false, signal = new AbortController().signal, now = () => new Date(), replies } = run;
  const settings = new DraftSettings(run.draft, now);
  await settings.current();
  const source = await openSource(from, {
    environment: run.environment ?? {},
    connect: () => Promise.resolve(client),
    smtp: run.smtp ?? { recipients: [] },
  });
  let ledger: Ledger | undefined;
  try {
    ledger = Ledger.open(run.ledgerFile);
    const sink = await orgSink(client);
    return await runCapture(source, ledger, sink, { watch, signal, largest: LARGEST, replies, settings, now });
  } finally {
    await source.close();
    ledger?.close();
  }
}
