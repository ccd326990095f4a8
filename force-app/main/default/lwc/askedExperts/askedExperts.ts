import { LightningElement, api } from 'lwc';
import { expertLabels as labels, format } from 'c/labels';
import type { ExpertRequest } from 'c/questionThread';

interface AskedRow {
  readonly id: string;
  readonly words: string;
  /** What taking the request back is called, where it can be. */
  readonly withdrawTitle?: string;
}

/**
 * Who was asked to answer a question, in one quiet line. Whoever asked sees who cannot help, and may take back what
 * waits; whoever is asked may say that they cannot answer, and that they can after all. Saves nothing.
 *
 * @fires decline with `detail.id` and `detail.declined`
 * @fires withdraw with `detail.id`
 */
export default class AskedExperts extends LightningElement {
  @api requests: readonly ExpertRequest[] = [];
  /** The reader asked the question. */
  @api isAsker = false;
  /** The question waits for an answer. */
  @api isOpen = false;

  readonly labels = labels;

  get rows(): AskedRow[] {
    return this.requests.filter((request) => this.isListed(request)).map((request) => this.toRow(request));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  /** The request to the reader, where something is still to be said to it. */
  get own(): ExpertRequest | undefined {
    return this.isOpen
      ? this.requests.find(({ isOwn, withdrawn, answered }) => isOwn && !withdrawn && !answered)
      : undefined;
  }

  get ownWords(): string {
    return this.own?.declined ? labels.declinedYou : labels.askedYou;
  }

  get ownAction(): string {
    return this.own?.declined ? labels.undecline : labels.decline;
  }

  handleOwn(): void {
    const { own } = this;
    if (!own) return;
    const detail = { id: own.id, declined: !own.declined };
    this.dispatchEvent(new CustomEvent('decline', { detail }));
  }

  handleWithdraw(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('withdraw', { detail: { id } }));
  }

  /** That somebody cannot help concerns whoever asked, and nobody else. */
  private isListed({ withdrawn, declined, answered }: ExpertRequest): boolean {
    return !withdrawn && (this.isAsker || !declined || answered);
  }

  private toRow(request: ExpertRequest): AskedRow {
    const { id, name, declined, answered } = request;
    const waits = this.isOpen && !declined && !answered;
    return {
      id,
      words: format(this.wordsOf(request), name),
      ...(waits && this.isAsker && { withdrawTitle: format(labels.withdrawTitle, name) }),
    };
  }

  private wordsOf({ answered, declined, told }: ExpertRequest): string {
    if (answered) return labels.askedAnswered;
    if (declined) return labels.askedDeclined;
    if (!this.isOpen) return '{0}';
    return told ? labels.askedTold : labels.askedUntold;
  }
}
