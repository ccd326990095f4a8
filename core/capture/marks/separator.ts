import { fold, hasAnyPhrase } from '../text/fold.ts';
import { type Line, isBlankLine } from '../text/lines.ts';
import { FORWARDED, ORIGINAL, REPLY_ABOVE } from '../words/mail-markers.ts';
import { headerBlockAt, inlineHeaders } from './header-block.ts';
import type { Span } from './span.ts';

/** Longer lines are text. */
const LONGEST_MARKER = 140;

const FORWARDED_ALONE = new Set(FORWARDED);
const ORIGINAL_ALONE = new Set(ORIGINAL);

/** Whether a line is drawn: dashes, underscores, equals signs, asterisks. */
export function isRule(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= 3 && trimmed.length < 200 && /^([-_=*~—–─━])\1+$/.test(trimmed);
}

/**
 * The words between the dashes of "-----Original Message-----", folded; undefined for other lines. What stands behind
 * the closing dashes (Yahoo puts the headers there) comes second.
 */
function betweenDashes(text: string): readonly [string, string] | undefined {
  const trimmed = text.trim().slice(0, 4000);
  const open = /^[-_=*~—–─━]{2,}\s*/.exec(trimmed);
  if (!open) return undefined;
  const rest = trimmed.slice(open[0].length);
  const close = rest.search(/[-_=*~—–─━]{2,}/);
  if (close < 1 || close > LONGEST_MARKER) return undefined;
  const tail = rest.slice(close).replace(/^[-_=*~—–─━\s]+/, '');
  return [fold(rest.slice(0, close)), tail];
}

/** The separator that begins at a line, with the headers below it. */
export function separatorAt(lines: readonly Line[], at: number): Span | undefined {
  const { text } = lines[at] as Line;
  const marker = markerKind(text);
  if (marker === undefined) {
    const above = text.length < 200 && isReplyAbove(text);
    return above ? { start: at, end: at + 1, kind: 'above' } : undefined;
  }
  if (marker.kind === 'rule') {
    const block = blockBelow(lines, at + 1, 1);
    return block && { ...block, start: at };
  }
  if (marker.inline !== undefined) return { start: at, end: at + 1, kind: marker.kind, headers: marker.inline };
  const block = blockBelow(lines, at + 1, 4);
  if (block) return { ...block, start: at, kind: marker.kind };
  // Without headers below, words that are not drawn between dashes are just words.
  return marker.drawn ? { start: at, end: at + 1, kind: marker.kind } : undefined;
}

type Marker =
  | { readonly kind: 'rule' }
  | { readonly kind: 'original' | 'forward'; readonly drawn: boolean; readonly inline?: Span['headers'] };

function markerKind(text: string): Marker | undefined {
  if (isRule(text)) return { kind: 'rule' };
  const dashes = betweenDashes(text);
  if (dashes) {
    const [words, tail] = dashes;
    const inline = tail.length > 8 ? inlineHeaders(tail) : undefined;
    if (hasAnyPhrase(words, FORWARDED)) return { kind: 'forward', drawn: true, inline };
    if (hasAnyPhrase(words, ORIGINAL)) return { kind: 'original', drawn: true, inline };
    if (inline) return { kind: 'forward', drawn: true, inline };
  }
  if (text.length > LONGEST_MARKER) return undefined;
  const words = fold(text)
    .replace(/^[-_=*~ ]+/, '')
    .replace(/[-_=*~ :.]+$/, '');
  if (FORWARDED_ALONE.has(words)) return { kind: 'forward', drawn: false };
  if (ORIGINAL_ALONE.has(words)) return { kind: 'original', drawn: false };
  return undefined;
}

function isReplyAbove(text: string): boolean {
  if (text.length < 20) return false;
  const words = fold(text);
  return REPLY_ABOVE.some((phrase) => words.includes(phrase));
}

/** A header block that begins within so many lines, past blank ones. */
function blockBelow(lines: readonly Line[], from: number, reach: number): Span | undefined {
  for (let at = from; at < lines.length && at < from + reach; at += 1) {
    if (isBlankLine(lines[at] as Line)) continue;
    return headerBlockAt(lines, at, true);
  }
  return undefined;
}
