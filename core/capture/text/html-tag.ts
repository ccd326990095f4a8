export type HtmlTag =
  | { readonly kind: 'comment'; readonly end: number }
  | { readonly kind: 'close'; readonly name: string; readonly end: number }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly selfClosing: boolean;
      readonly end: number;
    };

/** Attributes are read this far; the end of a longer tag is still found. */
const LONGEST_ATTRIBUTES = 4_000;

/** Reads the tag at `<`; undefined where the sign is just text. Linear in the length of the tag. */
export function readTag(html: string, at: number): HtmlTag | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return { kind: 'comment', end: end < 0 ? html.length : end + 3 };
  }
  const next = html[at + 1] ?? '';
  if (next === '!' || next === '?') return { kind: 'comment', end: pastClose(html, at) };
  const closing = next === '/';
  if (!/[a-z/]/i.test(next)) return undefined;
  const from = at + (closing ? 2 : 1);
  const name = /^[a-z][a-z0-9:-]{0,40}/i.exec(html.slice(from, from + 42))?.[0].toLowerCase();
  if (name === undefined) return undefined;
  const end = endOfTag(html, from + name.length);
  if (closing) return { kind: 'close', name, end };
  const attributes = html.slice(from + name.length, Math.min(end - 1, from + LONGEST_ATTRIBUTES));
  return { kind: 'open', name, attributes, selfClosing: attributes.endsWith('/'), end };
}

function pastClose(html: string, at: number): number {
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

/**
 * The end of a tag, past `>` inside quoted attributes; a quote that does not close soon does not swallow the mail.
 * Linear over a whole mail: each quote is looked for up to the next one only.
 */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    const char = html[at];
    if (char === '>') return at + 1;
    if ((char !== '"' && char !== "'") || html[at - 1] !== '=') continue;
    const close = html.indexOf(char, at + 1);
    if (close < 0 || close - at > LONGEST_ATTRIBUTES) return pastClose(html, at);
    at = close;
  }
  return html.length;
}
