import { LightningElement, api } from 'lwc';
import { commonLabels as labels } from 'c/labels';

export type PanelState = 'loading' | 'ready' | 'empty' | 'error';

/** What the stencil foreshadows: rows of text, bars, or a grid of cells. */
export type Stencil = 'list' | 'bars' | 'grid' | 'article';

const DEFAULT_ROWS = 3;

/**
 * Exactly one of four states: a stencil while loading, words and an optional action when there is nothing, what went
 * wrong with *Try again*, or the content (default slot).
 *
 * @slot default the content, shown when `state` is `ready`
 * @slot action what to do next, shown when `state` is `empty`
 * @fires retry when the person wants to try again
 */
export default class StatePanel extends LightningElement {
  @api state: PanelState = 'loading';
  @api stencil: Stencil = 'list';
  @api rows = DEFAULT_ROWS;
  /** Heading of the empty and the error state. */
  @api heading?: string;
  /** Sentence of the empty and the error state. */
  @api message?: string;

  readonly labels = labels;

  get isLoading(): boolean {
    return this.state === 'loading';
  }

  get isEmpty(): boolean {
    return this.state === 'empty';
  }

  get isError(): boolean {
    return this.state === 'error';
  }

  get isReady(): boolean {
    return this.state === 'ready';
  }

  get stencilClass(): string {
    return `stencil stencil_${this.stencil}`;
  }

  get stencilRows(): { key: number; cells: number[] }[] {
    const cells = this.stencil === 'grid' ? [0, 1, 2, 3, 4, 5] : [0, 1];
    return Array.from({ length: Number(this.rows) }, (_, key) => ({ key, cells }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
