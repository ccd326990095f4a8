import { LightningElement, api } from 'lwc';
import type { FieldInfo } from '../../../data/object-info.ts';

type Content = string | number | boolean | null | undefined;
type Input = HTMLElement & {
  setCustomValidity?(message: string): void;
  reportValidity?(): boolean;
};

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Currency: 'number',
  Double: 'number',
  Int: 'number',
  Percent: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Phone: 'tel',
  Url: 'url',
};

const SAFE_DIGITS = 15;

/** An input for one field. Fires `fieldchange` with `{ name, value }`, blank as null. */
export default class InputField extends LightningElement {
  @api field?: FieldInfo;
  @api content?: Content;
  @api options: readonly { readonly label: string; readonly value: string }[] = [];

  get label(): string {
    return this.field?.label ?? '';
  }

  get text(): string {
    return this.content === null || this.content === undefined ? '' : String(this.content);
  }

  get inputType(): string {
    return INPUT_TYPES[this.field?.dataType ?? ''] ?? 'text';
  }

  get step(): string {
    const scale = this.field?.scale ?? 0;
    return scale > 0 ? (1 / 10 ** scale).toFixed(scale) : '1';
  }

  /** The base component takes a number that JavaScript cannot hold exactly for no number at all: it must not be typed. */
  get maxLength(): number | undefined {
    return this.inputType === 'number' ? SAFE_DIGITS : this.field?.length;
  }

  get isPicklist(): boolean {
    return this.field?.dataType === 'Picklist';
  }

  get isMultiPicklist(): boolean {
    return this.field?.dataType === 'MultiPicklist';
  }

  get isLongText(): boolean {
    return this.field?.dataType === 'TextArea';
  }

  get isCheckbox(): boolean {
    return this.field?.dataType === 'Boolean';
  }

  get choices(): readonly { readonly label: string; readonly value: string }[] {
    return this.isPicklist && this.field?.required !== true
      ? [{ label: '--None--', value: '' }, ...this.options]
      : this.options;
  }

  get chosen(): readonly string[] {
    return this.text === '' ? [] : this.text.split(';');
  }

  /** Puts the cursor into the input. */
  @api
  focus(): void {
    this.input?.focus();
  }

  /** Shows the org's objection at the input; an empty text takes it away. */
  @api
  showError(message: string): void {
    this.input?.setCustomValidity?.(message);
    this.input?.reportValidity?.();
  }

  /** False, shown at the input, when what was typed cannot be saved. */
  @api
  validate(): boolean {
    return this.input?.reportValidity?.() ?? true;
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.announce(value === '' ? null : this.inputType === 'number' ? Number(value) : value);
  }

  handleCheck(event: CustomEvent<{ checked: boolean }>): void {
    this.announce(event.detail.checked);
  }

  handleChoices(event: CustomEvent<{ value: readonly string[] }>): void {
    this.announce(event.detail.value.length === 0 ? null : event.detail.value.join(';'));
  }

  private get input(): Input | null | undefined {
    return this.template?.querySelector<Input>('.input');
  }

  private announce(value: Content): void {
    this.input?.setCustomValidity?.('');
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { name: this.field?.apiName, value } }));
  }
}
