import { LightningElement, api } from 'lwc';
import { commonLabels as labels } from 'c/labels';
import { exactDate, millisecondsOf } from 'c/dates';

/**
 * "as of 3 minutes ago", the exact moment on hover, and a refresh button.
 *
 * @fires refresh when the person asks for newer data
 */
export default class AsOf extends LightningElement {
  /** ISO moment the data is from; absent when it was never computed. */
  @api value?: string;
  /** True while newer data is on its way. */
  @api refreshing = false;

  readonly labels = labels;

  get hasValue(): boolean {
    return this.value !== undefined && this.value !== '';
  }

  get milliseconds(): number | undefined {
    return this.value ? millisecondsOf(this.value) : undefined;
  }

  get exact(): string {
    return exactDate(this.value);
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
