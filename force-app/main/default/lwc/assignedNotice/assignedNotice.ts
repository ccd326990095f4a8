import { LightningElement, api } from 'lwc';
import { withdraw } from 'c/assignments';
import { messageOf } from 'c/errors';
import { commonLabels as labels } from 'c/labels';

export { assignedText, NOTHING_ASSIGNED } from './assigned';
export type { Assigned } from './assigned';

/**
 * What was just assigned, in words, with *Undo*. Always in the page, so that a screen reader hears when it comes.
 *
 * @fires undone when the assignments have been taken back
 */
export default class AssignedNotice extends LightningElement {
  /** Empty while nothing was assigned. */
  @api text = '';
  @api assignmentIds: readonly string[] = [];

  readonly labels = labels;

  undoing = false;
  errorMessage?: string;

  async handleUndo(): Promise<void> {
    if (this.undoing) return;
    this.undoing = true;
    this.errorMessage = undefined;
    try {
      await withdraw(this.assignmentIds);
      this.dispatchEvent(new CustomEvent('undone'));
    } catch (error) {
      this.errorMessage = messageOf(error);
    } finally {
      this.undoing = false;
    }
  }
}
