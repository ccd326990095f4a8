import { type CapturedMail, parseAddresses } from '../../../core/capture/index.ts';
import type { OrgClient, OrgRecord } from '../../connection/index.ts';
import { soqlText } from '../../connection/soql.ts';
import { EXIT, FluencyError } from '../../error.ts';
import { relatedTextOf } from '../../sync/field-values.ts';
import { type MailBatch, type MailSource, type ReadOptions, pause } from '../mail-source.ts';
import { messageIds } from '../parse-mail.ts';

const PAGE = 200;
const POLL_MS = 60_000;
/** A transaction of the org may become visible this long after the stamp it gave its rows. */
const OVERLAP_MS = 5 * 60_000;
const FIELDS =
  'Id, SystemModstamp, MessageIdentifier, ThreadIdentifier, ReplyToEmailMessage.MessageIdentifier, Headers, Subject, FromName, FromAddress, ToAddress, CcAddress, TextBody, HtmlBody, MessageDate, CreatedDate';

/** EmailMessage records of the org, by their modification stamp. `where` narrows them, as a SOQL condition. */
export function orgSource(client: OrgClient, where: string | undefined): MailSource {
  return {
    name: `org:${client.instanceUrl}`,
    kind: 'Org',
    notes: () => describeMode(client),
    read: (position, options) => readRecords(client, where, position, options),
    close: () => Promise.resolve(),
  };
}

/** Whether the org has e-mails as records at all, which depends on how it captures activity. */
async function describeMode(client: OrgClient): Promise<readonly string[]> {
  if ((await client.describe('EmailMessage')) === undefined) {
    throw new FluencyError('EMAIL_MESSAGES_NOT_READABLE', 'The org has no EmailMessage records for this user.', {
      value: 'EmailMessage',
      nextStep: 'Give the integration user access to e-mails, or capture from a mailbox (imap:) or a list (smtp:).',
      exitCode: EXIT.connection,
    });
  }
  const recent = await client.query('SELECT Id FROM EmailMessage ORDER BY CreatedDate DESC LIMIT 1');
  return recent.length > 0
    ? [
        'e-mails are records here (EmailMessage): sent from Salesforce, or Einstein Activity Capture in the mode that stores them',
      ]
    : [
        'no e-mail is a record here: where Einstein Activity Capture runs in its older mode, mails stay outside of the org and cannot be captured from it; use imap: or smtp:',
      ];
}

async function* readRecords(
  client: OrgClient,
  where: string | undefined,
  position: string | undefined,
  { watch, signal }: ReadOptions,
): AsyncIterable<MailBatch> {
  let from = stepBack(position);
  let isFirst = true;
  while (!signal.aborted) {
    for (;;) {
      const rows = await client.query(queryFrom(from, where));
      const last = rows.at(-1);
      // Whoever waits for the org to come back is told, though there is no mail.
      if (isFirst && last === undefined) yield { mails: [] };
      isFirst = false;
      if (last === undefined) break;
      from = { stamp: new Date(String(last['SystemModstamp'])).toISOString(), id: String(last.Id) };
      yield { mails: rows.map((row) => ({ mail: mailOf(row) })), position: `${from.stamp}|${from.id}` };
      if (rows.length < PAGE || signal.aborted) break;
    }
    if (!watch) return;
    await pause(POLL_MS, signal);
    from = stepBack(from && `${from.stamp}|${from.id}`);
  }
}

interface Keyset {
  readonly stamp: string;
  readonly id: string;
}

/** What was read last is read again for a while: the ledger knows it. */
function stepBack(position: string | undefined): Keyset | undefined {
  const stamp = Date.parse(position?.split('|')[0] ?? '');
  return Number.isNaN(stamp) ? undefined : { stamp: new Date(stamp - OVERLAP_MS).toISOString(), id: '' };
}

function queryFrom(from: Keyset | undefined, where: string | undefined): string {
  const after =
    from &&
    (from.id === ''
      ? `SystemModstamp >= ${from.stamp}`
      : `(SystemModstamp > ${from.stamp} OR (SystemModstamp = ${from.stamp} AND Id > ${soqlText(from.id)}))`);
  const conditions = [after, where && `(${where})`].filter((each) => each !== undefined && each !== '');
  const clause = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT ${FIELDS} FROM EmailMessage${clause} ORDER BY SystemModstamp, Id LIMIT ${PAGE}`;
}

function mailOf(row: OrgRecord): CapturedMail {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  const headers = text('Headers');
  const answered = relatedTextOf(row, 'ReplyToEmailMessage', 'MessageIdentifier') ?? undefined;
  const from = parseAddresses(text('FromAddress'))[0] ?? {};
  const name = text('FromName');
  const date = new Date(text('MessageDate') || text('CreatedDate'));
  const thread = messageIds(text('ThreadIdentifier'));
  return {
    id: messageIds(text('MessageIdentifier'))[0] ?? `${String(row.Id)}@record.invalid`,
    references: [...thread, ...messageIds(headerIn(headers, 'References'))],
    inReplyTo: [...messageIds(headerIn(headers, 'In-Reply-To')), ...messageIds(answered)],
    subject: text('Subject'),
    from: name === '' ? from : { ...from, name },
    to: parseAddresses(text('ToAddress')),
    cc: parseAddresses(text('CcAddress')),
    ...(Number.isNaN(date.getTime()) ? {} : { date: date.toISOString() }),
    ...(text('TextBody') === '' ? {} : { text: text('TextBody') }),
    ...(text('HtmlBody') === '' ? {} : { html: text('HtmlBody') }),
    ...(/^auto-submitted:\s*auto/im.test(headers) ? { automatic: true } : {}),
  };
}

/** A header of the block that the org keeps, unfolded. */
function headerIn(headers: string, name: string): string | undefined {
  const lines = headers.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const prefix = `${name.toLowerCase()}:`;
  return lines.find((line) => line.toLowerCase().startsWith(prefix))?.slice(prefix.length);
}
