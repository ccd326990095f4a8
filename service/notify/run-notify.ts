import { createTransport, type Transporter } from 'nodemailer';
import { DAY } from '../../core/index.ts';
import { type OrgClient, type RefusedRecord, reasonOf, redact } from '../connection/index.ts';
import { queryInLists } from '../connection/query-in-lists.ts';
import { EXIT, FluencyError, messageOf } from '../error.ts';
import { type ReplySettings, replyAddress } from '../replies/index.ts';
import { requiredTextOf } from '../sync/field-values.ts';
import { type MailContent, composeMail } from './compose-mail.ts';
import { type News, findNews } from './find-news.ts';
import type { MailSettings } from './mail-settings.ts';

export interface NotifyOptions {
  readonly now: Date;
  readonly mail: MailSettings;
  /** Without it nobody can answer by replying. */
  readonly replies?: ReplySettings;
  /** How long a reply is taken, in days. */
  readonly replyDays: number;
  readonly dryRun?: boolean;
}

export interface NotifyReport {
  sent: number;
  /** People who want no mail, have no address, or left. */
  leftOut: number;
  refused: RefusedRecord[];
}

/**
 * Tells people what there is to tell. First the mail, then the mark that it was sent: killed in between, it is sent
 * again with the same id.
 *
 * @throws FluencyError MAIL_SERVER_UNAVAILABLE
 */
export async function runNotify(client: OrgClient, options: NotifyOptions): Promise<NotifyReport> {
  const report: NotifyReport = { sent: 0, leftOut: 0, refused: [] };
  const news = await findNews(client, options.now);
  if (news.length === 0) return report;
  const addresses = await addressesOf(client, [...new Set(news.map(({ userId }) => userId))]);
  const context = {
    instanceUrl: client.instanceUrl,
    domain: /@([\w.-]+)/.exec(options.mail.from)?.[1] ?? 'fluency.invalid',
    replies: options.replies !== undefined,
  };
  const transport = createTransport(options.mail.url);
  try {
    for (const each of news) {
      const to = addresses.get(each.userId);
      if (to === undefined) report.leftOut += 1;
      else if (options.dryRun === true) report.sent += 1;
      else if (await send(transport, composeMail(each, context), each, to, options, report))
        await markTold(client, each, report);
    }
  } finally {
    transport.close();
  }
  return report;
}

/** Addresses of those who are active and want mail. */
async function addressesOf(client: OrgClient, userIds: readonly string[]): Promise<Map<string, string>> {
  const silent = await queryInLists(
    client,
    userIds,
    (list) => `SELECT OwnerId FROM Knowledge_Preference__c WHERE No_Mail__c = true AND OwnerId IN ${list}`,
  );
  const quiet = new Set(silent.map((row) => requiredTextOf(row, 'OwnerId')));
  const rows = await queryInLists(
    client,
    userIds.filter((id) => !quiet.has(id)),
    (list) => `SELECT Id, Email FROM User WHERE IsActive = true AND Email != null AND Id IN ${list}`,
  );
  return new Map(rows.map((row) => [requiredTextOf(row, 'Id'), requiredTextOf(row, 'Email')]));
}

/** @returns whether the matter is settled: sent, or refused for good */
async function send(
  transport: Transporter,
  content: MailContent,
  { questionId, userId }: News,
  to: string,
  { mail, replies, replyDays, now }: NotifyOptions,
  report: NotifyReport,
): Promise<boolean> {
  const expires = new Date(now.getTime() + replyDays * DAY);
  try {
    await transport.sendMail({
      ...content,
      from: mail.from,
      to,
      ...(replies && { replyTo: replyAddress(replies, { questionId, userId, expires }) }),
    });
    report.sent += 1;
    return true;
  } catch (error) {
    const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
    const reason = redact(messageOf(error), mail.secrets);
    if (code !== 'EENVELOPE' && code !== 'EMESSAGE') {
      throw new FluencyError('MAIL_SERVER_UNAVAILABLE', `The mail server cannot be used: ${reason}`, {
        value: new URL(mail.url).host,
        nextStep: 'Check FLUENCY_SMTP_URL; what was not sent is sent by the next run.',
        exitCode: EXIT.connection,
      });
    }
    report.refused.push({ object: 'User', key: userId, reason });
    return responseCode >= 500;
  }
}

async function markTold(client: OrgClient, { told }: News, report: NotifyReport): Promise<void> {
  const [outcome] =
    'insert' in told
      ? await client.insert(told.object, [told.insert])
      : await client.update(told.object, [told.update]);
  if (outcome?.ok === true) return;
  report.refused.push({ object: told.object, key: 'Told_At__c', reason: reasonOf(outcome) });
}
