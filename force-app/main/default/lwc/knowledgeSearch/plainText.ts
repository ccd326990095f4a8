/** A tag that opens an element, with its attributes. */
const OPENING = /<([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

/**
 * The words of rich text, with a blank where an element ends; nothing of it is run or loaded. Attributes have no words;
 * without them the page's security policy finds no handlers to complain of.
 */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html;
  const bare = html.replace(OPENING, '<$1>').replace(/</g, ' <');
  const parsed = new DOMParser().parseFromString(bare, 'text/html');
  return (parsed.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
