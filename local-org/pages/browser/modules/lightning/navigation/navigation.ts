import type { LightningElement } from 'lwc';
import { currentPage, goTo, onPageChange, urlOf } from '../../../data/history.ts';
import type { PageReference, PageTarget } from '../../../data/page-url.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** What the mixin adds to a component. */
export interface NavigationMethods {
  [Navigate](target: PageTarget, replace?: boolean): void;
  [GenerateUrl](target: PageTarget): Promise<string>;
}

/** TypeScript asks for `any[]` in a mixin's base; the rule of the language, not a choice. */
type ElementConstructor = new () => LightningElement;

function mixin<Base extends ElementConstructor>(base: Base): Base & (new () => NavigationMethods) {
  const Parent: ElementConstructor = base;
  class Navigating extends Parent implements NavigationMethods {
    [Navigate](target: PageTarget, replace = false): void {
      const url = urlOf(target);
      if (url === undefined)
        throw new Error(`This kind of page reference cannot be opened in local-org: ${target.type}`);
      goTo(url, replace);
    }

    [GenerateUrl](target: PageTarget): Promise<string> {
      return Promise.resolve(urlOf(target) ?? '');
    }
  }
  return Navigating as unknown as Base & (new () => NavigationMethods);
}

/** Adds `this[NavigationMixin.Navigate](pageReference)` and `this[NavigationMixin.GenerateUrl](pageReference)`. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl } as const);

/** Wire adapter: the place that the browser shows. */
export class CurrentPageReference {
  private readonly callback: (reference: PageReference) => void;
  private release: (() => void) | undefined;

  constructor(callback: (reference: PageReference) => void) {
    this.callback = callback;
  }

  connect(): void {
    this.callback(currentPage());
    this.release = onPageChange(this.callback);
  }

  update(): void {}

  disconnect(): void {
    this.release?.();
  }
}
