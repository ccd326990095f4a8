import { LightningElement, api } from 'lwc';
import { exactDate, shortDate } from 'c/dates';
import { format, knowledgeLabels as labels } from 'c/labels';

interface Remark {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly body: string;
}

interface CommentRow {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly date: string;
  readonly exact: string;
}

/**
 * Remarks, oldest first, and a line to add one.
 *
 * @fires comment with `detail.body`, and `detail.refused` to call where it could not be saved
 */
export default class CommentList extends LightningElement {
  @api comments: readonly Remark[] = [];
  /** What the remarks are on, for screen readers. */
  @api about = '';

  readonly labels = labels;

  writing = false;
  text = '';

  get hasComments(): boolean {
    return this.comments.length > 0;
  }

  get rows(): CommentRow[] {
    const now = new Date();
    return this.comments.map(({ id, author, at, body }) => {
      return { id, author, body, date: shortDate(at, now), exact: exactDate(at) };
    });
  }

  get inputLabel(): string {
    return format(labels.commentOn, this.about);
  }

  handleStart(): void {
    this.writing = true;
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const body = this.text.trim();
    if (body === '') return;
    this.writing = false;
    this.text = '';
    const refused = (): void => {
      this.writing = true;
      this.text = body;
    };
    this.dispatchEvent(new CustomEvent('comment', { detail: { body, refused } }));
  }
}
