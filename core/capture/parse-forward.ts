import { replyOfLines } from './extract-reply.ts';
import { markSpans } from './marks/mark-spans.ts';
import type { Span } from './marks/span.ts';
import { type MailAddress, parseAddress } from './parse-address.ts';
import { parseSubject } from './parse-subject.ts';
import { linesOfBody } from './text/body-lines.ts';
import { withoutInvisible } from './text/fold.ts';
import { type Line, isBlankLine, joinLines } from './text/lines.ts';
import type { MailBody } from './types.ts';

/** A mail inside a mail. */
export interface ForwardedMail {
  /** Undefined where neither the printed headers nor the mail's own subject tell it. */
  readonly subject?: string;
  readonly from: MailAddress;
  readonly to?: string;
  readonly cc?: string;
  /** As it was printed: formats and languages vary, and times have no zone. */
  readonly date?: string;
  /** What the author of that mail wrote, without what it quotes or forwards itself. */
  readonly body: string;
  /** The whole of it, signature and older mails included. */
  readonly full: string;
  /** What the person who forwarded it wrote above. */
  readonly message: string;
}

/**
 * The mail that was forwarded in another one, or undefined where nothing was: a reply that quotes is no forward. What
 * tells them apart, in this order: a marker that says "forwarded"; the subject's prefix; headers or an attribution
 * above a body that is not quoted line by line.
 */
export function parseForward(body: MailBody, subject = ''): ForwardedMail | undefined {
  const lines = linesOfBody(body);
  const span = markSpans(lines).find((each) => isForward(lines, each, subject));
  if (span === undefined) return undefined;
  const headers = span.headers ?? {};
  const message = joinLines(lines.slice(0, span.start).map(({ text }) => withoutInvisible(text)));
  const printed = headers.subject === undefined ? undefined : clean(headers.subject);
  const own = parseSubject(subject).base;
  return {
    ...(printed !== undefined && printed !== '' ? { subject: printed } : own === '' ? {} : { subject: own }),
    from: parseAddress(headers.from ?? ''),
    ...(headers.to === undefined ? {} : { to: clean(headers.to) }),
    ...(headers.cc === undefined ? {} : { cc: clean(headers.cc) }),
    ...(headers.date === undefined ? {} : { date: clean(headers.date) }),
    ...bodyOf(lines.slice(span.end), (lines[span.start] as Line).depth),
    message,
  };
}

function isForward(lines: readonly Line[], span: Span, subject: string): boolean {
  if (span.kind === 'above') return false;
  if (span.kind === 'forward') return true;
  const { kind } = parseSubject(subject);
  if (kind === 'forward') return true;
  if (kind === 'reply') return false;
  if (span.kind === 'attribution') return isBareAttribution(lines, span);
  // Headers in a quote belong to what a reply quotes, unless nothing stands above.
  return (lines[span.start] as Line).depth === 0 || isAtTop(lines, span.start) || span.kind === 'original';
}

function isAtTop(lines: readonly Line[], end: number): boolean {
  return lines.slice(0, end).every(isBlankLine);
}

/** Outlook for Mac forwards below an attribution, the body set in by four spaces; replies are quoted line by line. */
function isBareAttribution(lines: readonly Line[], { start, end }: Span): boolean {
  if ((lines[start] as Line).depth > 0) return false;
  const first = lines.slice(end).find((line) => !isBlankLine(line));
  if (first === undefined || first.depth > 0) return false;
  return /^( {4}|\t)/.test(first.raw) || isAtTop(lines, start);
}

function bodyOf(lines: readonly Line[], depth: number): Pick<ForwardedMail, 'body' | 'full'> {
  const first = lines.find((line) => !isBlankLine(line));
  const level = Math.max(depth, first !== undefined && first.depth > 0 ? 1 : 0);
  const indented = first !== undefined && level === 0 && /^( {4}|\t)/.test(first.raw);
  const inner = lines.map((line): Line => {
    const text = withoutInvisible(indented ? line.text.replace(/^( {4}|\t)/, '') : line.text);
    const left = Math.max(0, line.depth - level);
    return { text, raw: `${'> '.repeat(left)}${text}`, depth: left };
  });
  const { text, tails } = replyOfLines(inner);
  const closing = tails[0]?.kind === 'closing' ? `\n\n${tails[0].text}` : '';
  return { body: text === '' ? '' : `${text}${closing}`.trim(), full: joinLines(inner.map(({ raw }) => raw)) };
}

function clean(value: string): string {
  return withoutInvisible(value.slice(0, 2_000)).replace(/\s+/g, ' ').trim();
}
