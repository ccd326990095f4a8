import { addDays } from './days.ts';
import type { SeedExchange } from './exchanges.ts';
import { usernameOf } from './people.ts';

const HOUR = 3_600_000;

/** Exchanges as an mbox file holds them: what a mail program would export. */
export function mboxOf(exchanges: readonly SeedExchange[], now: Date): string {
  return exchanges.flatMap((exchange) => mailsOf(exchange, now)).join('');
}

function mailsOf({ subject, daysAgo, mails }: SeedExchange, now: Date): string[] {
  const addresses = new Map(mails.map(({ from }) => [from, addressOf(from)]));
  const slug = subject.toLowerCase().replace(/[^a-z]+/g, '-');
  const idOf = (place: number): string => `<${slug}${place}@larkspur.example>`;
  const at = (place: number): Date => new Date(addDays(now, -daysAgo).getTime() + place * HOUR);
  return mails.map(({ from, text }, place) => {
    const others = [...addresses.keys()].filter((name) => name !== from);
    const before = mails[place - 1];
    const quote = before && quoteOf(before.from, before.text, at(place - 1));
    const lines = [
      `From: ${mailboxOf(from)}`,
      `To: ${others.map(mailboxOf).join(', ')}`,
      `Subject: ${before ? 'Re: ' : ''}${subject}`,
      `Date: ${at(place).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: ${idOf(place)}`,
      ...(before ? [`In-Reply-To: ${idOf(place - 1)}`, `References: ${idOf(place - 1)}`] : []),
      'Content-Type: text/plain; charset=utf-8',
      '',
      ...[text, quote]
        .filter((part) => part !== undefined)
        .join('\n\n')
        .split('\n'),
    ];
    // A line of a mail that begins like the line between two mails is marked, as in every mbox file.
    const body = lines.map((line) => line.replace(/^(>*From )/, '>$1')).join('\n');
    return `From ${addressOf(from)} ${at(place).toUTCString()}\n${body}\n\n`;
  });
}

function quoteOf(from: string, text: string, at: Date): string {
  const quoted = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return [`On ${at.toUTCString().slice(0, 22)}, ${mailboxOf(from)} wrote:`, ...quoted].join('\n');
}

const addressOf = (name: string): string => {
  const [first = '', last = ''] = name.split(' ');
  return usernameOf(first, last);
};

const mailboxOf = (name: string): string => `${name} <${addressOf(name)}>`;
