import { fold, hasAnyPhrase } from '../text/fold.ts';
import { type Line, isBlankLine } from '../text/lines.ts';
import { CLOSINGS, DEVICES, DISCLAIMERS, FOOTERS, MOBILE, MOBILE_ENDINGS } from '../words/sign-offs.ts';
import { isRule } from './separator.ts';

/** What ends a mail and is not what its author has to say. */
export type TailKind = 'delimiter' | 'mobile' | 'closing' | 'disclaimer' | 'footer';

export interface TailStart {
  readonly kind: TailKind;
  /** Index of its first line. */
  readonly at: number;
}

const LONGEST_SIGNATURE = 25;
const LONGEST_CLOSING = 12;
/** Lines from the end that are searched: legal footers are long, but not longer. */
const MOST_SEARCHED = 400;
const LONGEST_SIGNATURE_LINE = 120;

const CLOSING_WORDS = new Set(CLOSINGS);

/**
 * Where the signature, the disclaimer and the list footer of a text begin, in order. Each runs to the next one or to
 * the end. `author` is the sender's name: a last line that is just that name closes the mail.
 */
export function tailStarts(lines: readonly Line[], author = ''): TailStart[] {
  const starts: TailStart[] = [];
  const top = lines.findIndex((line) => !isBlankLine(line));
  let filled = 0;
  let end = lines.length;
  // From below: what is a tail has only tails under it, and is short.
  const highest = Math.max(0, lines.length - MOST_SEARCHED);
  for (let at = lines.length - 1; at >= highest && filled <= LONGEST_SIGNATURE * 2; at -= 1) {
    const line = lines[at] as Line;
    if (isBlankLine(line)) continue;
    filled += 1;
    // A mail that says only "Thanks" says that.
    const kind = tailAt(lines, at, end, at === top ? undefined : author);
    if (kind === undefined) continue;
    starts.unshift({ kind, at });
    end = at;
    filled = 0;
  }
  return withoutRepeats(starts);
}

/** Two starts of one kind in a row are one tail. */
function withoutRepeats(starts: readonly TailStart[]): TailStart[] {
  return starts.filter(({ kind }, i) => i === 0 || starts[i - 1]?.kind !== kind);
}

/** `author` is undefined for the first words of a mail, which close nothing. */
function tailAt(lines: readonly Line[], at: number, end: number, author: string | undefined): TailKind | undefined {
  const line = lines[at] as Line;
  if (line.hint === 'signature' && (at === 0 || lines[at - 1]?.hint !== 'signature')) return 'delimiter';
  const below = countFilled(lines, at + 1, end);
  if (isDelimiter(line)) return below <= LONGEST_SIGNATURE ? 'delimiter' : undefined;
  if (isRule(line.text)) return isFooterBelow(lines, at + 1, end) ? 'footer' : undefined;
  if (line.text.length > 3_000) return undefined;
  const text = fold(line.text);
  if (isMobile(text, line.text.length)) return below <= 3 ? 'mobile' : undefined;
  const opensParagraph = at === 0 || isBlankLine(lines[at - 1] as Line);
  if (opensParagraph && isDisclaimer(lines, at, end)) return 'disclaimer';
  if (opensParagraph && below <= 6 && hasAnyPhrase(text, FOOTERS) && line.text.length < 300) return 'footer';
  if (author === undefined) return undefined;
  if (below <= LONGEST_CLOSING && isClosing(text) && isSignatureLike(lines, at + 1, end)) return 'closing';
  if (below === 0 && opensParagraph && isNameOf(text, author)) return 'closing';
  return undefined;
}

function countFilled(lines: readonly Line[], from: number, end: number): number {
  let filled = 0;
  for (let at = from; at < end && filled <= LONGEST_SIGNATURE; at += 1)
    if (!isBlankLine(lines[at] as Line)) filled += 1;
  return filled;
}

/** "-- ", as RFC 3676 §4.3 has it, and what people type instead. */
export function isDelimiter({ text }: Pick<Line, 'text'>): boolean {
  return text.length < 20 && /^\s*(--|—|––|- -)\s*$/.test(text);
}

