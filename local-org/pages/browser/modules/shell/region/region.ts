import { LightningElement, api } from 'lwc';
import type { PageItem } from '../../../../model/types.ts';

/** The components of one region, below each other. */
export default class Region extends LightningElement {
  @api items: readonly PageItem[] = [];
  @api recordId?: string;
  @api objectApiName?: string;
}
