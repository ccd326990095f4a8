import { linesOfBody } from '../../core/capture/index.ts';

/** What a rich text field of the knowledge bank holds, markup included. */
const LONGEST = 32_768;

/** Plain text as paragraphs: blank lines part them, single line ends stay. What is too long is cut, never the markup. */
export function richText(text: string): string {
  const html = (cut: string): string =>
    cut
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => `<p>${escape(paragraph).replace(/\n/g, '<br>')}</p>`)
      .join('');
  const plain = text.replace(/\r\n?/g, '\n');
  let kept = plain.slice(0, LONGEST);
  let result = html(kept);
  while (result.length > LONGEST) {
    kept = kept.slice(0, Math.floor(kept.length * Math.min(0.9, LONGEST / result.length)));
    result = html(`${kept}…`);
  }
  return result;
}

/** The words of rich text, line by line. */
export function plainText(html: string): string {
  return linesOfBody({ html })
    .map(({ text }) => text)
    .join('\n');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
