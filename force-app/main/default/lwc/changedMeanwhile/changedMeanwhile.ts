import { LightningElement, api } from 'lwc';
import { format, knowledgeLabels as labels } from 'c/labels';

/** How a text reads now that somebody changed it while the reader was writing; above the reader's editor. */
export default class ChangedMeanwhile extends LightningElement {
  /** Who changed it. */
  @api by = '';
  /** The title as it is now, of a question. */
  @api textTitle?: string;
  /** Rich text as it is now. */
  @api body?: string;

  readonly labels = labels;

  get heading(): string {
    return format(labels.changedMeanwhile, this.by);
  }
}
