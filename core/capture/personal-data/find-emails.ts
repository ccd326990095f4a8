import type { Finding } from './finding.ts';

const LONGEST_PART = 64;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/** E-mail addresses, by looking left and right of each `@`: linear however the text is made. */
export function findEmails(text: string): Finding[] {
  const found: Finding[] = [];
  let last = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > last && at - start < LONGEST_PART && LOCAL.test(text[start - 1] ?? '')) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < 4 * LONGEST_PART && DOMAIN.test(text[end] ?? '')) end += 1;
    while (end > at && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
    if (start === at || !text.slice(at + 1, end).includes('.')) continue;
    if (text.startsWith('mailto:', start)) start += 7;
    found.push({ kind: 'email', why: 'emailAddress', start, end });
    last = end;
  }
  return found;
}
