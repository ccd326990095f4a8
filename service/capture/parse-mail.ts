import PostalMime, { type Address, type Email } from 'postal-mime';
import type { CapturedMail, MailAddress } from '../../core/capture/index.ts';
import { digestOf } from '../digest.ts';

/** Longer bodies are cut: what people write to each other is shorter, and a draft holds less. */
const LONGEST_BODY = 256_000;
const MOST_REFERENCES = 100;
const MOST_RECIPIENTS = 200;

/** A mail that was read from its source form. */
export interface ParsedMail {
  readonly mail: CapturedMail;
  /** Why it could only be read in part; undefined for a sound mail. */
  readonly fault?: string;
}

/**
 * Reads a mail in its source form (RFC 5322, MIME). Whatever arrives gives a mail: what cannot be read is left empty
 * and the reason told. A mail without a Message-ID gets one from its content, so that it is the same mail next time.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  try {
    const email = await PostalMime.parse(raw, { maxNestingDepth: 30, maxHeadersSize: 1_000_000 });
    return { mail: mailOf(email, raw) };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { mail: { ...EMPTY, id: idOfContent(raw) }, fault };
  }
}

const EMPTY: Omit<CapturedMail, 'id'> = { inReplyTo: [], references: [], subject: '', from: {}, to: [], cc: [] };

function mailOf(email: Email, raw: Uint8Array): CapturedMail {
  const date = email.date === undefined ? NaN : Date.parse(email.date);
  return {
    id: messageIds(email.messageId)[0] ?? idOfContent(raw),
    inReplyTo: messageIds(email.inReplyTo).slice(0, MOST_REFERENCES),
    references: messageIds(email.references).slice(-MOST_REFERENCES),
    subject: email.subject ?? '',
    from: addressesOf(email.from === undefined ? [] : [email.from])[0] ?? {},
    to: addressesOf(email.to ?? []),
    cc: addressesOf(email.cc ?? []),
    ...(Number.isNaN(date) ? {} : { date: new Date(date).toISOString() }),
    ...(email.text === undefined ? {} : { text: email.text.slice(0, LONGEST_BODY) }),
    ...(email.html === undefined ? {} : { html: email.html.slice(0, 2 * LONGEST_BODY) }),
    ...(isAutomatic(email) ? { automatic: true } : {}),
  };
}

/** The ids in angle brackets of a header; In-Reply-To may hold words and addresses as well. */
export function messageIds(header: string | undefined): string[] {
  if (header === undefined) return [];
  const ids: string[] = [];
  for (let at = header.indexOf('<'); at >= 0; at = header.indexOf('<', at + 1)) {
    const end = header.indexOf('>', at);
    if (end < 0) break;
    const id = header.slice(at + 1, end).trim();
    if (id !== '' && id.length <= 500 && !/[\s<]/.test(id)) ids.push(id);
  }
  if (ids.length > 0) return ids;
  const bare = header.trim();
  return bare !== '' && bare.length <= 500 && !/\s/.test(bare) && bare.includes('@') ? [bare] : [];
}

function idOfContent(raw: Uint8Array): string {
  return `${digestOf(raw)}@content.invalid`;
}

function addressesOf(addresses: readonly Address[]): MailAddress[] {
  return addresses
    .flatMap((each) => (each.group === undefined ? [each] : each.group))
    .slice(0, MOST_RECIPIENTS)
    .map(({ name, address }) => ({
      ...(name === '' || name === undefined ? {} : { name }),
      ...(address === '' || address === undefined ? {} : { address: address.toLowerCase() }),
    }));
}

/** Sent by a machine, after RFC 3834 and what mail programs add besides. */
function isAutomatic({ headers, from }: Email): boolean {
  const value = (key: string) =>
    headers
      .find((header) => header.key === key)
      ?.value.trim()
      .toLowerCase();
  const submitted = value('auto-submitted');
  if (submitted !== undefined && submitted !== 'no') return true;
  if (value('x-autoreply') !== undefined || value('x-autorespond') !== undefined) return true;
  if (value('x-auto-response-suppress')?.includes('all') === true) return true;
  if (['bulk', 'junk', 'auto_reply'].includes(value('precedence') ?? '')) return true;
  if (/^(multipart\/report|text\/calendar)/.test(value('content-type') ?? '')) return true;
  return /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from?.address ?? '');
}
