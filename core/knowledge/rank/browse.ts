import type { Corpus } from '../index/corpus.ts';
import type { SearchHit } from '../types.ts';

/** The newest of the entries with these numbers, as hits; entries without a date come last, ties go by id. */
export function browseNewest(corpus: Corpus, numbers: readonly number[], limit: number): SearchHit[] {
  const dated = numbers.flatMap((number) => {
    const entry = corpus.entries[number];
    return entry ? [entry] : [];
  });
  dated.sort((a, b) => {
    const [dateA, dateB] = [a.updatedAt ?? '', b.updatedAt ?? ''];
    if (dateA !== dateB) return dateA > dateB ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  return dated.slice(0, limit).map((entry) => ({ entry, score: 0, coverage: 0, likeness: 0, reasons: [] }));
}
