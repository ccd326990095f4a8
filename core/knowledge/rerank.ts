import { createKnowledgeIndex } from './create-knowledge-index.ts';
import { createFilter } from './rank/filter-entries.ts';
import type { KnowledgeEntry, SearchHit, SearchOptions, SearchReason } from './types.ts';

/** The org has the words in a text that the candidate does not carry, or knows another word for them. */
const IN_TEXT: SearchReason = { code: 'text', labelKey: 'searchReasonText', values: [], strength: 0 };

/**
 * Orders what the org's full-text search returned as the index would, best first. Candidates in which the engine finds
 * none of the words (the org's search reads texts that are not here, and knows synonyms) come last, in the order given,
 * and say so. Rarity is that among the candidates. A filter takes away, and changes nothing of what it leaves.
 */
export function rerank(
  query: string,
  candidates: readonly KnowledgeEntry[],
  options: Omit<SearchOptions, 'facets'> = {},
): SearchHit[] {
  const index = createKnowledgeIndex(candidates);
  const { hits } = index.search(query, { ...options, filter: undefined, limit: candidates.length });
  const found = new Set(hits.map(({ entry }) => entry.id));
  const rest = new Map(candidates.filter(({ id }) => !found.has(id)).map((entry) => [entry.id, entry]));
  const unexplained = [...rest.values()].map((entry) => ({
    entry,
    score: 0,
    coverage: 0,
    likeness: 0,
    reasons: [IN_TEXT],
  }));
  const passes = createFilter(options.filter ?? {});
  return [...hits, ...unexplained].filter(({ entry }) => passes(entry)).slice(0, options.limit ?? candidates.length);
}
