import { messageOf } from 'c/errors';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

/** The component on whose page a toast is shown. */
export type ToastPage = Pick<EventTarget, 'dispatchEvent'>;

/**
 * Says on the page what went wrong.
 *
 * @param title what was not done
 * @param error whatever was thrown; the message is the most precise it holds
 */
export function toastError(page: ToastPage, title: string, error: unknown): void {
  page.dispatchEvent(new ShowToastEvent({ title, message: messageOf(error), variant: 'error' }));
}

/**
 * Runs a write; what the org refuses is said on the page.
 *
 * @param title what was not done, where the org refuses
 * @returns whether the org took it; does not reject
 */
export async function attempt(page: ToastPage, title: string, write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    toastError(page, title, error);
    return false;
  }
}
