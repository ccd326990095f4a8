import { LightningElement, api } from 'lwc';
import { commonLabels, knowledgeLabels } from 'c/labels';
import type { Revision } from 'c/questionThread';
import { historyLabel, lastAuthor, revisionRows, type RevisionRow } from 'c/revisions';
import { tooLong } from 'c/textLimit';

const labels = { ...commonLabels, ...knowledgeLabels };

/**
 * What is asked, and its editor for whoever asked and moderators. Saves nothing.
 *
 * @fires rewrite with `detail.title`, `detail.body`, and `detail.refused` to call where it could not be saved
 */
export default class QuestionText extends LightningElement {
  @api questionTitle = '';
  @api body = '';
  /** The reader may edit it. */
  @api canEdit = false;
  /** How it read before each edit, latest first. */
  @api revisions: readonly Revision[] = [];

  readonly labels = labels;

  editing = false;
  historyOpen = false;
  draftTitle = '';
  draftBody = '';
  /** How it read when its editor was opened. */
  private baseTitle = '';
  private baseBody = '';

  get isReading(): boolean {
    return !this.editing;
  }

  get hasActions(): boolean {
    return this.canEdit || this.revisions.length > 0;
  }

  get historyLabel(): string | undefined {
    return historyLabel(this.revisions.length, this.historyOpen);
  }

  get revisionRows(): RevisionRow[] {
    return revisionRows(this.revisions);
  }

  /** What keeps the text from being saved. */
  get problem(): string | undefined {
    return tooLong(this.draftBody);
  }

  /** Who changed the text while it was edited here; undefined where nobody did. */
  get changedBy(): string | undefined {
    const isSame = this.baseTitle === this.questionTitle && this.baseBody === this.body;
    return isSame ? undefined : lastAuthor(this.revisions);
  }

  get cannotSave(): boolean {
    return this.draftTitle.trim() === '' || this.problem !== undefined;
  }

  handleEdit(): void {
    this.editing = !this.editing;
    this.draftTitle = this.questionTitle;
    this.draftBody = this.body;
    [this.baseTitle, this.baseBody] = [this.questionTitle, this.body];
  }

  handleHistory(): void {
    this.historyOpen = !this.historyOpen;
  }

  handleDraftTitle(event: CustomEvent<{ value: string }>): void {
    this.draftTitle = event.detail.value;
  }

  handleDraftBody(event: CustomEvent<{ value: string }>): void {
    this.draftBody = event.detail.value;
  }

  /** What was written comes back into the editor where the org refuses it. */
  handleSave(): void {
    const [title, body] = [this.draftTitle.trim(), this.draftBody];
    if (title === '') return;
    this.editing = false;
    if (title === this.questionTitle && body === this.body) return;
    const refused = (): void => {
      this.editing = true;
      this.draftTitle = title;
      this.draftBody = body;
    };
    this.dispatchEvent(new CustomEvent('rewrite', { detail: { title, body, refused } }));
  }
}
