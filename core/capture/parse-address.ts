/** Who a mail is from or to. Both may be missing: clients print what they like. */
export interface MailAddress {
  readonly name?: string;
  /** Lower case. */
  readonly address?: string;
}

const LONGEST = 2_000;

/** Reads `Ann Lee <ann@example.com>`, `"Lee, Ann" <…>`, `ann@example.com [mailto:ann@example.com]` and the like. */
export function parseAddress(value: string): MailAddress {
  const text = value.slice(0, LONGEST).replace(/[*_]{1,2}/g, (mark) => (mark.length > 1 ? '' : mark));
  const at = text.indexOf('@');
  if (at < 0) {
    const name = cleanName(text.replace(/[<[(].*$/s, ''));
    return name === '' ? {} : { name };
  }
  let start = at;
  while (start > 0 && isAddressChar(text[start - 1])) start -= 1;
  let end = at + 1;
  while (end < text.length && isAddressChar(text[end])) end += 1;
  const address = text
    .slice(start, end)
    .replace(/^mailto:/i, '')
    .replace(/[.]+$/, '')
    .toLowerCase();
  const name = cleanName(text.slice(0, start).replace(/[<([]?\s*(mailto:)?$/i, ''));
  const valid = address.indexOf('@') > 0 && address.indexOf('@') < address.length - 1;
  return { ...(name === '' ? {} : { name }), ...(valid ? { address } : {}) };
}

function isAddressChar(char: string | undefined): boolean {
  return char !== undefined && !/[\s<>()[\],;:"“”„«»'\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(char);
}

function cleanName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”„«»<([,;]+/, '')
    .replace(/[\s"'“”„«»<([,;]+$/, '')
    .trim();
}

/** Splits a list of recipients at commas and semicolons that are outside quotes and angle brackets. */
export function parseAddresses(value: string): MailAddress[] {
  const parts: string[] = [];
  let quoted = false;
  let angled = false;
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at];
    if (char === '"') quoted = !quoted;
    else if (char === '<') angled = true;
    else if (char === '>') angled = false;
    else if ((char === ',' || char === ';') && !quoted && !angled) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(value.slice(from));
  return parts.map(parseAddress).filter(({ name, address }) => name !== undefined || address !== undefined);
}
