import { type ExtractedReply, extractReply } from '../extract-reply.ts';
import { type MailAddress, parseAddress } from '../parse-address.ts';
import { parseForward } from '../parse-forward.ts';
import { fold } from '../text/fold.ts';
import type { MailThread } from '../threads/thread-mail.ts';
import type { CapturedMail } from '../types.ts';
import { GREETINGS } from '../words/exchange-words.ts';

/** One person's turn in an exchange. */
export interface Turn {
  readonly key: string;
  readonly author: MailAddress;
  /** ISO 8601; undefined where nobody knows. */
  readonly at?: string;
  /** Without greeting, quotes and signature. */
  readonly text: string;
  /** The key of the turn that this one answers. */
  readonly answers?: string;
  /** Taken from what a later mail quotes or forwards: the mail itself is not here. */
  readonly recovered: boolean;
}

/** What people said, in order. What machines sent is left out. */
export function turnsOf(thread: MailThread<CapturedMail>): Turn[] {
  const turns: Turn[] = [];
  for (const mail of thread.mails) {
    if (mail.automatic === true) continue;
    const answers = thread.parents.get(mail.id);
    const forwarded = turns.length === 0 ? parseForward(mail, mail.subject) : undefined;
    if (forwarded !== undefined && forwarded.body !== '') {
      const key = `${mail.id}#forwarded`;
      turns.push({ key, author: forwarded.from, text: withoutGreeting(forwarded.body), recovered: true });
      if (forwarded.message !== '')
        turns.push(turnOf(mail, extractReply({ text: forwarded.message }, mail.from.name), key));
      continue;
    }
    const reply = extractReply(mail, mail.from.name);
    // A conversation that is joined late: its beginning stands in the quote.
    if (turns.length === 0 && isReply(mail) && reply.quoted !== '') {
      const key = mail.references.at(-1) ?? mail.inReplyTo[0] ?? `${mail.id}#quoted`;
      const quoted = extractReply({ text: reply.quoted });
      if (quoted.text !== '') {
        turns.push({
          key,
          author: parseAddress(reply.quotedAuthors[0] ?? ''),
          text: withoutGreeting(quoted.text),
          recovered: true,
        });
      }
      turns.push(turnOf(mail, reply, key));
      continue;
    }
    turns.push(turnOf(mail, reply, answers));
  }
  return turns.filter(({ text }) => text !== '');
}

function turnOf(mail: CapturedMail, reply: ExtractedReply, answers: string | undefined): Turn {
  return {
    key: mail.id,
    author: mail.from,
    ...(mail.date === undefined ? {} : { at: mail.date }),
    text: withoutGreeting(reply.text),
    ...(answers === undefined ? {} : { answers }),
    recovered: false,
  };
}

const isReply = ({ references, inReplyTo }: CapturedMail): boolean => references.length + inReplyTo.length > 0;

/** Without a first line that only greets ("Hi Ben,"). */
export function withoutGreeting(text: string): string {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  const words = fold(first).replace(/[\s,!.:;]+$/, '');
  const greets = GREETINGS.some(
    (each) => words === each || words.startsWith(`${each} `) || words.startsWith(`${each},`),
  );
  const short = words.split(' ').length <= 5 && first.length <= 50 && !/[?？؟]/.test(first);
  return greets && short && end >= 0 ? text.slice(end).trim() : text;
}
