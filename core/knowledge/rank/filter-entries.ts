import { hasAnswer } from '../index/corpus.ts';
import type { KnowledgeEntry, SearchFilter } from '../types.ts';

/** Whether an entry passes a filter; tags are compared without regard to case. */
export function createFilter(filter: SearchFilter): (entry: KnowledgeEntry) => boolean {
  const tags = filter.tags?.map((tag) => tag.toLowerCase()) ?? [];
  return (entry) => {
    if (filter.kinds && !filter.kinds.includes(entry.kind ?? '')) return false;
    if (filter.answered !== undefined && hasAnswer(entry) !== filter.answered) return false;
    if (filter.verified !== undefined && (entry.verified ?? false) !== filter.verified) return false;
    if (tags.length === 0) return true;
    const own = new Set(entry.tags?.map((tag) => tag.toLowerCase()));
    return tags.every((tag) => own.has(tag));
  };
}
