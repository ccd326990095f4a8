import { fold } from '../text/fold.ts';
import type { Finding } from './finding.ts';

/** A run of digits as people group them. Bounded, so that a wall of digits costs no more than its length. */
const NUMBER = /[+(]{0,2}\d[\d ().\u00a0\u2010-\u2013/-]{4,38}\d/g;
const PHONE_LABEL =
  /(tel|telephone|telefon|telefono|telefone|phone|mobile|mobil|movil|movel|cell|cellulare|portable|handy|gsm|fax|whatsapp|call|direct|office|desk|ext|nummer erreichbar|puhelin|тел|телефон|моб|電話|电话|手机|전화|هاتف|جوال|טלפון|נייד|☎|📞|📱)\W{0,4}$/u;
const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})([ ,]|$)/;

const GROUP = /[+(]{0,2}\d+\)?/g;

/** Payment cards (Luhn) and telephone numbers. */
export function findNumbers(text: string): Finding[] {
  const found: Finding[] = [];
  const number = new RegExp(NUMBER, 'g');
  for (let match = number.exec(text); match !== null; match = number.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    // A group that is glued to a word or a path belongs to that; the others may still be numbers.
    const groups = [...match[0].matchAll(GROUP)].map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
    }));
    if (/[\p{L}\d@_=/]/u.test(text[start - 1] ?? ' ')) groups.shift();
    if (/[\p{L}\d@_]/u.test(text[end] ?? ' ')) {
      const cut = groups.pop();
      // A long run is read in pieces: the group that was cut through begins the next one.
      if (cut !== undefined && cut.start > 0) number.lastIndex = start + cut.start;
    }
    found.push(...findInRun(match[0], groups, start, fold(text.slice(Math.max(0, start - 24), start))));
  }
  return found;
}

interface Group {
  readonly start: number;
  readonly end: number;
}

/** The numbers in a run of groups of digits: several may stand side by side, so the longest that is one is taken each time. */
function findInRun(run: string, groups: readonly Group[], offset: number, before: string): Finding[] {
  const found: Finding[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    for (let last = groups.length - 1; last >= first; last -= 1) {
      const [start, end] = [groups[first]?.start ?? 0, groups[last]?.end ?? 0];
      const what = numberOf(run.slice(start, end), start === 0 ? before : '');
      if (what === undefined) continue;
      found.push({ ...what, start: offset + start, end: offset + end });
      first = last;
      break;
    }
  }
  return found;
}

function numberOf(written: string, before: string): Pick<Finding, 'kind' | 'why'> | undefined {
  const digits = written.replace(/\D/g, '');
  if (isCard(written, digits)) return { kind: 'card', why: 'cardChecksum' };
  const why = phoneReason(written, digits, before);
  return why && { kind: 'phone', why };
}

function isCard(written: string, digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || !/^[2-6]/.test(digits) || /[+(]/.test(written)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function phoneReason(written: string, digits: string, before: string): 'phoneShape' | 'phoneLabel' | undefined {
  if (digits.length < 6 || digits.length > 15 || DATE.test(written)) return undefined;
  if (PHONE_LABEL.test(before)) return 'phoneLabel';
  if (digits.length < 7) return undefined;
  if (/^\+|^\(\+|^00[1-9]/.test(written)) return 'phoneShape';
  if (/^\(0?\d{2,4}\)/.test(written) && digits.length >= 8) return 'phoneShape';
  // National numbers: a leading zero, or three-three-four as in North America. Amounts and order numbers have neither.
  if (/^0[1-9]/.test(written) && digits.length >= 9 && !/\d\.\d{3}(\D|$)/.test(written)) return 'phoneShape';
  return /^1?[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$/.test(written) ? 'phoneShape' : undefined;
}
