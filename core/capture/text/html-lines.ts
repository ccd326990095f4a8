import { decodeEntities } from './entities.ts';
import { readTag } from './html-tag.ts';
import { contextOf } from './html-context.ts';
import { type Line, type LineHint, lineOf } from './lines.ts';

/** Elements that begin and end a line; those of the second list leave a blank line as well. */
const BREAKING = new Set(
  'address article aside body center dd div dl dt fieldset figure footer form header hr li main nav section table tbody tfoot thead tr'.split(
    ' ',
  ),
);
const SPACING = new Set('blockquote h1 h2 h3 h4 h5 h6 ol p pre ul'.split(' '));
/** Elements without an end. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose text nobody sees. */
const UNSEEN = new Set('head noscript object script style svg template title'.split(' '));

/** A mail that nests deeper than this is not read deeper: it was made to hurt. */
const DEEPEST = 2_000;

interface Open {
  readonly name: string;
  readonly quotes: boolean;
  readonly hint?: LineHint;
  readonly hidden: boolean;
}

/**
 * The lines of an HTML body as a reader sees them, with the quote depth and the signatures that mail programs mark in
 * it. One pass, linear; unclosed and crossed elements are closed as browsers do, roughly.
 */
export function linesOfHtml(html: string): Line[] {
  const writer = new LineWriter();
  const neverClosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    writer.text(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const tag = readTag(html, open);
    if (tag === undefined) {
      writer.text('<');
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (tag.kind === 'comment') continue;
    if (tag.kind === 'close') writer.close(tag.name);
    else if (UNSEEN.has(tag.name)) at = endOfElement(html, tag.name, tag.end, neverClosed);
    else writer.open(tag.name, tag.attributes, tag.selfClosing);
  }
  return writer.finish();
}

/** Where an element that is not read ends. One that never closes is over at once, and its like are not looked for again. */
function endOfElement(html: string, name: string, from: number, neverClosed: Set<string>): number {
  if (neverClosed.has(name)) return from;
  const end = new RegExp(`</${name}\\b[^>]{0,200}>`, 'gi');
  end.lastIndex = from;
  if (end.test(html)) return end.lastIndex;
  neverClosed.add(name);
  return name === 'script' || name === 'style' ? html.length : from;
}

class LineWriter {
  #lines: Line[] = [];
  #pieces: string[] = [];
  #stack: Open[] = [];
  #openByName = new Map<string, number>();
  #quotes = 0;
  #hidden = 0;
  #preformatted = 0;
  #hints: LineHint[] = [];
  /** Set once a client said that all that follows is the other mail. */
  #restIsQuoted = false;
  #depthOfLine: number | undefined;
  #hintOfLine: LineHint | undefined;

  text(raw: string): void {
    if (raw === '' || this.#hidden > 0) return;
    const text = decodeEntities(raw);
    if (this.#preformatted > 0) {
      const lines = text.split(/\r\n|\r|\n/);
      lines.forEach((line, i) => {
        if (i > 0) this.#breakLine(true);
        this.#append(line);
      });
      return;
    }
    this.#append(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  open(name: string, attributes: string, selfClosing: boolean): void {
    if (name === 'br') return this.#breakLine(true);
    const context = contextOf(name, attributes);
    if (context.boundary) {
      this.#breakLine(false);
      this.#restIsQuoted = true;
    }
    const spacing = SPACING.has(name) && !context.tight;
    if (BREAKING.has(name) || SPACING.has(name)) this.#breakLine(false);
    if (spacing) this.#blankLine();
    if (name === 'td' || name === 'th') this.#append(' ');
    if (name === 'li') this.#append('- ');
    if (VOID.has(name) || selfClosing || this.#stack.length >= DEEPEST) return;
    const entry: Open = { name, quotes: context.quotes, hint: context.hint, hidden: context.hidden };
    this.#stack.push(entry);
    this.#openByName.set(name, (this.#openByName.get(name) ?? 0) + 1);
    if (entry.quotes) this.#quotes += 1;
    if (entry.hidden) this.#hidden += 1;
    if (entry.hint) {
      this.#breakLine(false);
      this.#hints.push(entry.hint);
    }
    if (name === 'pre') this.#preformatted += 1;
  }

  close(name: string): void {
    if (BREAKING.has(name) || SPACING.has(name)) this.#breakLine(false);
    if ((this.#openByName.get(name) ?? 0) === 0) return;
    for (;;) {
      const entry = this.#stack.pop();
      if (entry === undefined) return;
      this.#openByName.set(entry.name, (this.#openByName.get(entry.name) ?? 1) - 1);
      if (entry.quotes || entry.hint) this.#breakLine(false);
      if (entry.quotes) this.#quotes -= 1;
      if (entry.hidden) this.#hidden -= 1;
      if (entry.hint) this.#hints.pop();
      if (entry.name === 'pre') this.#preformatted -= 1;
      if (entry.name === name) break;
    }
    if (SPACING.has(name)) this.#blankLine();
  }

  finish(): Line[] {
    this.#breakLine(false);
    return this.#lines;
  }

  #append(text: string): void {
    if (text === '') return;
    if (text !== ' ' && this.#depthOfLine === undefined) {
      this.#depthOfLine = this.#quotes + (this.#restIsQuoted ? 1 : 0);
      this.#hintOfLine = this.#hints.at(-1);
    }
    this.#pieces.push(text);
  }

  #breakLine(always: boolean): void {
    if (!always && this.#pieces.length === 0) return;
    const written = this.#pieces.join('');
    this.#pieces = [];
    const text = this.#preformatted > 0 ? written : written.replace(/ {2,}/g, ' ').trim();
    const depth = this.#depthOfLine ?? this.#quotes + (this.#restIsQuoted ? 1 : 0);
    const hint = this.#depthOfLine === undefined ? this.#hints.at(-1) : this.#hintOfLine;
    this.#depthOfLine = undefined;
    this.#hintOfLine = undefined;
    if (text === '' && !always) return;
    const typed = lineOf(text);
    this.#lines.push({
      text: typed.text,
      raw: `${'> '.repeat(Math.min(depth, 20))}${typed.raw}`,
      depth: depth + typed.depth,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  #blankLine(): void {
    const last = this.#lines.at(-1);
    if (last === undefined || last.text === '') return;
    const depth = this.#quotes + (this.#restIsQuoted ? 1 : 0);
    this.#lines.push({ text: '', raw: '> '.repeat(Math.min(depth, 20)).trimEnd(), depth });
  }
}
