import { LightningElement, wire } from 'lwc';
import type { ApprovedDraft } from 'c/knowledge';
import {
  approveExchange,
  rejectExchange,
  restoreExchange,
  withdrawApproval,
  type ExchangeTexts,
} from 'c/captureWrites';
import type { Edition } from 'c/captureDraft';
import { messageOf } from 'c/errors';
import { captureLabels, commonLabels, format } from 'c/labels';
import { createSaveQueue } from 'c/saves';
import type { PanelState } from 'c/statePanel';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import { toExchanges, toRow, type Exchange, type ExchangeRow } from './exchanges';
import { REVIEW_QUERY } from './reviewQuery';

const labels = { ...commonLabels, ...captureLabels };

/** What was decided on this page, and how it is taken back. */
interface Decided {
  readonly id: string;
  readonly exchange: Exchange;
  readonly text: string;
  readonly undo: () => Promise<void>;
}

/**
 * Captured exchanges that wait for a review, for those who may read them: choose one, see original and draft, edit,
 * approve, reject, merge. A decision is shown at once, can be undone, and is taken back where the org refuses it, with
 * everything that was edited.
 */
export default class CaptureReview extends LightningElement {
  readonly labels = labels;

  exchanges: readonly Exchange[] = [];
  isAnswered = false;
  errorMessage?: string;
  selectedId?: string;
  decided: readonly Decided[] = [];
  /** What was undone, in words, for screen readers too. */
  notice = '';

  /** What was edited and not decided, by exchange. */
  private editions: ReadonlyMap<string, Edition> = new Map();
  private readonly save = createSaveQueue(this, labels.notSaved);
  private refreshExchanges?: () => Promise<void>;

  @wire(graphql, { query: REVIEW_QUERY })
  wiredExchanges({ data, errors, refresh }: GraphqlResult): void {
    this.refreshExchanges = refresh ?? this.refreshExchanges;
    if (!data && !errors) return;
    this.errorMessage = errors && messageOf(errors);
    if (!data) return;
    this.exchanges = toExchanges(data);
    this.isAnswered = true;
    this.selectFirst();
  }

  get waiting(): readonly Exchange[] {
    return this.exchanges.filter(({ id, status }) => status === 'Draft' && !this.isDecided(id));
  }

  get panelState(): PanelState {
    if (this.errorMessage) return 'error';
    if (!this.isAnswered) return 'loading';
    return this.waiting.length > 0 ? 'ready' : 'empty';
  }

  get isReady(): boolean {
    return this.panelState === 'ready';
  }

  get panelHeading(): string {
    return this.errorMessage ? labels.errorTitle : labels.emptyTitle;
  }

  get panelMessage(): string {
    return this.errorMessage ?? labels.emptyMessage;
  }

  get countText(): string {
    return this.isReady ? format(labels.waitingCount, this.waiting.length) : '';
  }

  get rows(): ExchangeRow[] {
    const now = new Date();
    return this.waiting.map((exchange) => toRow(exchange, this.selectedId, now));
  }

  get edition(): Edition | undefined {
    return this.editions.get(this.selectedId ?? '');
  }

  /** Decided here, and what others approved that the sync has not published yet. */
  get decidedRows(): readonly Decided[] {
    const before = this.exchanges.filter(({ id, status }) => status === 'Approved' && !this.isDecided(id));
    return [
      ...this.decided,
      ...before.map((exchange) => ({
        id: exchange.id,
        exchange,
        text: approvalText(exchange, exchange.title),
        undo: () => withdrawApproval(exchange.id),
      })),
    ];
  }

  get hasDecided(): boolean {
    return this.decidedRows.length > 0;
  }

  handleRetry(): void {
    this.errorMessage = undefined;
    this.isAnswered = false;
    this.refreshExchanges?.();
  }

  handleSelect(event: Event): void {
    this.selectedId = (event.currentTarget as HTMLElement).dataset.id;
  }

  handleEdit(event: CustomEvent<{ edition: Edition }>): void {
    this.keep(this.selectedId ?? '', event.detail.edition);
  }

  handleApprove(event: CustomEvent<{ draft: ApprovedDraft; edition: Edition }>): void {
    const exchange = this.chosen;
    const { draft, edition } = event.detail;
    if (!exchange) return;
    const { id } = exchange;
    this.keep(id, edition);
    this.decide({ id, exchange, text: approvalText(exchange, draft.title), undo: () => withdrawApproval(id) }, () =>
      approveExchange(id, draft),
    );
  }

  handleReject(event: CustomEvent<{ texts: ExchangeTexts; edition: Edition }>): void {
    const exchange = this.chosen;
    const { texts, edition } = event.detail;
    if (!exchange) return;
    const { id, title } = exchange;
    this.keep(id, edition);
    this.decide({ id, exchange, text: format(labels.rejected, title), undo: () => restoreExchange(id, texts) }, () =>
      rejectExchange(id),
    );
  }

  async handleUndo(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const decided = this.decidedRows.find((each) => each.id === id);
    if (!decided) return;
    if (!(await this.save(decided.undo))) return;
    const { exchange } = decided;
    this.decided = this.decided.filter((each) => each.id !== id);
    // The list may have been answered anew without it meanwhile.
    this.exchanges = [{ ...exchange, status: 'Draft' }, ...this.exchanges.filter((each) => each.id !== id)];
    this.notice = format(labels.restored, this.editions.get(exchange.id)?.title ?? exchange.title);
    this.selectedId = exchange.id;
    await this.refreshExchanges?.();
  }

  private get chosen(): Exchange | undefined {
    return this.waiting.find(({ id }) => id === this.selectedId);
  }

  private isDecided(id: string): boolean {
    return this.decided.some((each) => each.id === id);
  }

  private keep(id: string, edition: Edition): void {
    this.editions = new Map([...this.editions, [id, edition]]);
  }

  private selectFirst(): void {
    if (!this.chosen) this.selectedId = this.waiting[0]?.id;
  }

  /** Shows the decision and goes on to the next exchange; where the org refuses, the exchange is back as it was edited. */
  private decide(decided: Decided, save: () => Promise<void>): void {
    this.notice = '';
    this.decided = [decided, ...this.decided];
    this.selectFirst();
    this.save(save, () => {
      this.decided = this.decided.filter(({ id }) => id !== decided.id);
      this.selectedId = decided.id;
    });
  }
}

function approvalText({ consent }: Exchange, title: string): string {
  return format(consent === 'Pending' ? labels.approvedWaits : labels.approved, title);
}
