import { findKnowledge } from './findKnowledge';
import type { Found } from './toEntries';

/** Where somebody types what they look for. */
export interface TypingPage {
  /** The text as it is now. */
  text(): string;
  /** What the org has for a text; what is typed may be another by now. */
  found(found: Found, text: string): void;
  /** Called for the text as it is now only: of an earlier one it does not matter. */
  failed(error: unknown): void;
}

/**
 * Search as somebody types: the org is asked for one text at a time, and after its answer once for what the text became
 * meanwhile. So a slow org is asked less, without a timer.
 *
 * @param find what asks the org, `findRespelled` where words may be misspelled
 * @returns what to call whenever the text changed
 */
export function createTypedSearch(page: TypingPage, find = findKnowledge): () => Promise<void> {
  let isAsking = false;
  return async function search(): Promise<void> {
    if (isAsking) return;
    const text = page.text();
    isAsking = true;
    try {
      page.found(await find(text), text);
    } catch (error) {
      if (page.text() === text) page.failed(error);
    }
    isAsking = false;
    if (page.text() !== text) await search();
  };
}
