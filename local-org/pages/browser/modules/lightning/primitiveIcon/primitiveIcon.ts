import { LightningElement, api } from 'lwc';

const SIZES = ['xx-small', 'x-small', 'small', 'large'];
const TEXT_VARIANTS = ['error', 'warning', 'success'];

/**
 * Draws one icon out of the SLDS sprites. It stands in for the base components' own, which carries every icon as a
 * template of its own: thousands of modules that no page needs.
 */
export default class PrimitiveIcon extends LightningElement {
  @api src?: string;
  @api svgClass?: string;
  @api size = 'medium';
  @api variant = '';
  @api iconName?: string;

  get name(): string {
    return this.iconName?.split(':')[1] ?? '';
  }

  get href(): string {
    if (this.src !== undefined && this.src !== '') return this.src;
    const [category, name] = this.iconName?.split(':') ?? [];
    return category === undefined || name === undefined
      ? ''
      : `/assets/icons/${category}-sprite/svg/symbols.svg#${name}`;
  }

  get computedClass(): string {
    const classes = [this.svgClass ?? ''];
    if (this.variant !== 'bare') classes.push('slds-icon');
    if (TEXT_VARIANTS.includes(this.variant)) classes.push(`slds-icon-text-${this.variant}`);
    else if (this.variant !== 'bare' && this.variant !== 'inverse' && !this.src) classes.push('slds-icon-text-default');
    if (SIZES.includes(this.size)) classes.push(`slds-icon_${this.size}`);
    return classes.join(' ').trim();
  }
}