/** Below a drawn line: a signature of short lines, or what a list or a scanner appends. */
function isFooterBelow(lines: readonly Line[], from: number, end: number): boolean {
  const filled = countFilled(lines, from, end);
  if (filled === 0) return true;
  // A long line of underscores is drawn by programs, a few dashes by people.
  const drawn = /_{8,}/.test(lines[from - 1]?.text ?? '');
  let speaks = drawn;
  for (let at = from; at < end && at < from + 30; at += 1) {
    const { text } = lines[at] as Line;
    const words = fold(text);
    if (hasAnyPhrase(words, FOOTERS) || disclaimerScore(words) > (drawn ? 0 : 1)) return true;
    if (CONTACT.test(text.slice(0, 300))) speaks = true;
  }
  return speaks && filled <= 10 && isSignatureLike(lines, from, end);
}

/** A telephone number, a web or e-mail address: what signatures have and sentences seldom. */
const CONTACT = /\+?\p{Nd}[\p{Nd} ()./-]{6,20}\p{Nd}|\bwww\.|https?:\/\/|[^\s@]{1,64}@[^\s@]{1,64}/u;

/** "Sent from my …" in many languages: a known beginning and a device, in a short line of its own. */
export function isMobile(text: string, length: number): boolean {
  if (length > 160 || text === '') return false;
  const words = text.replace(/^[-*_<>([ ]+/, '');
  const device = hasAnyPhrase(words, DEVICES) || DEVICES.some((name) => name.length > 5 && words.includes(name));
  if (MOBILE.some((beginning) => words.startsWith(beginning))) {
    return (
      device ||
      (words.length < 60 && /^(sent from|get outlook|typed on my)/.test(words) && !/[.!?]\s+\p{L}/u.test(words))
    );
  }
  return device && words.length < 80 && MOBILE_ENDINGS.some((ending) => words.replace(/[.!]$/, '').endsWith(ending));
}

/** "Best regards", "Mit freundlichen Grüßen, Ann": the formula alone or before a comma or a short name. */
function isClosing(text: string): boolean {
  if (text.length > 70) return false;
  const plain = text
    .replace(/[\s,.!:;。、！，-]+$/, '')
    .replace(/^[-~*_ ]+/, '')
    .replace(/[*_]+$/, '');
  if (CLOSING_WORDS.has(plain)) return true;
  const comma = /^([^,!.]{2,45})[,!.-]\s?(\S+(?: \S+){0,2})$/.exec(plain);
  return comma !== null && CLOSING_WORDS.has((comma[1] as string).trim()) && !/\?$/.test(text);
}

/** Short lines without sentences: names, titles, numbers, addresses. */
function isSignatureLike(lines: readonly Line[], from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    const { text } = lines[at] as Line;
    if (text.length > LONGEST_SIGNATURE_LINE) return false;
    if (/\?\s*$/.test(text)) return false;
    if (text.length > 60 && /[.!]\s*$/.test(text) && !CONTACT.test(text)) return false;
  }
  return true;
}

/** A paragraph of legal words that is not followed by what somebody has to say. */
function isDisclaimer(lines: readonly Line[], at: number, end: number): boolean {
  let score = 0;
  let length = 0;
  for (let i = at; i < end && i < at + 40; i += 1) {
    const { text } = lines[i] as Line;
    if (isBlankLine(lines[i] as Line)) break;
    score += disclaimerScore(fold(text));
    length += text.length;
    if (text.length > 600) score += disclaimerScore(fold(text.slice(500)));
  }
  const opens =
    /^[\s*_]*(confidential|disclaimer|legal notice|important notice|haftungsausschluss|avis de confidentialit|aviso legal|aviso de confidencialid|clausola di riservat|this (e-?mail|message|communication)|diese (e-?mail|nachricht)|ce (message|courriel|mail)|este (mensaje|correo|e-?mail)|esta mensagem|questo messaggio|dit bericht|deze e-?mail)/i;
  if (score >= 3 && length > 60) return true;
  return (
    score >= 1 &&
    opens.test(lines[at]?.text.slice(0, 200) ?? '') &&
    length > 40 &&
    score * 2 + (length > 150 ? 2 : 0) >= 3
  );
}

function disclaimerScore(text: string): number {
  let score = 0;
  for (const words of DISCLAIMERS) if (text.includes(words)) score += 1;
  return Math.min(score, 6);
}

/** Whether a last line is the sender's name, or its first word, alone. */
function isNameOf(text: string, author: string): boolean {
  const name = fold(author.replace(/[,"]/g, ' '));
  if (name === '' || text.length > 60) return false;
  const plain = text.replace(/^[-~—– ]+/, '').replace(/[\s,.!]+$/, '');
  return plain !== '' && (plain === name || name.split(' ').includes(plain));
}
