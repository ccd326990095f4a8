import { LightningElement, api } from 'lwc';
import ChooseQuestion, { type ChosenQuestion } from 'c/chooseQuestion';
import { commonLabels, knowledgeLabels } from 'c/labels';
import type { ModerationAction, Thread } from 'c/questionThread';

const labels = { ...commonLabels, ...knowledgeLabels };

/**
 * What an asker or a moderator may do to a question: close it, say that it repeats another, or that its answers no
 * longer hold; and take each back. Saves nothing.
 *
 * @fires moderate with `detail.action`, and for a duplicate `detail.original`
 */
export default class QuestionModeration extends LightningElement {
  @api thread!: Thread;

  readonly labels = labels;

  /** The button that was used may be gone: the focus goes to the first that is there. */
  private keepsFocus = false;

  override renderedCallback(): void {
    if (!this.keepsFocus) return;
    this.keepsFocus = false;
    this.template?.querySelector<HTMLElement>('.moderate')?.focus();
  }

  get buttons(): { action: ModerationAction; label: string }[] {
    const { status, outdated } = this.thread;
    const isOpen = status === 'Open' || status === 'Answered';
    return [
      ...(isOpen ? [{ action: 'duplicate' as const, label: labels.markDuplicate }] : []),
      ...(status === 'Duplicate' ? [{ action: 'notDuplicate' as const, label: labels.notDuplicate }] : []),
      outdated
        ? { action: 'current' as const, label: labels.markCurrent }
        : { action: 'outdated' as const, label: labels.markQuestionOutdated },
      ...(isOpen ? [{ action: 'close' as const, label: labels.closeQuestion }] : []),
      ...(status === 'Closed' ? [{ action: 'reopen' as const, label: labels.reopen }] : []),
    ];
  }

  async handleAction(event: Event): Promise<void> {
    const action = (event.currentTarget as HTMLElement).dataset.action as ModerationAction;
    if (action !== 'duplicate') {
      this.tell({ action });
      return;
    }
    const { id, title } = this.thread;
    const original = await ChooseQuestion.open<Pick<ChooseQuestion, 'exceptId' | 'initialText'>, ChosenQuestion>({
      label: labels.chooseOriginal,
      size: 'small',
      exceptId: id,
      initialText: title,
    });
    if (original) this.tell({ action, original });
  }

  private tell(detail: { action: ModerationAction; original?: ChosenQuestion }): void {
    this.keepsFocus = true;
    this.dispatchEvent(new CustomEvent('moderate', { detail }));
  }
}
