import { objectOfId } from './org-data.ts';
import type { PageReference, PageTarget } from './page-url.ts';
import { pageReference, pageUrl } from './page-url.ts';

type Listener = (reference: PageReference) => void;

const listeners = new Set<Listener>();
let current = read();

window.addEventListener('popstate', announce);

/** Where the browser is. */
export function currentPage(): PageReference {
  return current;
}

/** Calls the listener at every change of place until the returned function is called. */
export function onPageChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to a place of this site without loading the page again; other sites open in a new tab. */
export function goTo(url: string, replace = false): void {
  const target = new URL(url, window.location.href);
  if (target.origin !== window.location.origin || !target.pathname.startsWith('/lightning/')) {
    window.open(target.href, '_blank', 'noopener');
    return;
  }
  if (target.href !== window.location.href) window.history[replace ? 'replaceState' : 'pushState']({}, '', target.href);
  announce();
}

export function urlOf(target: PageTarget): string | undefined {
  return pageUrl(target, objectOfId);
}

function announce(): void {
  current = read();
  for (const listener of listeners) listener(current);
}

function read(): PageReference {
  return pageReference(new URL(window.location.href), objectOfId);
}
