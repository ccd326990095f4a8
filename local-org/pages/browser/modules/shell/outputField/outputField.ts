import { LightningElement, api } from 'lwc';
import { boot } from '../../../boot.ts';
import { urlOf } from '../../../data/history.ts';
import { objectOfId } from '../../../data/org-data.ts';

/** One value, formatted for its type (`Currency`, `Date`, `Reference`, …). */
export default class OutputField extends LightningElement {
  @api type = 'String';
  @api content?: string | number | boolean | null;
  /** The text instead of the value: a picklist's label, the name of the record a lookup points to. */
  @api display?: string | null;
  /** The record to link to, for names and lookups. */
  @api linkTo?: string | null;
  @api scale?: number;
  @api html?: boolean;

  currency = boot.session.currency;

  get blank(): boolean {
    const { content } = this;
    return content === undefined || content === null || content === '';
  }

  get text(): string {
    return String(this.display ?? this.content ?? '');
  }

  /** Records that have no page (a role, a profile) are plain text. */
  get isLink(): boolean {
    return typeof this.linkTo === 'string' && objectOfId(this.linkTo) !== undefined;
  }

  get href(): string {
    return urlOf({ type: 'standard__recordPage', attributes: { recordId: this.linkTo ?? '' } }) ?? '';
  }

  get isNumber(): boolean {
    return ['Currency', 'Double', 'Int', 'Percent'].includes(this.type);
  }

  get numberStyle(): string {
    return this.type === 'Currency' ? 'currency' : this.type === 'Percent' ? 'percent-fixed' : 'decimal';
  }

  get fractionDigits(): number {
    return this.type === 'Currency' && Number(this.content) % 1 === 0 ? 0 : (this.scale ?? 2);
  }

  get isDate(): boolean {
    return this.type === 'Date';
  }

  get isMoment(): boolean {
    return this.type === 'DateTime';
  }

  get isCheckbox(): boolean {
    return this.type === 'Boolean';
  }

  get checkboxIcon(): string {
    return this.content === true ? 'utility:check' : 'utility:steps';
  }

  get checkboxText(): string {
    return this.content === true ? 'True' : 'False';
  }

  get isRichText(): boolean {
    return this.html === true;
  }

  get isUrl(): boolean {
    return this.type === 'Url';
  }

  get isEmail(): boolean {
    return this.type === 'Email';
  }

  get isPhone(): boolean {
    return this.type === 'Phone';
  }

  get isLongText(): boolean {
    return this.type === 'TextArea';
  }
}
