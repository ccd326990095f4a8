import { fold } from '../text/fold.ts';
import { type Line, isBlankLine } from '../text/lines.ts';
import { HEADER_LABELS, type HeaderField, PRINTED_LABELS } from '../words/header-labels.ts';
import type { PrintedHeaders, Span } from './span.ts';

interface Label {
  readonly field: HeaderField;
  readonly value: string;
}

/** No label is longer, in any language. */
const LONGEST_LABEL = 32;
/** A wrapped list of recipients has at most this many lines before the next label. */
const MOST_CONTINUATIONS = 12;

/** No client prints more lines of headers. */
const LONGEST_BLOCK = 40;

const labels = new WeakMap<Line, Label | 'none'>();

/** The label of a line; each line is looked at once. */
function labelOfLine(line: Line): Label | undefined {
  const known = labels.get(line) ?? labelOf(line.text) ?? 'none';
  labels.set(line, known);
  return known === 'none' ? undefined : known;
}

/** Reads `From: …`, `*From:* …`, `De : …`, `件名：…`; undefined for any other line. */
export function labelOf(text: string): Label | undefined {
  const head = text.slice(0, LONGEST_LABEL + 8);
  const colon = head.search(/[:：]/);
  if (colon < 1) return undefined;
  const field = HEADER_LABELS.get(fold(head.slice(0, colon).replace(/[*_|]/g, '')));
  if (field === undefined) return undefined;
  return {
    field,
    value: text
      .slice(colon + 1)
      .replace(/^[\s*_]+/, '')
      .trim(),
  };
}

/**
 * The block of headers that begins at a line, as Outlook, Thunderbird, Gmail and others print it above a mail. `marked`
 * says that a separator stands above it: then two fields are enough. Otherwise it takes three, among them a subject or
 * an address, because people also write "From: … To: …" about journeys.
 */
export function headerBlockAt(lines: readonly Line[], start: number, marked: boolean): Span | undefined {
  const first = lines[start];
  if (first === undefined || labelOfLine(first) === undefined) return undefined;
  const values = new Map<HeaderField, string>();
  let count = 0;
  let end = start;
  let at = start;
  while (at < lines.length && at < start + LONGEST_BLOCK) {
    const line = lines[at] as Line;
    const label = labelOfLine(line);
    if (label) {
      if (values.has(label.field) && (label.field === 'from' || label.field === 'subject')) break;
      if (!values.has(label.field)) values.set(label.field, label.value);
      count += 1;
      at += 1;
      end = at;
      continue;
    }
    const next = nextLabel(lines, at, values);
    if (next === undefined) break;
    at = next;
  }
  if (count < (marked ? 2 : 3) || !values.has('from')) return undefined;
  const addressed = [...values.values()].some((value) => value.includes('@'));
  if (!marked && !values.has('subject') && !addressed) return undefined;
  return { start, end, kind: 'headers', headers: Object.fromEntries(values) };
}

/** Where the next label stands, past wrapped values or one blank line; undefined where the block is over. */
function nextLabel(lines: readonly Line[], from: number, seen: ReadonlyMap<HeaderField, string>): number | undefined {
  const blank = isBlankLine(lines[from] as Line);
  // A subject that is there ends most blocks: what follows it is wrapped text only where another label comes at once.
  const reach = blank || (seen.has('subject') && seen.has('from') && seen.has('to')) ? 1 : MOST_CONTINUATIONS;
  for (let step = 1; step <= reach; step += 1) {
    const line = lines[from + step];
    if (line === undefined || isBlankLine(line)) return undefined;
    const label = labelOfLine(line);
    if (label) return seen.has(label.field) && label.field !== 'other' ? undefined : from + step;
    if (blank) return undefined;
  }
  return undefined;
}

/** Headers that were run together into one line, as Yahoo's plain text has them. */
export function inlineHeaders(text: string): PrintedHeaders | undefined {
  const line = text.slice(0, 4000);
  const found: { readonly field: HeaderField; readonly at: number; readonly value: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    if (!mayStartLabel(line, at)) continue;
    const label = PRINTED_LABELS.find(
      ([words, field]) => line.startsWith(words, at) && endsLabel(line, at + words.length, field),
    );
    if (!label) continue;
    const [words, field] = label;
    if (found.some((each) => each.field === field)) continue;
    found.push({ field, at, value: valueStart(line, at + words.length) });
    at += words.length;
  }
  if (!found.some(({ field }) => field === 'from') || found.length < 3) return undefined;
  return Object.fromEntries(
    found.map(({ field, value }, i) => [field, line.slice(value, found[i + 1]?.at ?? line.length).trim()]),
  );
}

/** A label is glued to what stands before it, but never to a small letter. */
function mayStartLabel(line: string, at: number): boolean {
  const char = line[at] ?? '';
  if (char === char.toLowerCase() && char !== char.toUpperCase()) return false;
  if (!/\p{L}/u.test(char)) return false;
  const before = line[at - 1] ?? ' ';
  return !/\p{Ll}/u.test(before);
}

/** A colon ends a label; some translations forgot it after "Cc" and "Subject". */
function endsLabel(line: string, end: number, field: HeaderField): boolean {
  const rest = line.slice(end, end + 3);
  if (/^\s?[:：]/.test(rest)) return true;
  return (field === 'cc' || field === 'subject') && /^ \p{L}/u.test(rest);
}

function valueStart(line: string, end: number): number {
  const colon = line.slice(end, end + 3).search(/[:：]/);
  return colon < 0 ? end : end + colon + 1;
}
