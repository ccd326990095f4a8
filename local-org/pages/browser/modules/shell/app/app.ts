import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { ShowToastEventName, type ToastAttributes } from 'lightning/platformShowToastEvent';
import Toast from 'lightning/toast';
import { boot } from '../../../boot.ts';
import { goTo, urlOf } from '../../../data/history.ts';
import type { PageReference } from '../../../data/page-url.ts';
import { tabOf, viewOf, type View } from '../../../data/view.ts';
import { formFactor } from '../../../runtime.ts';

/** The Lightning shell: header, navigation bar, the page of the current URL, and toasts. */
export default class App extends LightningElement {
  application = boot.application;
  session = boot.session;
  views: readonly View[] = [];
  tabName = '';

  @wire(CurrentPageReference)
  wiredPage(reference: PageReference): void {
    const view = viewOf(reference, boot, formFactor === 'Small');
    const moved = view.key !== this.views[0]?.key;
    this.views = [view];
    this.tabName = tabOf(view, boot.application) ?? '';
    document.title = `${view.heading} | ${boot.application.label}`;
    if (moved) window.scrollTo(0, 0);
  }

  connectedCallback(): void {
    // On the document, because dialogs are no children of the shell; and before the container of toasts, which listens
    // to events of the same name, made by `Toast.show`.
    document.addEventListener(ShowToastEventName, this.handleToast as EventListener, { capture: true });
    document.addEventListener('click', handleLink);
  }

  disconnectedCallback(): void {
    document.removeEventListener(ShowToastEventName, this.handleToast as EventListener, { capture: true });
    document.removeEventListener('click', handleLink);
  }

  private readonly handleToast = (event: CustomEvent<ToastAttributes>): void => {
    if ('toast' in event.detail) return;
    event.stopPropagation();
    const { title, message, messageData, variant = 'info', mode = 'dismissible' } = event.detail;
    const links = messageData?.map((part) => (typeof part === 'string' ? { label: part } : part));
    Toast.show(
      {
        label: title ?? message ?? '',
        ...(title === undefined || message === undefined ? {} : { message }),
        ...(links === undefined ? {} : { messageLinks: links }),
        variant,
        mode: mode === 'pester' ? 'dismissible' : mode,
      },
      this,
    );
  };
}

/** A plain link to a page of this site moves there without loading the page again. */
function handleLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const anchor = event
    .composedPath()
    .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
  if (anchor === undefined || anchor.target === '_blank' || !anchor.hasAttribute('href')) return;
  const url = recordLink(anchor) ?? anchor.href;
  const { origin, pathname } = new URL(url, window.location.href);
  if (origin !== window.location.origin || !pathname.startsWith('/lightning/')) return;
  event.preventDefault();
  goTo(url);
}

/** `/006…` is a record's address too. */
function recordLink(anchor: HTMLAnchorElement): string | undefined {
  const recordId = /^\/([a-zA-Z0-9]{18}|[a-zA-Z0-9]{15})$/.exec(anchor.pathname)?.[1];
  return recordId === undefined ? undefined : urlOf({ type: 'standard__recordPage', attributes: { recordId } });
}
