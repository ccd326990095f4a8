import { LightningElement, api } from 'lwc';
import type { NavigationItem } from '../../../../model/types.ts';
import { boot } from '../../../boot.ts';

/** The app's tabs; the one of the current place is marked. */
export default class NavigationBar extends LightningElement {
  @api items: readonly NavigationItem[] = [];
  /** The name of the current tab. */
  @api current = '';

  label = boot.application.label;

  get tabs(): readonly object[] {
    return this.items.map((item) => {
      const active = item.name === this.current;
      return {
        ...item,
        current: active ? 'page' : undefined,
        className: `slds-context-bar__item${active ? ' slds-is-active' : ''}`,
      };
    });
  }

  renderedCallback(): void {
    this.template?.querySelector('.slds-is-active')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }
}
