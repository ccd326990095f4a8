import type { OwnEvent } from 'c/nuggetChoice';

export type FeedbackType = 'Helpful' | 'Not Helpful' | 'Dismissed';

/** How feedback reaches the org. */
export interface FeedbackWriter {
  /** Saves the event and gives its id. */
  create(nuggetId: string, type: FeedbackType): Promise<string>;
  undo(eventId: string): Promise<void>;
}

interface Entry {
  readonly type: FeedbackType;
  /** The event's id, or the promise of it while it is being saved. */
  readonly eventId: Promise<string>;
}

/**
 * What the person said about each nugget. A change shows at once, is saved behind it, and is taken back when saving
 * fails; the promise then rejects, so that the caller can say so.
 */
export interface FeedbackBook {
  typeOf(nuggetId: string): FeedbackType | undefined;
  /** Takes in what the org knows, except about nuggets that were touched on this page. */
  load(history: readonly OwnEvent[]): void;
  give(nuggetId: string, type: FeedbackType): Promise<void>;
  undo(nuggetId: string): Promise<void>;
}

/** @param onChange called after every change, the rollback included */
export function createFeedbackBook(writer: FeedbackWriter, onChange: () => void): FeedbackBook {
  const entries = new Map<string, Entry>();
  const touched = new Set<string>();

  const put = (nuggetId: string, entry: Entry | undefined): void => {
    touched.add(nuggetId);
    if (entry) entries.set(nuggetId, entry);
    else entries.delete(nuggetId);
    onChange();
  };

  return {
    typeOf: (nuggetId) => entries.get(nuggetId)?.type,

    load(history) {
      const latest = [...history].filter(({ undone }) => !undone).sort((a, b) => (a.at < b.at ? 1 : -1));
      for (const { nuggetId, type, id } of latest) {
        // A dismissed nugget is not shown again until its rest is over, and then afresh.
        if (touched.has(nuggetId) || entries.has(nuggetId) || (type !== 'Helpful' && type !== 'Not Helpful')) continue;
        entries.set(nuggetId, { type, eventId: Promise.resolve(id) });
      }
      onChange();
    },

    async give(nuggetId, type) {
      const before = entries.get(nuggetId);
      const entry = { type, eventId: writer.create(nuggetId, type) };
      put(nuggetId, entry);
      try {
        await entry.eventId;
      } catch (error) {
        if (entries.get(nuggetId) === entry) put(nuggetId, before);
        throw error;
      }
    },

    async undo(nuggetId) {
      const before = entries.get(nuggetId);
      if (!before) return;
      put(nuggetId, undefined);
      try {
        await writer.undo(await before.eventId);
      } catch (error) {
        if (!entries.has(nuggetId)) put(nuggetId, before);
        throw error;
      }
    },
  };
}
