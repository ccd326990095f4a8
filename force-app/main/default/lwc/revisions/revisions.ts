import { shortDate } from 'c/dates';
import { format, knowledgeLabels as labels } from 'c/labels';
import type { Revision } from 'c/questionThread';

/** How something read before an edit, and in words who edited it when. */
export interface RevisionRow {
  readonly id: string;
  readonly when: string;
  readonly title?: string;
  readonly body?: string;
}

/** What the button is called that shows and hides how something read before; undefined where there is nothing. */
export function historyLabel(count: number, isOpen: boolean): string | undefined {
  if (count < 1) return undefined;
  return isOpen ? labels.hideHistory : format(labels.history, count);
}

/** Who changed a text last, for words about it. @param revisions latest first */
export function lastAuthor([latest]: readonly Revision[]): string {
  return latest?.author ?? labels.somebody;
}

/** @param by words with a place for the person and one for the date */
export function revisionRows(revisions: readonly Revision[], by = labels.editedBy): RevisionRow[] {
  const now = new Date();
  return revisions.map(({ id, author, at, title, body }) => {
    return { id, when: format(by, author, shortDate(at, now)), title, body };
  });
}
