import { isUnspaced } from '../text/fold.ts';
import { findAccounts } from './find-accounts.ts';
import { findAddresses } from './find-addresses.ts';
import { findEmails } from './find-emails.ts';
import { findNumbers } from './find-numbers.ts';
import type { Finding, PersonalDataKind, RedactionReason } from './finding.ts';

/** What was taken out of a text, how it was known, and how often. */
export interface Redaction {
  readonly kind: PersonalDataKind;
  readonly why: RedactionReason;
  readonly count: number;
}

export interface RedactedText {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** What stands where something was taken out. */
const PLACEHOLDERS: Readonly<Record<PersonalDataKind, string>> = {
  email: '[e-mail]',
  phone: '[phone]',
  iban: '[bank account]',
  card: '[card number]',
  account: '[number]',
  address: '[address]',
  name: '[name]',
};

/** Where two findings overlap, the first of these wins. */
const ORDER: readonly PersonalDataKind[] = ['email', 'iban', 'card', 'account', 'phone', 'address', 'name'];

/** Texts are looked at in pieces of whole lines no longer than this, so that no expression meets a giant. */
const LONGEST_PIECE = 20_000;

/**
 * Takes personal data out of a text: e-mail addresses, telephone numbers, IBANs, payment cards, account and identity
 * numbers, postal addresses, and the names that are given (people, customers). It errs toward taking out; a reviewer
 * sees the original.
 */
export function redact(text: string, names: readonly string[] = []): RedactedText {
  const namePattern = patternOf(names);
  const counts = new Map<string, Redaction>();
  // However accents and syllables are written: the names are composed, too.
  const parts = piecesOf(text.normalize('NFC')).map((piece) => {
    let end = 0;
    let out = '';
    for (const finding of withoutOverlaps(findAll(piece, namePattern))) {
      out += piece.slice(end, finding.start) + PLACEHOLDERS[finding.kind];
      end = finding.end;
      const key = `${finding.kind} ${finding.why}`;
      counts.set(key, { kind: finding.kind, why: finding.why, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return out + piece.slice(end);
  });
  return { text: parts.join(''), redactions: [...counts.values()] };
}

/** Adds up what was taken out of several texts. */
export function sumRedactions(all: readonly (readonly Redaction[])[]): Redaction[] {
  const sums = new Map<string, Redaction>();
  for (const { kind, why, count } of all.flat()) {
    const key = `${kind} ${why}`;
    sums.set(key, { kind, why, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function findAll(piece: string, names: RegExp | undefined): Finding[] {
  const found = [...findEmails(piece), ...findAccounts(piece), ...findNumbers(piece), ...findAddresses(piece)];
  for (const match of names === undefined ? [] : piece.matchAll(names)) {
    found.push({ kind: 'name', why: 'givenName', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const taken: [number, number][] = [];
  const strongest = [...found].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.end - b.start - (a.end - a.start),
  );
  for (const finding of strongest) {
    if (finding.end <= finding.start || taken.some(([start, end]) => finding.start < end && start < finding.end))
      continue;
    taken.push([finding.start, finding.end]);
    kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Whole words, longest first; in scripts without spaces a name ends anywhere (田中さん). Names of one letter or of digits
 * alone say nothing.
 */
function patternOf(names: readonly string[]): RegExp | undefined {
  const words = [
    ...new Set(names.map((name) => name.normalize('NFC').trim()).filter((name) => /\p{L}.*\p{L}/u.test(name))),
  ]
    .sort((a, b) => b.length - a.length)
    .slice(0, 500)
    .map((name) => {
      const word = name
        .slice(0, 100)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, '\\s{1,3}');
      return isUnspaced(name) ? word : `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`;
    });
  return words.length === 0 ? undefined : new RegExp(words.join('|'), 'giu');
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const far = Math.min(at + LONGEST_PIECE, text.length);
    const line = text.lastIndexOf('\n', far);
    const end = far === text.length || line <= at ? far : line + 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
