import { LightningElement, api } from 'lwc';
import type { RelatedListModel } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';

/** `force:relatedListContainer`: every related list of the page layout. */
export default class RelatedLists extends LightningElement {
  @api recordId?: string;
  @api objectApiName = '';

  get lists(): readonly RelatedListModel[] {
    return boot.objects[this.objectApiName]?.relatedLists ?? [];
  }
}
