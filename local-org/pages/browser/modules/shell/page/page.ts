import { LightningElement, api } from 'lwc';
import type { PageModel } from '../../../../model/types.ts';
import { pageGrid } from '../../../data/page-grid.ts';

/** A Lightning page: the regions of its template, filled as deployed. */
export default class Page extends LightningElement {
  @api model?: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  get rows(): readonly object[] {
    if (this.model === undefined) return [];
    return pageGrid(this.model.template, this.model.regions).map((row) => ({
      ...row,
      columns: row.columns.map((column) => ({
        ...column,
        rows: column.rows.map((regions, index) => ({
          key: index,
          regions,
          className: `region slds-col slds-size_1-of-1${regions.length > 1 ? ' slds-large-size_1-of-2' : ''}`,
        })),
      })),
    }));
  }
}
