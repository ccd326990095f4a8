import { LightningElement, api } from 'lwc';
import type { ApplicationModel, SessionModel } from '../../../../model/types.ts';

/** The bar above everything: whose org, search, and who is looking. */
export default class Header extends LightningElement {
  @api application?: ApplicationModel;
  @api session?: SessionModel;

  get markStyle(): string {
    return this.application?.color === undefined ? '' : `background-color: ${this.application.color}`;
  }
}
