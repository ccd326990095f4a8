import type { CapturedMail, DraftOptions } from '../../core/capture/index.ts';
import { isOrgAway } from '../connection/index.ts';
import { messageOf } from '../error.ts';
import type { ReplyOutcome } from '../replies/index.ts';
import { type CaptureReport, addToReport, emptyReport } from './capture-report.ts';
import type { IncomingMail, MailBatch } from './mail-source.ts';
import { parseMail } from './parse-mail.ts';
import type { Run } from './run-capture.ts';
import { countReply, replyAddressesOf, takeReply } from './take-replies.ts';

/**
 * Stores the mails of a batch with the position behind it; replies among them become answers. It is counted once all is
 * stored, so that a batch that is tried again is counted once.
 *
 * @param outcomes what became of its replies so far, kept from one attempt to the next
 * @throws ReplyNotTaken and what org and ledger throw; nothing is stored then
 */
export async function storeBatch(run: Run, batch: MailBatch, outcomes: Map<IncomingMail, ReplyOutcome>): Promise<void> {
  const { source, ledger, options, report } = run;
  const counted = emptyReport();
  const optedOut = new Set((await knownSettings(run)).optedOut.map((each) => each.toLowerCase()));
  const mails: CapturedMail[] = [];
  for (const incoming of batch.mails) {
    const mail = await read(incoming, counted);
    const envelope = 'raw' in incoming ? incoming.recipients : undefined;
    const addresses = replyAddressesOf(options.replies, mail, envelope);
    if (options.replies !== undefined && addresses.length > 0) {
      const outcome = outcomes.get(incoming) ?? (await takeReply(options.replies, mail, addresses));
      outcomes.set(incoming, outcome);
      countReply(outcome, batch, counted);
    } else if (isRefused(mail, optedOut)) counted.leftOut += 1;
    else mails.push(mail);
  }
  const stored = ledger.store(source.name, mails, batch.position);
  counted.mails += stored.added;
  counted.known += stored.known;
  counted.leftOut += stored.erased;
  counted.tooLarge += batch.tooLarge ?? 0;
  addToReport(report, counted);
}

/** While the org is away, mails are stored by what it said last; drafts are made by what it says then. */
async function knownSettings({ options, org }: Run): Promise<DraftOptions> {
  const { settings, watch } = options;
  const { last } = settings;
  if (org.isAway && last !== undefined) return last;
  try {
    return await settings.current();
  } catch (error) {
    if (!watch || last === undefined || !isOrgAway(error)) throw error;
    org.noteAway(messageOf(error));
    return last;
  }
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
