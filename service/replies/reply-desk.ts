import { extractReply, type CapturedMail } from '../../core/capture/index.ts';
import { type OrgClient, reasonOf } from '../connection/index.ts';
import { soqlText } from '../connection/soql.ts';
import { messageKeyOf, richText } from '../exchanges/index.ts';
import { requiredTextOf, textOf } from '../sync/field-values.ts';
import { type ReplySettings, tokenIn } from './reply-address.ts';
import { checkReply } from './reply-token.ts';

/** What became of a reply. `ignored`: a machine sent it. `refused`: in words for whoever sent it; no token stands in them. */
export type ReplyOutcome =
  { readonly status: 'answered' | 'known' | 'ignored' } | { readonly status: 'refused'; readonly reason: string };

/** Takes replies to notifications. */
export interface ReplyDesk {
  /** Whether an address is one for replies, whatever its token is worth. */
  takes(address: string): boolean;
  /** Why an address for replies is refused before the mail is sent; undefined where it is good. */
  refusal(address: string): string | undefined;
  /** Makes a mail to one of the addresses the answer it is. @throws what the org throws: try again later */
  answer(mail: CapturedMail, addresses: readonly string[]): Promise<ReplyOutcome>;
}

const WORDS = {
  forged: 'This address for replies is not valid: please reply to the notification itself.',
  expired: 'This address for replies is too old: please answer in the knowledge bank.',
  stranger: 'This address for replies belongs to somebody else: please answer in the knowledge bank.',
  nothing: 'No words were found above the quoted text.',
  gone: 'The question is no longer there.',
  closed: 'The question takes no more answers.',
  notTaken: 'The knowledge bank did not take this answer: please answer there.',
} as const;

/** Why the org takes this answer not now and not later: a rule, its length, its question or author is gone. */
const OF_THIS_MAIL: ReadonlySet<string> = new Set([
  'ENTITY_IS_DELETED',
  'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  'INVALID_CROSS_REFERENCE_KEY',
  'OP_WITH_INVALID_USER_TYPE_EXCEPTION',
  'STRING_TOO_LONG',
  'TRANSFER_REQUIRES_READ',
]);

export function openReplyDesk(client: OrgClient, settings: ReplySettings, now: () => Date): ReplyDesk {
  const refused = (why: keyof typeof WORDS): ReplyOutcome => ({ status: 'refused', reason: WORDS[why] });
  return {
    takes: (address) => tokenIn(address, settings) !== undefined,
    refusal(address) {
      const check = checkReply(tokenIn(address, settings) ?? '', settings.secret, now());
      return check.ok ? undefined : WORDS[check.why];
    },
    async answer(mail, addresses) {
      const token = addresses.map((address) => tokenIn(address, settings)).find((found) => found !== undefined) ?? '';
      const check = checkReply(token, settings.secret, now());
      if (!check.ok) return refused(check.why);
      if (mail.automatic === true) return { status: 'ignored' };
      const key = messageKeyOf(mail.id);
      const [users = [], questions = [], there = []] = await client.queryMany([
        `SELECT Id, Email FROM User WHERE IsActive = true AND Id = ${soqlText(check.userId)}`,
        `SELECT Id, Status__c FROM Question__c WHERE Id = ${soqlText(check.questionId)}`,
        `SELECT Id FROM Answer__c WHERE Message_Key__c = ${soqlText(key)}`,
      ]);
      const [user] = users;
      const [question] = questions;
      // A notification that was passed on must not let somebody speak as somebody else.
      if (user === undefined || textOf(user, 'Email')?.toLowerCase() !== mail.from.address) return refused('stranger');
      if (there.length > 0) return { status: 'known' };
      if (question === undefined) return refused('gone');
      if (!['Open', 'Answered'].includes(requiredTextOf(question, 'Status__c'))) return refused('closed');
      const text = extractReply(mail, mail.from.name).text.trim();
      if (text === '') return refused('nothing');
      const [outcome] = await client.insert('Answer__c', [
        {
          Question__c: requiredTextOf(question, 'Id'),
          OwnerId: requiredTextOf(user, 'Id'),
          Body__c: richText(text),
          Source__c: 'E-mail',
          Message_Key__c: key,
        },
      ]);
      if (outcome?.ok === true) return { status: 'answered' };
      if (outcome?.code === 'DUPLICATE_VALUE') return { status: 'known' };
      if (outcome === undefined) throw new Error('the org gave no answer');
      // A mailbox must not wait behind one mail for ever.
      if (OF_THIS_MAIL.has(outcome.code)) return refused('notTaken');
      throw new Error(reasonOf(outcome));
    },
  };
}
