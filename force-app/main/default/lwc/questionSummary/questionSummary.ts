import { LightningElement, api } from 'lwc';
import { exactDate, shortDate } from 'c/dates';
import { commonLabels, format, knowledgeLabels } from 'c/labels';
import type { Revision } from 'c/questionThread';
import { historyLabel, lastAuthor, revisionRows, type RevisionRow } from 'c/revisions';
import { tooLong } from 'c/textLimit';

const labels = { ...commonLabels, ...knowledgeLabels };

/**
 * What the community knows, at the top of a long thread: everybody may write it on, and how it read before stays.
 * Saves nothing.
 *
 * @fires summarise with `detail.body`, and `detail.refused` to call where it could not be saved
 */
export default class QuestionSummary extends LightningElement {
  @api summary?: string;
  /** How it read, latest first. */
  @api summaries: readonly Revision[] = [];

  readonly labels = labels;

  editing = false;
  historyOpen = false;
  draft = '';
  /** How it read when its editor was opened. */
  private base = '';

  get editLabel(): string {
    return this.summary ? labels.editSummary : labels.writeSummary;
  }

  get isReading(): boolean {
    return !this.editing;
  }

  get byline(): string | undefined {
    const [latest] = this.summaries;
    const words = latest?.body ? labels.summaryBy : labels.summaryTakenBack;
    return latest && format(words, latest.author, shortDate(latest.at, new Date()));
  }

  /** Nobody ever summed it up; what was taken back is another thing. */
  get isUnwritten(): boolean {
    return this.summaries.length === 0;
  }

  get exactDate(): string {
    return exactDate(this.summaries[0]?.at);
  }

  get historyLabel(): string | undefined {
    return historyLabel(this.earlier.length, this.historyOpen);
  }

  get revisionRows(): RevisionRow[] {
    return revisionRows(this.earlier, labels.summaryBy);
  }

  /** Who changed the text while it was edited here; undefined where nobody did. */
  get changedBy(): string | undefined {
    return this.base === (this.summary ?? '') ? undefined : lastAuthor(this.summaries);
  }

  /** What keeps the text from being saved. */
  get problem(): string | undefined {
    return tooLong(this.draft);
  }

  get cannotSave(): boolean {
    return this.problem !== undefined;
  }

  handleEdit(): void {
    this.editing = !this.editing;
    this.draft = this.summary ?? '';
    this.base = this.draft;
  }

  handleDraft(event: CustomEvent<{ value: string }>): void {
    this.draft = event.detail.value;
  }

  handleHistory(): void {
    this.historyOpen = !this.historyOpen;
  }

  /** What was written comes back into the editor where the org refuses it. */
  handleSave(): void {
    this.editing = false;
    const body = this.draft;
    if (body === (this.summary ?? '')) return;
    const refused = (): void => {
      this.editing = true;
      this.draft = body;
    };
    this.dispatchEvent(new CustomEvent('summarise', { detail: { body, refused } }));
  }

  /** What was taken back leaves a version without words. */
  private get earlier(): readonly Revision[] {
    return this.summaries.slice(1).filter(({ body }) => body);
  }
}
