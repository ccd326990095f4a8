import EmailForwardParser from 'email-forward-parser';
import { parseForward } from '../../core/capture/index.ts';
import type { ForwardCase, ForwardConstants } from './read-sets.ts';

/** What a parser found; undefined where it says that nothing was forwarded. */
export interface FoundForward {
  readonly subject?: string;
  readonly address?: string;
  readonly name?: string;
  readonly body: string;
  readonly message: string;
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Whether a case came out as it must: a text without the constant body is a reply and must not pass for a forward;
 * otherwise body, what was written above, and sender and subject where the case shows them.
 */
export function isRight(item: ForwardCase, constants: ForwardConstants, found: FoundForward | undefined): boolean {
  const unquoted = squash(item.text.replace(/^[ \t]*>[ \t]?/gm, ''));
  if (!unquoted.includes(squash(constants.body))) return found === undefined;
  if (found === undefined || squash(found.body) !== squash(constants.body)) return false;
  if (squash(found.message) !== (item.hasMessage ? squash(constants.message) : '')) return false;
  if (item.hasFrom && item.text.includes(constants.from_address) && found.address !== constants.from_address)
    return false;
  const shown = `${item.text}\n${item.subject}`.includes(constants.subject);
  return !shown || squash(found.subject ?? '') === constants.subject;
}

/** The parsers of forwarded mails. */
export const FORWARD_PARSERS: readonly (readonly [string, (item: ForwardCase) => FoundForward | undefined])[] = [
  [
    'email-forward-parser',
    ({ text, subject }) => {
      const { forwarded, message, email } = new EmailForwardParser().read(text, subject === '' ? undefined : subject);
      if (!forwarded) return undefined;
      return {
        subject: email.subject ?? undefined,
        address: email.from.address ?? undefined,
        name: email.from.name ?? undefined,
        body: email.body ?? '',
        message: message ?? '',
      };
    },
  ],
  [
    'Fluency',
    ({ text, subject }) => {
      const found = parseForward({ text }, subject);
      if (found === undefined) return undefined;
      const { from, body, message } = found;
      return { subject: found.subject, address: from.address, name: from.name, body, message };
    },
  ],
];
