import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, updateRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { LayoutSection } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';
import { errorMessage, type FetchResponseError, type WriteErrorBody } from '../../../api/org-request.ts';
import { detailSections } from '../../../data/detail-sections.ts';
import { MASTER_RECORD_TYPE, picklistValues, type PicklistValues } from '../../../data/object-info.ts';
import { fieldsToRead } from '../../../data/record-fields.ts';

type InputElement = HTMLElement & { showError(message: string): void; validate(): boolean };

/** `force:detailPanel`: the fields of the page layout; a pencil turns the editable ones into inputs. */
export default class DetailPanel extends LightningElement {
  @api recordId?: string;
  @api objectApiName = '';
  /** Sections placed on the page itself; without them the page layout's are shown. */
  @api sections?: readonly LayoutSection[];

  private info: ObjectInfo | undefined;
  private record: RecordRepresentation | undefined;
  private picklists: Readonly<Record<string, PicklistValues>> = {};
  /** Changed values by field. Inputs keep what was typed themselves: what cannot be saved has no value to give back. */
  private drafts: Readonly<Record<string, unknown>> = {};
  private focusOn: string | undefined;
  editing = false;
  saving = false;
  message = '';
  formError = '';

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  wiredInfo({ data, error }: WireResult<ObjectInfo>): void {
    if (data !== undefined) this.info = data;
    if (error !== undefined) this.message = errorMessage(error);
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$wantedFields' })
  wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
    if (data !== undefined) {
      this.record = data;
      this.message = '';
    }
    if (error !== undefined) this.message = errorMessage(error);
  }

  get waiting(): boolean {
    return this.info === undefined || this.record === undefined;
  }

  get layout(): readonly LayoutSection[] {
    return this.sections ?? boot.objects[this.objectApiName]?.sections ?? [];
  }

  get wantedFields(): readonly string[] {
    if (this.info === undefined) return [];
    return fieldsToRead(
      this.info,
      this.layout.flatMap(({ columns }) => columns.flat()),
    );
  }

  get shownSections(): readonly object[] {
    if (this.info === undefined || this.record === undefined) return [];
    return detailSections(this.layout, this.info, this.record, {
      editing: this.editing,
      picklists: this.picklists,
    });
  }

  async handleEdit(event: Event): Promise<void> {
    this.focusOn = (event.currentTarget as HTMLElement & { name: string }).name;
    try {
      this.picklists = await picklistValues(this.objectApiName, this.info?.defaultRecordTypeId ?? MASTER_RECORD_TYPE);
    } catch (error) {
      this.formError = errorMessage(error);
    }
    this.editing = true;
  }

  handleFieldChange(event: CustomEvent<{ name: string; value: unknown }>): void {
    this.drafts = { ...this.drafts, [event.detail.name]: event.detail.value };
  }

  handleCancel(): void {
    this.editing = false;
    this.drafts = {};
    this.formError = '';
  }

  async handleSave(): Promise<void> {
    const inputs = [...(this.template?.querySelectorAll<InputElement>('[data-input]') ?? [])];
    if (!inputs.map((input) => input.validate()).every(Boolean)) return;
    if (Object.keys(this.drafts).length === 0) return this.handleCancel();
    this.saving = true;
    this.formError = '';
    try {
      await updateRecord({ fields: { Id: this.recordId, ...this.drafts } });
      this.handleCancel();
      this.dispatchEvent(
        new ShowToastEvent({ title: `${this.info?.label ?? 'Record'} was saved.`, variant: 'success' }),
      );
    } catch (error) {
      this.showErrors(error, inputs);
    } finally {
      this.saving = false;
    }
  }

  /** Each objection stands at its field; what concerns no visible field stands beside the buttons. */
  private showErrors(error: unknown, inputs: readonly InputElement[]): void {
    const output = ((error as Partial<FetchResponseError>).body as WriteErrorBody | undefined)?.output;
    const unplaced = (output?.errors ?? []).map(({ message }) => message);
    for (const [field, errors] of Object.entries(output?.fieldErrors ?? {})) {
      const text = errors.map(({ message }) => message).join(' ');
      const input = inputs.find(({ dataset }) => dataset['input'] === field);
      if (input === undefined) unplaced.push(text);
      else input.showError(text);
    }
    if (output === undefined) unplaced.push(errorMessage(error));
    this.formError = unplaced.length > 0 ? unplaced.join(' ') : 'Review the errors on this page.';
  }

  renderedCallback(): void {
    if (!this.editing || this.focusOn === undefined) return;
    this.template?.querySelector<HTMLElement>(`[data-input="${this.focusOn}"]`)?.focus();
    this.focusOn = undefined;
  }
}
