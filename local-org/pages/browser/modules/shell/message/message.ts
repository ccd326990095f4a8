import { LightningElement, api } from 'lwc';

/** A page that has nothing to show, in words. */
export default class Message extends LightningElement {
  @api heading = '';
  @api text = '';
}
