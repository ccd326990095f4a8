/** A mail and where the next one begins. */
export interface SplitMail {
  readonly raw: Uint8Array;
  readonly end: number;
}

const FROM = Buffer.from('From ');
const LONGEST_FROM_LINE = 300;

/**
 * Cuts a stream of mbox bytes into mails. A mail begins with a line "From address date" at the start or after a line
 * end; text that merely begins with "From " has no time of day in that line. Holds at most one mail and one chunk.
 */
export class MboxSplitter {
  #pending: Buffer = Buffer.alloc(0);
  /** How far `pending` was searched. */
  #searched = 0;
  /** Offset in the file of the first byte of `pending`. */
  #offset: number;
  #skipping = false;
  #inMail = false;
  tooLarge = 0;
  readonly #largest: number;

  constructor(offset: number, largest: number) {
    this.#offset = offset;
    this.#largest = largest;
  }

  push(chunk: Buffer): SplitMail[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const mails: SplitMail[] = [];
    for (let next = this.#nextStart(false); next !== undefined; next = this.#nextStart(false))
      mails.push(...this.#cut(next));
    if (this.#pending.length > this.#largest) this.#skip();
    return mails;
  }

  /** The last mail, which ends with the file. */
  finish(): SplitMail[] {
    const mails: SplitMail[] = [];
    for (let next = this.#nextStart(true); next !== undefined; next = this.#nextStart(true))
      mails.push(...this.#cut(next));
    mails.push(...this.#cut(this.#pending.length));
    return mails;
  }

  takeTooLarge(): number {
    const count = this.tooLarge;
    this.tooLarge = 0;
    return count;
  }

  /** The index of the next "From " line behind the first byte, or undefined until more is known. */
  #nextStart(final: boolean): number | undefined {
    let at = this.#searched;
    for (;;) {
      const found = this.#pending.indexOf(FROM, at);
      if (found < 0) {
        this.#searched = Math.max(this.#searched, this.#pending.length - FROM.length);
        return undefined;
      }
      const lineStart = found === 0 || this.#pending[found - 1] === 10;
      if (lineStart && !(found === 0 && this.#inMail)) {
        const end = this.#pending.indexOf(10, found);
        if (end < 0 && !final && this.#pending.length - found < LONGEST_FROM_LINE) {
          this.#searched = found;
          return undefined;
        }
        const line = this.#pending.toString(
          'latin1',
          found,
          Math.min(end < 0 ? this.#pending.length : end, found + LONGEST_FROM_LINE),
        );
        if (/\d{1,2}:\d{2}/.test(line) && /\b\d{4}\b/.test(line)) {
          if (found > 0) return found;
          this.#inMail = true;
        }
      }
      at = found + FROM.length;
      this.#searched = at;
    }
  }

  #cut(end: number): SplitMail[] {
    const raw = this.#pending.subarray(0, end);
    const skipped = this.#skipping;
    const wasMail = this.#inMail;
    this.#pending = Buffer.from(this.#pending.subarray(end));
    this.#offset += end;
    this.#searched = 0;
    this.#skipping = false;
    this.#inMail = false;
    if (skipped || raw.length > this.#largest) {
      this.tooLarge += 1;
      return [];
    }
    if (!wasMail || raw.length === 0) return [];
    const body = raw.indexOf(10);
    return [{ raw: unescaped(raw.subarray(body < 0 ? raw.length : body + 1)), end: this.#offset }];
  }

  /** Lets go of a mail that is too large, but for its last bytes, in which the next may begin. */
  #skip(): void {
    const keep = LONGEST_FROM_LINE;
    const dropped = this.#pending.length - keep;
    this.#pending = Buffer.from(this.#pending.subarray(dropped));
    this.#offset += dropped;
    this.#searched = Math.max(0, this.#searched - dropped);
    this.#skipping = true;
    this.#inMail = true;
  }
}

const ESCAPED = Buffer.from('\n>');

/** Takes one `>` from lines ">From ", ">>From ": the escaping of mboxrd. */
function unescaped(raw: Buffer): Uint8Array {
  const drop: number[] = [];
  for (let at = raw.indexOf(ESCAPED); at >= 0; at = raw.indexOf(ESCAPED, at + 1)) {
    let end = at + 1;
    while (raw[end] === 62) end += 1;
    if (raw.subarray(end, end + FROM.length).equals(FROM)) drop.push(at + 1);
  }
  if (drop.length === 0) return Buffer.from(raw);
  const parts: Buffer[] = [];
  let from = 0;
  for (const at of drop) {
    parts.push(raw.subarray(from, at));
    from = at + 1;
  }
  parts.push(raw.subarray(from));
  return Buffer.concat(parts);
}
