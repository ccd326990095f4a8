declare module '*.html' {
  const template: unknown;
  export default template;
}
declare module 'virtual:components' {
  import type { LightningElement } from 'lwc';
  type Constructor = new () => LightningElement;
  /** The deployed components by name, each loaded on demand. */
  export const components: Readonly<Record<string, () => Promise<{ readonly default: Constructor }>>>;
}
declare module 'lightning/toast' {
  const Toast: {
    show(
      config: { label: string; message?: string; messageLinks?: unknown; variant?: string; mode?: string },
      source?: unknown,
    ): void;
  };
  export default Toast;
}
declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  /** The base class of modals; `open` resolves with what `close` is given. */
  export default class LightningModal extends LightningElement {
    static open(
      options: { readonly label: string; readonly size?: string } & Readonly<Record<string, unknown>>,
    ): Promise<unknown>;
    label: string;
    size: string;
    disableClose: boolean;
    close(result: unknown): void;
  }
}
declare module 'shell/*';
