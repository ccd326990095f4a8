import type { ThreadChange } from './changes';
import type { Thread } from './thread';

/** What follows a change. */
export interface Aftermath {
  /** Runs where the org refused the change: gives back what was written. */
  readonly refused?: () => void;
  /** What to say once it is saved, and how to take it back. */
  readonly said?: string;
  readonly undo?: () => void;
}

/** What was changed last, and how to take it back. */
export interface Done {
  readonly said: string;
  readonly undo: () => void;
}

/** The page that a queue of changes works for. */
export interface ThreadPage {
  thread?: Thread;
  /** The thread as the org has it. */
  readonly saved?: Thread;
  done?: Done;
  /** Runs a write; false where the org refused it, which was said. */
  attempt(write: () => Promise<unknown>): Promise<boolean>;
  /** Asks the org for the thread anew. */
  reload(): Promise<void>;
}

/**
 * Shows each change at once and saves it after the changes before it. Where the org refuses one, what the org has is
 * shown again and what was written is given back.
 */
export function createChangeQueue(page: ThreadPage) {
  let saving: Promise<void> = Promise.resolve();
  return (change: ThreadChange, save: () => Promise<unknown>, { refused, said, undo }: Aftermath = {}): void => {
    if (!page.thread) return;
    page.thread = change(page.thread);
    page.done = undefined;
    saving = saving.then(async () => {
      if (await page.attempt(save)) {
        if (said && undo) page.done = { said, undo };
        await page.reload();
        return;
      }
      page.thread = page.saved;
      refused?.();
    });
  };
}
