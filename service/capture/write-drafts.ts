import { type CapturedMail, type MailThread, buildThreads, draftExchange } from '../../core/capture/index.ts';
import { digestOf } from '../digest.ts';
import type { KeyedDraft } from './draft-sink.ts';
import type { DirtyThread } from './ledger.ts';
import type { Run } from './run-capture.ts';

const DRAFTS_A_WRITE = 50;

/** Writes the drafts of every thread that changed, and takes those away that are none any more. */
export async function writeDrafts({ source, ledger, sink, options, report, org }: Run): Promise<void> {
  const retired = ledger.retiredKeys();
  if (retired.length > 0) {
    await sink.remove(retired);
    ledger.forgetRetired(retired);
  }
  const refused = new Set<string>();
  const known = await (org.isAway ? options.settings.anew() : options.settings.current());
  for (;;) {
    const threads = ledger.dirtyThreads(DRAFTS_A_WRITE + refused.size).filter(({ id }) => !refused.has(id));
    if (threads.length === 0) return;
    const drafts: { readonly thread: DirtyThread; readonly keyed: KeyedDraft }[] = [];
    const done: { readonly id: string; readonly key?: string }[] = [];
    for (const thread of threads) {
      const draft = draftExchange(asOne(thread.mails), known);
      if (draft === 'refused') {
        if (thread.key !== undefined) await sink.remove([thread.key]);
        ledger.erase(thread.id);
        report.leftOut += thread.mails.length;
      } else if (typeof draft === 'string') {
        done.push({ id: thread.id });
        report.noExchange += 1;
      } else {
        const key = thread.key ?? digestOf(draft.key);
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
