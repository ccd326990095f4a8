import { fold } from '../text/fold.ts';
import type { ThreadMail } from './thread-mail.ts';

const SHORTEST_LINE = 25;
const MOST_LINES = 200;
/** So many characters in common make a quote. */
const ENOUGH_QUOTED = 50;

/** Lines of a text that are long enough to tell whose they are; wrapped lines are compared by their beginning. */
export function tellingLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.slice(0, 50_000).split('\n')) {
    const words = fold(line.replace(/^[>\s]+/, ''));
    if (words.length >= SHORTEST_LINE) lines.push(words.slice(0, 60));
    if (lines.length === MOST_LINES) break;
  }
  return lines;
}

/** Whose lines a quote has most of, by characters; undefined where it has too few to tell. */
export function mostQuoted(quote: string, ownerOf: (line: string) => string | undefined): string | undefined {
  const found = new Map<string, number>();
  for (const line of tellingLines(quote)) {
    const owner = ownerOf(line);
    if (owner !== undefined) found.set(owner, (found.get(owner) ?? 0) + line.length);
  }
  const [best] = [...found].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= ENOUGH_QUOTED ? best[0] : undefined;
}

/** Finds the mail that another one quotes. */
export class QuoteIndex {
  readonly #byLine = new Map<string, string>();

  /** Adds what a mail's author wrote; the first who wrote a line has it. */
  add({ id, text }: ThreadMail): void {
    for (const line of tellingLines(text ?? '')) if (!this.#byLine.has(line)) this.#byLine.set(line, id);
  }

  /** The id of the mail that is quoted most, or undefined. */
  quotedBy({ id, quoted }: ThreadMail): string | undefined {
    return mostQuoted(quoted ?? '', (line) => {
      const owner = this.#byLine.get(line);
      return owner === id ? undefined : owner;
    });
  }
}
