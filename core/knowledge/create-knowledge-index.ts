import { createCorpus } from './index/corpus.ts';
import { createSearch } from './rank/create-search.ts';
import type { KnowledgeEntry, SearchOptions, SearchResult, SearchWeights } from './types.ts';

/** Entries that can be searched. What a search finds depends on the entries alone, not on how they came and went. */
export interface KnowledgeIndex {
  /** Adds an entry, in place of one with the same id. */
  add(entry: KnowledgeEntry): void;
  /** Takes an entry out; false where there is none with this id. */
  remove(id: string): boolean;
  entry(id: string): KnowledgeEntry | undefined;
  size(): number;
  /** The entries that fit best. A blank query finds everything that passes the filter, newest first. */
  search(query: string, options?: SearchOptions): SearchResult;
}

/** So many places of entries that were taken out may stay empty beside as many as there are entries. */
const MOST_HOLES = 1000;

/**
 * An index over the entries. `fixed` are the weights to rank by; without them they are chosen from the corpus
 * (see chooseWeights).
 */
export function createKnowledgeIndex(entries: Iterable<KnowledgeEntry> = [], fixed?: SearchWeights): KnowledgeIndex {
  let corpus = createCorpus();
  let search = createSearch(corpus, fixed);

  const put = (entry: KnowledgeEntry) => {
    corpus.remove(entry.id);
    corpus.add(entry);
  };

  /** Builds everything anew where most of it is what was left behind. */
  function tidy(): void {
    if (corpus.entries.length <= 2 * corpus.numbers.size + MOST_HOLES) return;
    const kept = corpus.entries.filter((entry) => entry !== undefined);
    corpus = createCorpus();
    search = createSearch(corpus, fixed);
    for (const entry of kept) corpus.add(entry);
  }

  for (const entry of entries) put(entry);

  return {
    add(entry) {
      put(entry);
      tidy();
    },
    remove(id) {
      const removed = corpus.remove(id);
      tidy();
      return removed;
    },
    entry: (id) => corpus.entries[corpus.numbers.get(id) ?? -1],
    size: () => corpus.numbers.size,
    search: (text, options = {}) => search(text, options),
  };
}
