import { LightningElement, api } from 'lwc';

/** sfdx-lwc-jest has no stub for `lightning/modal`: this one records `open` and fires `close` with the result. */
export default class LightningModal extends LightningElement {
  @api label;
  @api size;
  @api description;
  @api disableClose;

  static open = jest.fn().mockResolvedValue(undefined);

  close(result) {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}
