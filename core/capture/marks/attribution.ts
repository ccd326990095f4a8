import { fold, hasAnyPhrase } from '../text/fold.ts';
import { type Line, isBlankLine } from '../text/lines.ts';
import { LEAD_INS, QUOTING, WEEKDAYS, WROTE } from '../words/attribution-words.ts';
import { parseAddress } from '../parse-address.ts';
import type { Span } from './span.ts';

/** Such lines wrap, but never over more than this. */
const MOST_LINES = 4;
const LONGEST = 420;

const LEADS = new Set(LEAD_INS);
const DAYS = new Set(WEEKDAYS);

/**
 * The attribution ("On Mon, Apr 2, 2012 at 6:26 PM, Ann <ann@example.com> wrote:") that begins at a line, wrapped or
 * not, in whichever language. What is not followed by quote marks has to show more: a verb, a date, a time or address.
 */
export function attributionAt(lines: readonly Line[], start: number): Span | undefined {
  const { depth } = lines[start] as Line;
  if (isBlankLine(lines[start] as Line)) return undefined;
  let joined = '';
  let lead = false;
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = lines[start + count - 1];
    if (line === undefined || line.depth !== depth || isBlankLine(line)) return undefined;
    joined = joined === '' ? line.text : `${joined} ${line.text}`;
    if (joined.length > LONGEST) return undefined;
    if (count === 1) {
      if (!mayBegin(joined)) return undefined;
      lead = startsLikeOne(fold(joined));
    } else if (!lead) return undefined;
    const end = start + count;
    const quoteFollows = isQuoteNext(lines, end, depth);
    if (!quoteFollows && !mayStandAlone(joined)) continue;
    if (isAttribution(joined, quoteFollows, count > 1)) {
      const address = authorOf(joined);
      return { start, end, kind: 'attribution', headers: address === undefined ? {} : { from: address } };
    }
  }
  return undefined;
}

/** Without quote marks below, such a line ends with a colon and has a number or an address. */
function mayStandAlone(text: string): boolean {
  return /[:：]/.test(text.slice(-6)) && /[\p{Nd}@]/u.test(text);
}

/** A cheap test that spares most lines the rest: some digit, address, verb's colon or lead-in. */
function mayBegin(text: string): boolean {
  return /[\p{Nd}@:<"]/u.test(text) || LEADS.has(firstWord(fold(text)));
}

function isQuoteNext(lines: readonly Line[], from: number, depth: number): boolean {
  for (let at = from; at < lines.length && at < from + 3; at += 1) {
    const line = lines[at] as Line;
    if (line.depth > depth) return true;
    if (!isBlankLine(line)) return false;
  }
  return false;
}

const TIME = /\p{Nd}{1,2}\s?[:.h٫：時时시]\s?\p{Nd}{2}/u;
const DATE =
  /\p{Nd}{1,2}[./-]\s?\p{Nd}{1,2}[./-]\s?\p{Nd}{2,4}|\p{Nd}{4}[-./年년]|(^|[^\p{Nd}])[12\u0661\u0662\u06f1\u06f2]\p{Nd}{3}([^\p{Nd}]|$)/u;

function isAttribution(joined: string, quoteFollows: boolean, wrapped: boolean): boolean {
  const text = fold(joined);
  const colon = /[:：]["'*_)\]>]{0,3}$/.test(text);
  const verb = hasAnyPhrase(text, WROTE);
  const address = text.includes('@');
  const date = DATE.test(text);
  const time = TIME.test(text);
  const lead = startsLikeOne(text);
  if (wrapped && !lead) return false;
  if (wrapped && !/[\p{Nd}@]/u.test(text)) return false;
  if (colon) {
    if (verb && lead && (date || time || address)) return quoteFollows || date || address;
    if (verb && (address || (date && time))) return true;
    if (verb && quoteFollows) return text.length < 160;
    // Clients of Japanese, Russian and other languages have no verb: date, then name and address.
    if (/<?[^\s<>"]+@[^\s<>"]+>?\s?["']?\)?\s?[:：]$/.test(text.slice(-140)) && (date || time)) return true;
    if (hasAnyPhrase(text.slice(0, 40), QUOTING) && address) return true;
    if (quoteFollows && lead && (date || time)) return true;
    return false;
  }
  if (!quoteFollows) return false;
  if (verb && (date || time) && lead) return true;
  return address && date && time && lead && text.length < 200 && /[>)]$/.test(text);
}

/** Whether a line begins as attributions do: a lead-in, a weekday, a date, or a name before an address. */
function startsLikeOne(text: string): boolean {
  const plain = text.replace(/^[\s"'*_([]+/, '');
  if (/^\p{Nd}/u.test(plain)) return true;
  const first = firstWord(plain);
  if (LEADS.has(first) || DAYS.has(first)) return true;
  return /^[^@]{1,80}<[^\s@]+@/.test(plain) || LEAD_INS.some((lead) => lead.includes(' ') && plain.startsWith(lead));
}

function firstWord(text: string): string {
  return /^[^\s,]+/.exec(text)?.[0].replace(/[.,:]$/, '') ?? '';
}

/** Who is named: `Ann <ann@example.com>` where an address is given, else the bit before the verb is left alone. */
function authorOf(joined: string): string | undefined {
  const at = joined.indexOf('@');
  if (at < 0) return undefined;
  const before = joined.slice(0, at);
  const open = Math.max(before.lastIndexOf('<'), before.lastIndexOf('('), before.lastIndexOf('['));
  const { address } = parseAddress(joined.slice(Math.max(open, before.lastIndexOf(' ') + 1, 0)));
  if (address === undefined) return undefined;
  const name = open > 0 ? nameBefore(before.slice(0, open)) : '';
  return name === '' ? address : `${name} <${address}>`;
}

/** The name in front of an address: quoted, or the words with capital letters after the last comma, time or lead-in. */
function nameBefore(text: string): string {
  const quoted = /["“„«»]\s?([^"“”„«»]{1,80}?)\s?["”“«»]\s*$/.exec(text);
  if (quoted?.[1]) return quoted[1].trim();
  const words: string[] = [];
  for (const word of text
    .replace(/[\s<([]+$/, '')
    .split(/\s+/)
    .reverse()) {
    if (
      !/^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) ||
      words.length === 5 ||
      /^(AM|PM|CET|GMT|UTC|CEST|EST|PST)$/.test(word)
    )
      break;
    words.unshift(word);
  }
  return words.join(' ');
}
