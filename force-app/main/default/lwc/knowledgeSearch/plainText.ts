/** The words of rich text, with a blank where an element ends; nothing of it is run or loaded. */
export function plainText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html;
  const parsed = new DOMParser().parseFromString(html.replace(/</g, ' <'), 'text/html');
  return (parsed.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
