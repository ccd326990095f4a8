import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import type { PageItem, PageTab } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';
import { formFactor } from '../../../runtime.ts';
import { isVisible, recordFieldsOf, type Fact } from '../../../data/visibility.ts';
import { standardComponents } from './standardComponents.ts';

/** One thing placed on a page: a deployed component, a standard one, tabs, or fields; shown when its rule holds. */
export default class PageItemElement extends LightningElement {
  @api item?: PageItem;
  @api recordId?: string;
  @api objectApiName?: string;

  private record: RecordRepresentation | undefined;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$ruleFields' })
  wiredRecord({ data }: WireResult<RecordRepresentation>): void {
    if (data !== undefined) this.record = data;
  }

  get ruleFields(): readonly string[] {
    return recordFieldsOf(this.item?.visibility).map((field) => `${this.objectApiName ?? ''}.${field}`);
  }

  get visible(): boolean {
    const waits = this.ruleFields.length > 0 && this.record === undefined;
    return !waits && isVisible(this.item?.visibility, (left) => this.factOf(left));
  }

  get standardComponent(): unknown {
    if (this.item?.kind === 'fields') return standardComponents['force:detailPanel'];
    return this.item?.kind === 'component' ? standardComponents[this.item.name] : undefined;
  }

  get standardProperties(): Readonly<Record<string, unknown>> {
    const place = { recordId: this.recordId, objectApiName: this.objectApiName };
    if (this.item?.kind === 'fields')
      return { ...place, sections: [{ label: this.item.label, columns: this.item.columns }] };
    return this.item?.kind === 'component' ? { ...place, ...this.item.properties } : place;
  }

  get customName(): string | undefined {
    return this.item?.kind === 'component' && this.item.name.startsWith('c:') ? this.item.name.slice(2) : undefined;
  }

  get tabs(): readonly PageTab[] | undefined {
    return this.item?.kind === 'tabs' ? this.item.tabs : undefined;
  }

  get activeTab(): string | undefined {
    return (this.tabs?.find(({ active }) => active) ?? this.tabs?.[0])?.id;
  }

  get unsupportedName(): string {
    return this.item?.kind === 'component' ? this.item.name : '';
  }

  private factOf(left: string): Fact {
    if (left.startsWith('Record.')) {
      const value = getFieldValue(this.record, `${this.objectApiName ?? ''}.${left.slice('Record.'.length)}`);
      return typeof value === 'object' ? null : value;
    }
    return left === '$Client.FormFactor' ? formFactor : boot.session.visibilityFacts[left];
  }
}
