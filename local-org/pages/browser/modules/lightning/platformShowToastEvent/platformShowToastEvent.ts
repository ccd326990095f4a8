export const ShowToastEventName = 'lightning__showtoast';

export interface ToastAttributes {
  readonly title?: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

/** Asks the shell to show a toast; dispatch it from a component. */
export class ShowToastEvent extends CustomEvent<ToastAttributes> {
  constructor(attributes: ToastAttributes) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: attributes });
  }
}
