import { api } from 'lwc';
import { messageOf } from 'c/errors';
import { rerank } from 'c/knowledge';
import { findKnowledge, searchExpression, type FoundEntry } from 'c/knowledgeSearch';
import { commonLabels, knowledgeLabels } from 'c/labels';
import LightningModal from 'lightning/modal';

const labels = { ...commonLabels, ...knowledgeLabels };
const MOST_SHOWN = 8;

export interface ChosenQuestion {
  readonly id: string;
  readonly title: string;
}

/** Dialog to find a question and choose it. Closes with the question, or with nothing. */
export default class ChooseQuestion extends LightningModal {
  @api initialText = '';
  /** A question that cannot be chosen. */
  @api exceptId?: string;

  readonly labels = labels;

  text = '';
  found: readonly FoundEntry[] = [];
  isAnswered = false;
  errorMessage?: string;
  chosenId?: string;

  /** What the org is being asked; the next text waits for the answer. */
  private asking?: string;

  override connectedCallback(): void {
    this.text = this.initialText;
    this.search();
  }

  get options(): { label: string; value: string }[] {
    const candidates = this.found.filter(({ id, kind }) => kind === 'question' && id !== this.exceptId);
    return rerank(this.text, candidates, { typing: true, limit: MOST_SHOWN }).map(({ entry: { id, title = '' } }) => {
      return { label: title, value: id };
    });
  }

  get hasOptions(): boolean {
    return this.options.length > 0;
  }

  get statusText(): string {
    if (this.errorMessage) return this.errorMessage;
    return this.isAnswered && !this.hasOptions ? labels.nothingFoundTitle : '';
  }

  get cannotChoose(): boolean {
    return !this.options.some(({ value }) => value === this.chosenId);
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
    this.search();
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.chosenId = event.detail.value;
  }

  handleCancel(): void {
    this.close();
  }

  handleChoose(): void {
    const chosen = this.options.find(({ value }) => value === this.chosenId);
    if (chosen) this.close({ id: chosen.value, title: chosen.label } satisfies ChosenQuestion);
  }

  private async search(): Promise<void> {
    if (this.asking !== undefined || searchExpression(this.text) === undefined) return;
    const { text } = this;
    this.asking = text;
    try {
      this.found = (await findKnowledge(text)).entries;
      this.errorMessage = undefined;
      this.isAnswered = true;
    } catch (error) {
      this.errorMessage = messageOf(error);
    }
    this.asking = undefined;
    if (this.text !== text) await this.search();
  }
}
