import { LightningElement, api } from 'lwc';

/** `flexipage:richText`: words placed on a page. */
export default class RichText extends LightningElement {
  @api richTextValue = '';
}
