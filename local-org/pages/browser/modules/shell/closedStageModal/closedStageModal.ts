import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Asks how a deal was closed. Closes with the chosen stage, or without a result. */
export default class ClosedStageModal extends LightningModal {
  @api options: readonly { readonly label: string; readonly value: string }[] = [];
  value = '';

  get incomplete(): boolean {
    return this.value === '';
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.value = event.detail.value;
  }

  handleCancel(): void {
    this.close(undefined);
  }

  handleSave(): void {
    this.close(this.value);
  }
}
