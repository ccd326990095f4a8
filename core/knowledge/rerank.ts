import { createKnowledgeIndex } from './create-knowledge-index.ts';
import type { KnowledgeEntry, SearchHit, SearchOptions } from './types.ts';

/**
 * Orders what the org's full-text search returned as the index would, best first. Candidates in which the engine finds
 * none of the words (the org's search knows synonyms) come last, in the order given. Rarity is that among the candidates.
 */
export function rerank(
  query: string,
  candidates: readonly KnowledgeEntry[],
  options: Omit<SearchOptions, 'facets'> = {},
): SearchHit[] {
  const { hits } = createKnowledgeIndex(candidates).search(query, { ...options, limit: candidates.length });
  const found = new Set(hits.map(({ entry }) => entry.id));
  const rest = new Map(candidates.filter(({ id }) => !found.has(id)).map((entry) => [entry.id, entry]));
  const unexplained = options.filter ? [] : [...rest.values()];
  return [...hits, ...unexplained.map((entry) => ({ entry, score: 0, coverage: 0, likeness: 0, reasons: [] }))].slice(
    0,
    options.limit ?? candidates.length,
  );
}
