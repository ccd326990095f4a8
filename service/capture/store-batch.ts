import type { CapturedMail, DraftOptions } from '../../core/capture/index.ts';
import { isOrgAway } from '../connection/index.ts';
import { messageOf } from '../error.ts';
import type { CaptureReport } from './capture-report.ts';
import type { IncomingMail, MailBatch } from './mail-source.ts';
import { parseMail } from './parse-mail.ts';
import type { Run } from './run-capture.ts';
import { ReplyNotTaken, replyAddressesOf, takeReply } from './take-replies.ts';

/** Stores the mails of a batch with the position behind it; replies among them become answers. */
export async function storeBatch(run: Run, batch: MailBatch): Promise<void> {
  const { source, ledger, options, report } = run;
  try {
    const optedOut = new Set((await knownSettings(run)).optedOut.map((each) => each.toLowerCase()));
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

/** While the org is away, mails are stored by what it said last; drafts are made by what it says then. */
async function knownSettings({ options, settings, org }: Run): Promise<DraftOptions> {
  const { last } = settings;
  if (org.isAway && last !== undefined) return last;
  try {
    return await settings.current();
  } catch (error) {
    if (!options.watch || last === undefined || !isOrgAway(error)) throw error;
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
