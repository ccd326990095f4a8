import { isOrgAway } from '../connection/index.ts';
import { messageOf } from '../error.ts';
import type { ReplyDesk, ReplyOutcome } from '../replies/index.ts';
import { Absence } from './absence.ts';
import { type CaptureReport, emptyReport } from './capture-report.ts';
import type { DraftSettings } from './draft-settings.ts';
import type { DraftSink } from './draft-sink.ts';
import type { Ledger } from './ledger.ts';
import type { IncomingMail, MailBatch, MailSource, ReadOptions } from './mail-source.ts';
import { storeBatch } from './store-batch.ts';
import { ReplyNotTaken } from './take-replies.ts';
import { writeDrafts } from './write-drafts.ts';

export interface CaptureOptions extends ReadOptions {
  /** Known already where somebody asked for them; asked for again, because people opt out while a mailbox is watched. */
  readonly settings: DraftSettings;
  /** Takes replies to notifications; without it they are mails like others. */
  readonly replies?: ReplyDesk;
  readonly now: () => Date;
  readonly onProgress?: (report: CaptureReport) => void;
}

/** What the parts of a run share. */
export interface Run {
  readonly source: MailSource;
  readonly ledger: Ledger;
  readonly sink: DraftSink;
  readonly options: CaptureOptions;
  readonly report: CaptureReport;
  /** Of the org, while a source is watched. */
  readonly org: Absence;
}

/** While a large source is read, drafts are written this often (in batches of mails). */
const BATCHES_BETWEEN_WRITES = 50;

/**
 * Reads a source to its end, or watches it, and keeps the drafts up to date. While it watches, an org that is away ends
 * nothing: mails are stored, drafts wait in the ledger, and the org is tried again.
 */
export async function runCapture(
  source: MailSource,
  ledger: Ledger,
  sink: DraftSink,
  options: CaptureOptions,
): Promise<CaptureReport> {
  const org = new Absence('The org', 'Mails are stored meanwhile, drafts wait.', options);
  const run: Run = { source, ledger, sink, options, report: emptyReport(), org };
  // What a killed run stored and did not write.
  await tryWriteDrafts(run);
  let batches = 0;
  for await (const batch of batchesOf(run)) {
    if (batch !== undefined) await storeWhenPossible(run, batch);
    batches += 1;
    if (options.watch || batches % BATCHES_BETWEEN_WRITES === 0) await tryWriteDrafts(run);
    options.onProgress?.(run.report);
  }
  await tryWriteDrafts(run);
  org.release();
  return run.report;
}

/** The batches of the source; undefined where it is time to try again what the org could not take. */
async function* batchesOf(run: Run): AsyncIterable<MailBatch | undefined> {
  const { source, ledger, options, org } = run;
  while (!options.signal.aborted) {
    const batches = source.read(ledger.position(source.name), options)[Symbol.asyncIterator]();
    let reading: Promise<IteratorResult<MailBatch>> | undefined;
    try {
      for (;;) {
        reading ??= batches.next();
        const mayTryAgain = org.isAway && !options.signal.aborted;
        const result = await (mayTryAgain ? Promise.race([reading, org.nextAttempt()]) : reading);
        if (result !== undefined) reading = undefined;
        if (result?.done === true) return;
        yield result?.value;
      }
    } catch (error) {
      // The org is the source, too.
      if (!isAway(run, error)) throw error;
      await org.nextAttempt();
    } finally {
      // One that is being read ends with the run.
      if (reading === undefined) await batches.return?.();
    }
  }
}

/**
 * A reply in a mailbox becomes an answer once the org is there; what came after it waits. What somebody waits to hear of
 * is refused instead, and then it is theirs to send again.
 */
async function storeWhenPossible(run: Run, batch: MailBatch): Promise<void> {
  const { options, org, source, report } = run;
  const outcomes = new Map<IncomingMail, ReplyOutcome>();
  for (;;) {
    try {
      await storeBatch(run, batch, outcomes);
      break;
    } catch (error) {
      const mayWait = isAway(run, error);
      if (batch.refused !== undefined) {
        if (error instanceof ReplyNotTaken && error.forGood) report.repliesRefused.push(error.message);
        batch.refused(error);
        if (mayWait || error instanceof ReplyNotTaken) return;
      }
      if (!mayWait) throw error;
      await org.nextAttempt();
      // It is read again by the next run.
      if (options.signal.aborted) return;
    }
  }
  if (source.kind === 'Org') org.noteBack();
  await batch.stored?.();
}

async function tryWriteDrafts(run: Run): Promise<void> {
  if (run.org.isAway && !run.org.isDue) return;
  try {
    await writeDrafts(run);
    run.org.noteBack();
  } catch (error) {
    if (!isAway(run, error)) throw error;
  }
}

/** Whether it is only that the org is away from a run that watches; notes it. */
function isAway({ options, org }: Run, error: unknown): boolean {
  const reason = error instanceof ReplyNotTaken ? error.cause : error;
  if (!options.watch || !isOrgAway(reason)) return false;
  org.noteAway(messageOf(reason));
  return true;
}
