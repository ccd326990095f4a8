import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import type { ObjectModel } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';
import { errorMessage } from '../../../api/org-request.ts';
import { fieldsToRead } from '../../../data/record-fields.ts';
import { fieldCell, type FieldCell } from '../../../data/field-cell.ts';

/** `force:highlightsPanel`: what the record is, and its key fields from the compact layout. */
export default class HighlightsPanel extends LightningElement {
  @api recordId?: string;
  @api objectApiName = '';

  private info: ObjectInfo | undefined;
  private record: RecordRepresentation | undefined;
  message = '';

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  wiredInfo({ data, error }: WireResult<ObjectInfo>): void {
    if (data !== undefined) this.info = data;
    if (error !== undefined) this.message = errorMessage(error);
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$nameFields', optionalFields: '$wantedFields' })
  wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
    if (data !== undefined) {
      this.record = data;
      this.message = '';
    }
    if (error !== undefined) this.message = errorMessage(error);
  }

  get object(): ObjectModel | undefined {
    return boot.objects[this.objectApiName];
  }

  get objectLabel(): string {
    return this.object?.label ?? '';
  }

  get icon(): string {
    return this.object?.icon ?? 'standard:default';
  }

  /** Nothing is read before the object's description is here: one request then brings all. */
  get nameFields(): readonly string[] {
    return this.info === undefined ? [] : [`${this.objectApiName}.${this.object?.nameField ?? 'Name'}`];
  }

  get wantedFields(): readonly string[] {
    return this.info === undefined ? [] : fieldsToRead(this.info, this.object?.highlights ?? []);
  }

  get name(): string {
    return String(this.record?.fields[this.object?.nameField ?? 'Name']?.value ?? '');
  }

  get fields(): readonly FieldCell[] {
    const { info, record } = this;
    const names = this.object?.highlights ?? [];
    if (info === undefined) return names.map((name) => ({ name, label: '\u00a0', known: false }));
    return names.flatMap((name) => {
      const field = info.fields[name];
      return field === undefined ? [] : [fieldCell(record, field)];
    });
  }
}
