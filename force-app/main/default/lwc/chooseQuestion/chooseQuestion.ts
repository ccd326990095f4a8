import { api } from 'lwc';
import { messageOf } from 'c/errors';
import { rerank, searchExpression } from 'c/knowledge';
import { createTypedSearch, type FoundEntry } from 'c/knowledgeSearch';
import { commonLabels, knowledgeLabels } from 'c/labels';
import { Memo } from 'c/memo';
import LightningModal from 'lightning/modal';

const labels = { ...commonLabels, ...knowledgeLabels };
const MOST_SHOWN = 8;

export interface ChosenQuestion {
  readonly id: string;
  readonly title: string;
}

interface QuestionOption {
  readonly label: string;
  readonly value: string;
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

  private readonly ordered = new Memo<readonly QuestionOption[]>();
  private readonly search = createTypedSearch({
    text: () => this.text,
    found: ({ entries }, text) => {
      // Without a word to search for, what was found before stays.
      if (searchExpression(text) === undefined) return;
      this.found = entries;
      this.errorMessage = undefined;
      this.isAnswered = true;
    },
    failed: (error) => {
      this.errorMessage = messageOf(error);
    },
  });

  override connectedCallback(): void {
    this.text = this.initialText;
    this.search();
  }

  get options(): readonly QuestionOption[] {
    const { text, found, exceptId } = this;
    return this.ordered.of([text, found, exceptId], () => {
      const candidates = found.filter(({ id, kind }) => kind === 'question' && id !== exceptId);
      return rerank(text, candidates, { typing: true, limit: MOST_SHOWN }).map(({ entry: { id, title = '' } }) => {
        return { label: title, value: id };
      });
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
}
