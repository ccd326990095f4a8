import { hasAnswer } from '../index/corpus.ts';
import type { FacetCount, Facets, KnowledgeEntry } from '../types.ts';

/** How many of the entries have each tag, each kind, an answer, a verification. */
export function countFacets(entries: Iterable<KnowledgeEntry | undefined>): Facets {
  const tags = new Map<string, number>();
  const kinds = new Map<string, number>();
  let answered = 0;
  let verified = 0;
  for (const entry of entries) {
    if (!entry) continue;
    for (const tag of new Set(entry.tags)) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (entry.kind !== undefined) kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
    if (hasAnswer(entry)) answered += 1;
    if (entry.verified === true) verified += 1;
  }
  return { tags: mostFrequentFirst(tags), kinds: mostFrequentFirst(kinds), answered, verified };
}

function mostFrequentFirst(counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
