import { markSpans } from './marks/mark-spans.ts';
import type { Span } from './marks/span.ts';
import { type TailKind, isMobile, tailStarts } from './marks/tail.ts';
import { linesOfBody } from './text/body-lines.ts';
import { fold } from './text/fold.ts';
import { type Line, isBlankLine, joinLines } from './text/lines.ts';
import type { MailBody } from './types.ts';

/** A piece that ends the author's text: a signature, a closing formula, a disclaimer, a list footer. */
export interface ReplyTail {
  readonly kind: TailKind;
  readonly text: string;
}

/** What one person wrote in one mail. */
export interface ExtractedReply {
  /** The author's words, without quotes, signature and disclaimer. Answers between quotes keep what they answer. */
  readonly text: string;
  /** What was cut off its end, in order. */
  readonly tails: readonly ReplyTail[];
  /** What was quoted, without quote marks: it tells which mail is answered. */
  readonly quoted: string;
  /** The author answers between the lines of a quote. */
  readonly interleaved: boolean;
  /** Senders whom attributions and printed headers name, as they stood. */
  readonly quotedAuthors: readonly string[];
}

type Kind = 'own' | 'quote' | 'mark';

/**
 * Takes a mail apart into what its author wrote and what a client added or quoted. Never throws; one pass over the
 * lines. `author` is the sender's name, for signatures that are just that.
 */
export function extractReply(body: MailBody, author = ''): ExtractedReply {
  return replyOfLines(linesOfBody(body), author);
}

/** The same for lines that were read before. */
export function replyOfLines(lines: readonly Line[], author = ''): ExtractedReply {
  const spans = markSpans(lines);
  const kinds = kindsOf(lines, spans);
  const own = ownLines(lines, kinds);
  const starts = tailStarts(own.lines, author);
  const first = starts[0]?.at ?? own.lines.length;
  const write = (from: number, end: number) =>
    joinLines(own.lines.slice(from, end).map((line) => (line.depth > 0 ? line.raw : line.text)));
  const tails = starts
    .map(({ kind, at }, i) => ({ kind, text: write(at, starts[i + 1]?.at ?? own.lines.length) }))
    .filter(({ text }) => text !== '');
  return {
    text: write(0, first),
    tails,
    quoted: joinLines(lines.filter((_, i) => kinds[i] === 'quote').map(({ text }) => text)),
    interleaved: own.interleaved,
    quotedAuthors: spans.flatMap(({ headers }) => (headers?.from === undefined ? [] : [headers.from])),
  };
}

/** Whose each line is. After a mark that no quote marks follow, everything is the other mail. */
function kindsOf(lines: readonly Line[], spans: readonly Span[]): Kind[] {
  const kinds = lines.map((line): Kind => (line.depth > 0 || line.hint === 'quote' ? 'quote' : 'own'));
  for (const span of spans) {
    if ((lines[span.start] as Line).depth > 0) continue;
    kinds.fill('mark', span.start, span.end);
    if (span.kind !== 'above' && isQuoted(lines, span.end)) continue;
    kinds.fill('quote', span.end);
    break;
  }
  joinWrappedQuotes(lines, kinds);
  return kinds;
}

function isQuoted(lines: readonly Line[], from: number): boolean {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.depth > 0) return true;
    if (!isBlankLine(line)) return false;
  }
  return false;
}

/** A quoted line that a client wrapped leaves its end without a mark between two that have one. */
function joinWrappedQuotes(lines: readonly Line[], kinds: Kind[]): void {
  for (let at = 1; at + 1 < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (kinds[at] !== 'own' || kinds[at - 1] !== 'quote' || kinds[at + 1] !== 'quote') continue;
    const before = lines[at - 1] as Line;
    if (before.raw.length >= 60 && line.text.length <= 60 && /^\p{Ll}/u.test(line.text)) kinds[at] = 'quote';
  }
}

interface OwnLines {
  readonly lines: Line[];
  readonly interleaved: boolean;
}

/**
 * The author's lines. Quotes above and below go; where the author goes on after a quote, what stands between stays as
 * context, with its marks.
 */
function ownLines(lines: readonly Line[], kinds: readonly Kind[]): OwnLines {
  const isOwn = (at: number) => kinds[at] === 'own' && !isBlankLine(lines[at] as Line);
  let first = 0;
  while (first < lines.length && !isOwn(first)) first += 1;
  let last = lines.length - 1;
  while (last >= first && !isOwn(last)) last -= 1;
  if (first > last) return { lines: [], interleaved: false };
  last = withoutFooter(lines, kinds, first, last);
  let interleaved = false;
  for (let at = first; at <= last; at += 1)
    if (kinds[at] === 'quote' && (lines[at] as Line).depth > 0) interleaved = true;
  if (interleaved) first = contextStart(lines, kinds, first);
  const kept: Line[] = [];
  for (let at = first; at <= last; at += 1) {
    if (kinds[at] === 'own') kept.push(lines[at] as Line);
    else if (kinds[at] === 'quote' && interleaved && (lines[at] as Line).depth > 0) kept.push(lines[at] as Line);
  }
  return { lines: kept, interleaved };
}

/** The last own line, without a block below a quote that is nothing but signature and footers. */
function withoutFooter(lines: readonly Line[], kinds: readonly Kind[], first: number, last: number): number {
  let start = last;
  while (start > first && kinds[start - 1] === 'own') start -= 1;
  if (start === first) return last;
  const block = lines.slice(start, last + 1);
  const opening = block.findIndex((line) => !isBlankLine(line));
  const tail = tailStarts(block)[0];
  const mobile = block.every((line) => isBlankLine(line) || isMobile(fold(line.text), line.text.length));
  const footerOnly = mobile || (tail !== undefined && tail.at <= opening);
  if (!footerOnly) return last;
  let end = start - 1;
  while (end >= first && (kinds[end] !== 'own' || isBlankLine(lines[end] as Line))) end -= 1;
  return end >= first ? end : last;
}

/** An answer that begins below a quote and goes on below another keeps the first quote too. */
function contextStart(lines: readonly Line[], kinds: readonly Kind[], first: number): number {
  let start = first;
  while (start > 0 && (kinds[start - 1] === 'quote' || isBlankLine(lines[start - 1] as Line))) start -= 1;
  while (start < first && isBlankLine(lines[start] as Line)) start += 1;
  return start;
}
