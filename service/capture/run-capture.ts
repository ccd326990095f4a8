import {
  type CapturedMail,
  type DraftOptions,
  type MailThread,
  buildThreads,
  draftExchange,
} from '../../core/capture/index.ts';
import type { ReplyDesk } from '../replies/index.ts';
import type { DraftSink, KeyedDraft } from './draft-sink.ts';
import { type DirtyThread, type Ledger, digest } from './ledger.ts';
import type { IncomingMail, MailBatch, MailSource, ReadOptions } from './mail-source.ts';
import { parseMail } from './parse-mail.ts';
import { ReplyNotTaken, replyAddressesOf, takeReply } from './take-replies.ts';

export interface CaptureOptions extends ReadOptions {
  /** Asked for again and again, because people opt out while a mailbox is watched. */
  readonly draft: () => Promise<DraftOptions>;
  /** Takes replies to notifications; without it they are mails like others. */
  readonly replies?: ReplyDesk;
  readonly now: () => Date;
  readonly onProgress?: (report: CaptureReport) => void;
}

/** What a run did. */
export interface CaptureReport {
  /** Mails that were new. */
  mails: number;
  /** Mails that were captured before. */
  known: number;
  /** Mails of people who opted out, and of exchanges that were rejected: nothing of them is kept. */
  leftOut: number;
  tooLarge: number;
  /** Mails that could be read only in part. */
  damaged: number;
  /** Drafts written, and those that were there already. */
  written: number;
  unchanged: number;
  /** Threads without a question, or without an answer so far. */
  noExchange: number;
  /** Replies to notifications that became answers. */
  answered: number;
  /** Replies that were refused, in words. */
  repliesRefused: string[];
  /** Drafts that the store did not take, with the reason. */
  refused: string[];
}

const DRAFTS_A_WRITE = 50;
/** While a large source is read, drafts are written this often (in batches of mails). */
const BATCHES_BETWEEN_WRITES = 50;

/** Reads a source to its end, or watches it, and keeps the drafts up to date. */
export async function runCapture(
  source: MailSource,
  ledger: Ledger,
  sink: DraftSink,
  options: CaptureOptions,
): Promise<CaptureReport> {
  const report: CaptureReport = {
    mails: 0,
    known: 0,
    leftOut: 0,
    tooLarge: 0,
    damaged: 0,
    written: 0,
    unchanged: 0,
    noExchange: 0,
    answered: 0,
    repliesRefused: [],
    refused: [],
  };
  // What a killed run stored and did not write.
  await writeDrafts(source, ledger, sink, options, report);
  let batches = 0;
  for await (const batch of source.read(ledger.position(source.name), options)) {
    await storeBatch(source, ledger, batch, options, report);
    batches += 1;
    if (options.watch || batches % BATCHES_BETWEEN_WRITES === 0)
      await writeDrafts(source, ledger, sink, options, report);
    options.onProgress?.(report);
  }
  await writeDrafts(source, ledger, sink, options, report);
  return report;
}

async function storeBatch(
  source: MailSource,
  ledger: Ledger,
  batch: MailBatch,
  options: CaptureOptions,
  report: CaptureReport,
): Promise<void> {
  try {
    const optedOut = new Set((await options.draft()).optedOut.map((each) => each.toLowerCase()));
    const mails: CapturedMail[] = [];
    for (const incoming of batch.mails) {
      const mail = await read(incoming, report);
      const envelope = 'raw' in incoming ? incoming.recipients : undefined;
      const addresses = replyAddressesOf(options.replies, mail, envelope);
      if (options.replies !== undefined && addresses.length > 0) {
        await takeReply(options.replies, mail, addresses, batch, report);
      } else if (isRefused(mail, optedOut)) report.leftOut += 1;
      else mails.push(mail);
    }
    const stored = ledger.store(source.name, mails, batch.position);
    report.mails += stored.added;
    report.known += stored.known;
    report.leftOut += stored.erased;
    report.tooLarge += batch.tooLarge ?? 0;
  } catch (error) {
    batch.refused?.(error);
    // Who sent it was told; a listener goes on.
    if (error instanceof ReplyNotTaken && batch.refused !== undefined) return;
    throw error;
  }
  await batch.stored?.();
}

async function read(incoming: IncomingMail, report: CaptureReport): Promise<CapturedMail> {
  if ('mail' in incoming) return incoming.mail;
  const { mail, fault } = await parseMail(incoming.raw);
  if (fault !== undefined) report.damaged += 1;
  return mail;
}

/** Mails from and to people who opted out are not even stored. */
function isRefused({ from, to, cc }: CapturedMail, optedOut: ReadonlySet<string>): boolean {
  return (
    optedOut.size > 0 && [from, ...to, ...cc].some(({ address }) => address !== undefined && optedOut.has(address))
  );
}

async function writeDrafts(
  source: MailSource,
  ledger: Ledger,
  sink: DraftSink,
  options: CaptureOptions,
  report: CaptureReport,
): Promise<void> {
  const retired = ledger.retiredKeys();
  if (retired.length > 0) {
    await sink.remove(retired);
    ledger.forgetRetired(retired);
  }
  const refused = new Set<string>();
  const settings = await options.draft();
  for (;;) {
    const threads = ledger.dirtyThreads(DRAFTS_A_WRITE + refused.size).filter(({ id }) => !refused.has(id));
    if (threads.length === 0) return;
    const drafts: { readonly thread: DirtyThread; readonly keyed: KeyedDraft }[] = [];
    const done: { readonly id: string; readonly key?: string }[] = [];
    for (const thread of threads) {
      const draft = draftExchange(asOne(thread.mails), settings);
      if (draft === 'refused') {
        if (thread.key !== undefined) await sink.remove([thread.key]);
        ledger.erase(thread.id);
        report.leftOut += thread.mails.length;
      } else if (typeof draft === 'string') {
        done.push({ id: thread.id });
        report.noExchange += 1;
      } else {
        const key = thread.key ?? digest(draft.key);
        drafts.push({ thread, keyed: { key, source: source.kind, capturedAt: options.now().toISOString(), draft } });
      }
    }
    const outcomes = drafts.length === 0 ? [] : await sink.write(drafts.map(({ keyed }) => keyed));
    outcomes.forEach(({ key, status, reason }, i) => {
      const id = drafts[i]?.thread.id ?? '';
      if (status === 'refused') {
        refused.add(id);
        report.refused.push(`${key}: ${reason ?? 'no reason given'}`);
      } else if (status === 'rejected') ledger.erase(id);
      else done.push({ id, key });
      if (status === 'written') report.written += 1;
      if (status === 'unchanged') report.unchanged += 1;
    });
    ledger.markWritten(done);
  }
}

/** The mails of one thread of the ledger in order, as one thread, whatever joined them there. */
function asOne(mails: readonly CapturedMail[]): MailThread<CapturedMail> {
  const threads = buildThreads(mails);
  const [first] = threads;
  if (first === undefined) return { id: '', mails, parents: new Map() };
  if (threads.length === 1) return first;
  return { id: first.id, mails, parents: new Map(threads.flatMap(({ parents }) => [...parents])) };
}
