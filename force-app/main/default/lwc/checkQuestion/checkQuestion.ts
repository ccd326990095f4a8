import { LightningElement, api } from 'lwc';
import { commonLabels, format, viewerLabels } from 'c/labels';

/** What is asked; the same shape that the viewer reads from the org. */
export interface AskedQuestion {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly { readonly option: string; readonly text: string }[];
}

/** What the org said about the answer. */
export interface Grade {
  readonly right: boolean;
  readonly explanation?: string;
}

const labels = { ...commonLabels, ...viewerLabels };

/**
 * One check question with its options. Arrow keys and 1–4 choose, Enter answers. The result and its explanation are
 * read out when they arrive.
 *
 * @fires choose with the option, when one is chosen
 * @fires answer when Enter is pressed on a chosen option
 * @fires readresult when the result could not be read and the person wants to try again
 */
export default class CheckQuestion extends LightningElement {
  /** "Question 2 of 3". */
  @api progress = '';
  @api grade?: Grade;
  @api grading = false;
  /** Why the result could not be read. */
  @api gradeError?: string;

  readonly labels = labels;
  choice?: string;

  private asked?: AskedQuestion;

  @api get question(): AskedQuestion | undefined {
    return this.asked;
  }
  set question(question: AskedQuestion | undefined) {
    if (question?.id !== this.asked?.id) this.choice = undefined;
    this.asked = question;
  }

  /** Puts the focus on the chosen option, or the first one. */
  @api focus(): void {
    const inputs = this.template?.querySelectorAll<HTMLInputElement>('input') ?? [];
    const chosen = [...inputs].find(({ value }) => value === this.choice);
    (chosen ?? inputs[0])?.focus();
  }

  get prompt(): string {
    return this.asked?.prompt ?? '';
  }

  get locked(): boolean {
    return this.grading || this.grade !== undefined || this.gradeError !== undefined;
  }

  get keyboardHint(): string | undefined {
    return this.locked ? undefined : format(labels.keyboardHint, this.asked?.options.length ?? 0);
  }

  get optionRows(): { option: string; number: number; text: string; checked: boolean; className: string }[] {
    return (this.asked?.options ?? []).map(({ option, text }, index) => ({
      option,
      number: index + 1,
      text,
      checked: option === this.choice,
      className: option === this.choice ? 'option option_chosen' : 'option',
    }));
  }

  get result(): { heading: string; explanation?: string; iconName: string; className: string } | undefined {
    if (!this.grade) return undefined;
    const { right, explanation } = this.grade;
    return {
      heading: right ? labels.right : labels.notThisTime,
      explanation,
      iconName: right ? 'utility:success' : 'utility:info',
      className: right ? 'graded graded_right' : 'graded',
    };
  }

  handleChoose(event: Event): void {
    this.choose((event.target as HTMLInputElement).value);
  }

  handleKeydown(event: KeyboardEvent): void {
    if (this.locked) return;
    const numbered = this.asked?.options[Number(event.key) - 1];
    if (numbered) {
      event.preventDefault();
      this.choose(numbered.option);
      this.focus();
    } else if (event.key === 'Enter' && this.choice !== undefined) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('answer'));
    }
  }

  handleReadResult(): void {
    this.dispatchEvent(new CustomEvent('readresult'));
  }

  private choose(option: string): void {
    this.choice = option;
    this.dispatchEvent(new CustomEvent('choose', { detail: option }));
  }
}
