import { knowledgeLabels as labels } from 'c/labels';
import { createSaveQueue, type ToastPage } from 'c/saves';
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
export interface ThreadPage extends ToastPage {
  thread?: Thread;
  /** The thread as the org has it. */
  readonly saved?: Thread;
  done?: Done;
  /** Asks the org for the thread anew; does not reject. */
  reload(): Promise<void>;
}

/** Shows a change at once, and saves it. */
export type ChangeQueue = (change: ThreadChange, save: () => Promise<unknown>, aftermath?: Aftermath) => void;

/**
 * Shows each change at once and saves it after the changes before it. Where the org refuses one, what the org has is
 * shown again and what was written is given back.
 */
export function createChangeQueue(page: ThreadPage): ChangeQueue {
  const queue = createSaveQueue(page, labels.notSaved);
  return (change, save, { refused, said, undo } = {}) => {
    if (!page.thread) return;
    page.thread = change(page.thread);
    page.done = undefined;
    const saveAndShow = async (): Promise<void> => {
      await save();
      if (said && undo) page.done = { said, undo };
      await page.reload();
    };
    queue(saveAndShow, () => {
      page.thread = page.saved;
      refused?.();
    });
  };
}
