import { queries, records } from '../../../data/org-data.ts';

export const REFRESH_COMPLETE = 'success';
export const REFRESH_COMPLETE_WITH_ERRORS = 'error';
export const REFRESH_ERROR = 'error';

export type RefreshStatus = 'success' | 'error';
export type RefreshHandler = (started: Promise<RefreshStatus>) => unknown;

const EVENT = 'lightning__refresh';
const handlers = new Map<number, { readonly element: unknown; readonly handler: RefreshHandler }>();
let lastId = 0;

/** Dispatched by a component that changed data in a way the page cannot know of. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(EVENT, { bubbles: true, composed: true });
  }
}

/** Has `handler` called at every refresh of the page. Returns an id for {@link unregisterRefreshHandler}. */
export function registerRefreshHandler(element: unknown, handler: RefreshHandler): number {
  lastId += 1;
  handlers.set(lastId, { element, handler });
  return lastId;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

/** Containers of their own are not needed here: the page is the one container. */
export function registerRefreshContainer(element: unknown, handler: RefreshHandler): number {
  return registerRefreshHandler(element, handler);
}

export function unregisterRefreshContainer(id: number): void {
  handlers.delete(id);
}

document.addEventListener(EVENT, () => void refreshPage());

/** Reloads the records in use (so the standard components are true again) and calls every handler. */
async function refreshPage(): Promise<void> {
  const standard = Promise.all([records.refreshAll(), queries.refreshWatched()]).then(
    (): RefreshStatus => REFRESH_COMPLETE,
    (): RefreshStatus => REFRESH_ERROR,
  );
  await Promise.allSettled([...handlers.values()].map(async ({ handler }) => handler(standard)));
}
