const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

const COUNTER_DIGITS = 12;

/**
 * The 18-character form of a record id. An id that already has 18 characters gets its checksum afresh, so that a
 * checksum typed in lower case compares equal.
 *
 * The last three characters each tell which of five letters are capitals, which makes the id safe to compare without
 * regard to case.
 */
export function toId18(id: string): string {
  const id15 = id.slice(0, 15);
  let checksum = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let position = 0; position < 5; position++) {
      const character = id15.charAt(block * 5 + position);
      if (character >= 'A' && character <= 'Z') bits |= 1 << position;
    }
    checksum += CHECKSUM.charAt(bits);
  }
  return id15 + checksum;
}

/**
 * The `n`-th id of the object with this key prefix, 18 characters long. Ids of one prefix sort in the order of `n`.
 *
 * @throws RangeError when the prefix does not have three characters or `n` is not a whole number from 0.
 */
export function makeId(prefix: string, n: number): string {
  if (!/^[0-9a-zA-Z]{3}$/.test(prefix))
    throw new RangeError(`A key prefix has three letters or digits, not "${prefix}"`);
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`An id's number is a whole number from 0, not ${n}`);
  let digits = '';
  for (let rest = n; rest > 0; rest = Math.floor(rest / 62)) digits = BASE_62.charAt(rest % 62) + digits;
  return toId18(prefix + digits.padStart(COUNTER_DIGITS, '0'));
}

/** True for a text that has the form of a record id: 15 characters, or 18 with the right checksum. */
export function isId(text: string): boolean {
  if (!/^(?:[0-9a-zA-Z]{15}|[0-9a-zA-Z]{18})$/.test(text)) return false;
  return text.length === 15 || toId18(text) === text.slice(0, 15) + text.slice(15).toUpperCase();
}

/** True when both are the same record's id, whatever their lengths. */
export function sameId(a: string, b: string): boolean {
  return a.slice(0, 15) === b.slice(0, 15);
}
