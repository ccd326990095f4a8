import { attempt, type ToastPage } from './attempt';

/**
 * Saves after everything that was given earlier is through.
 *
 * @param refused takes back what the page shows already, where the org refuses; later saves wait for it
 * @returns whether it was saved; does not reject
 */
export type SaveQueue = (save: () => Promise<unknown>, refused?: () => void | Promise<void>) => Promise<boolean>;

/**
 * Saves one thing after the other, in the order in which they were decided. What the org refuses is said on the page.
 *
 * @param title what was not done, where the org refuses
 */
export function createSaveQueue(page: ToastPage, title: string): SaveQueue {
  let last: Promise<boolean> = Promise.resolve(true);
  return (save, refused) => {
    last = last.then(async () => {
      const isSaved = await attempt(page, title, save);
      // What goes wrong while the page takes back is said too, and keeps nothing behind it from being saved.
      if (!isSaved && refused) await attempt(page, title, async () => refused());
      return isSaved;
    });
    return last;
  };
}
