import { createKnowledgeIndex } from './create-knowledge-index.ts';
import { type Duplicate, type DuplicateOptions, findDuplicates, type QuestionDraft } from './find-duplicates.ts';
import type { KnowledgeEntry } from './types.ts';

/** What is known, while a question is written, of the questions there are: it grows with each answer of the org. */
export interface DuplicateWatch {
  /** Takes in what was found; what is known already costs nothing. */
  learn(entries: Iterable<KnowledgeEntry>): void;
  /** What may ask the same as the draft, among what is known; so a key need not wait for the org. */
  alike(draft: QuestionDraft, options?: DuplicateOptions): Duplicate[];
}

/** Of more, what was learned first is forgotten first. */
const MOST_KNOWN = 2000;

/** A watch that knows nothing yet. Its index is built once and kept. */
export function createDuplicateWatch(mostKnown = MOST_KNOWN): DuplicateWatch {
  const index = createKnowledgeIndex();
  const known = new Map<string, string>();
  return {
    learn(entries) {
      for (const entry of entries) {
        const content = JSON.stringify(entry);
        if (known.get(entry.id) === content) continue;
        known.delete(entry.id);
        known.set(entry.id, content);
        index.add(entry);
      }
      for (const id of known.keys()) {
        if (known.size <= mostKnown) break;
        known.delete(id);
        index.remove(id);
      }
    },
    alike: (draft, options) => findDuplicates(draft, index, options),
  };
}
