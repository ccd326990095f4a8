import type { Finding } from './finding.ts';

const IBAN = /[A-Z]{2}\d{2}[A-Z0-9 ]{11,38}/g;
const LABELLED =
  /\b(account|acct|a\/c|konto|kontonr|kontonummer|compte|cuenta|conta|conto|rekening|rekeningnummer|kundennummer|customer|client|policy|passport|reisepass|ssn|social security|national id|tax id|steuernummer|sort code|routing|bic|swift|personnummer|cpf|nif|dni|konto-nr)(?:\s(?:no|nr|number|nummer|num|id|n°|nº|code))?\.?\s?[:#=]?\s?(?=[A-Z0-9-]{0,12}\d)([A-Z0-9][A-Z0-9 -]{3,30}[A-Z0-9])/gi;

/** IBANs by their checksum (ISO 13616, modulus 97), other account and identity numbers by the word before them. */
export function findAccounts(text: string): Finding[] {
  const found: Finding[] = [];
  const iban = new RegExp(IBAN, 'g');
  for (let match = iban.exec(text); match !== null; match = iban.exec(text)) {
    const length = ibanLength(match[0]);
    if (length > 0) found.push({ kind: 'iban', why: 'ibanChecksum', start: match.index, end: match.index + length });
    // A candidate takes in what follows it, which may be another one.
    iban.lastIndex = match.index + (length > 0 ? length : 4);
  }
  for (const match of text.matchAll(LABELLED)) {
    const value = match[2] ?? '';
    const number = /^[A-Z0-9-]*\d[A-Z0-9-]*(?: [0-9-]{2,}){0,6}/i.exec(value)?.[0] ?? '';
    if (number.replace(/\D/g, '').length < 5) continue;
    const start = match.index + match[0].length - value.length;
    found.push({ kind: 'account', why: 'accountLabel', start, end: start + number.length });
  }
  return found;
}

/** How many characters of a candidate are a valid IBAN; 0 if none. */
function ibanLength(candidate: string): number {
  for (let length = candidate.length; length >= 15; length -= 1) {
    const written = candidate.slice(0, length);
    if (written.endsWith(' ')) continue;
    const plain = written.replace(/ /g, '');
    if (plain.length >= 15 && plain.length <= 34 && remainder97(plain) === 1) return length;
  }
  return 0;
}

function remainder97(iban: string): number {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
