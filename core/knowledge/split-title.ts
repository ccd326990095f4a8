/** A text's own title, and the rest. */
export interface TitledText {
  readonly title?: string;
  readonly body: string;
}

/** A first paragraph longer than this is prose. */
const LONGEST_TITLE = 300;

/** Takes a short first paragraph that something follows for the title of a text that comes without one. */
export function splitTitle(text: string): TitledText {
  const paragraph = /^\s*(\S[\s\S]*?)\r?\n[^\S\n]*\r?\n/.exec(text);
  const title = paragraph?.[1]?.replace(/\s+/g, ' ').trim();
  if (!paragraph || title === undefined || title.length > LONGEST_TITLE) return { body: text };
  const body = text.slice(paragraph[0].length);
  return body.trim() === '' ? { body: text } : { title, body };
}
