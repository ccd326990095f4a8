import type { MailBody } from '../types.ts';
import { linesOfHtml } from './html-lines.ts';
import { type Line, linesOfText } from './lines.ts';

/** What is read of a body; exchanges between people are far shorter. */
export const LONGEST_BODY = 2_000_000;

/** The lines of a mail: of its plain text, or of its HTML where that is all there is. */
export function linesOfBody({ text, html }: MailBody): Line[] {
  if (text !== undefined && text.trim() !== '') return linesOfText(text.slice(0, LONGEST_BODY));
  return html === undefined ? [] : linesOfHtml(html.slice(0, LONGEST_BODY));
}
