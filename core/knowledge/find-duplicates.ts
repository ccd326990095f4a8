import type { KnowledgeIndex } from './create-knowledge-index.ts';
import { parseQuery } from './rank/parse-query.ts';
import type { KnowledgeEntry, SearchFilter, SearchReason } from './types.ts';

/** A question while it is written, or an exchange that was captured. */
export interface QuestionDraft {
  /** Where the draft is kept already; it is no duplicate of itself. */
  readonly id?: string;
  readonly title: string;
  /** Plain text; its beginning helps where the title says too little. */
  readonly body?: string;
}

export interface DuplicateOptions {
  /** How many to give back at most. Default 5. */
  readonly limit?: number;
  readonly filter?: SearchFilter;
}

/** An entry that may ask the same. */
export interface Duplicate {
  readonly entry: KnowledgeEntry;
  /** 0–1: the geometric mean of how many of the words, by rarity, and how much of the spelling are the same. */
  readonly alike: number;
  /** Probably the same question: attach to it rather than ask anew. */
  readonly likely: boolean;
  readonly reasons: readonly SearchReason[];
}

/** From here on an entry is worth a look, and probably the same. docs/knowledge-bank.md has the figures. */
const WORTH_A_LOOK = 0.35;
const LIKELY = 0.46;
const MOST = 5;
/** A title with fewer telling words is read together with the beginning of the body. */
const TELLING_WORDS = 3;
const BODY_BEGINNING = 200;

/** Entries that may ask the same as a draft, most alike first; none where the draft says nothing yet. */
export function findDuplicates(
  draft: QuestionDraft,
  index: KnowledgeIndex,
  { limit = MOST, filter }: DuplicateOptions = {},
): Duplicate[] {
  const brief = parseQuery(draft.title).filter(({ request }) => !request).length < TELLING_WORDS;
  const text = brief && draft.body ? `${draft.title}\n${draft.body.slice(0, BODY_BEGINNING)}` : draft.title;
  if (text.trim() === '') return [];
  return index
    .search(text, { limit: limit * 4, filter })
    .hits.map(({ entry, coverage, likeness, reasons }) => {
      const alike = Math.sqrt(coverage * likeness);
      return { entry, alike, likely: alike >= LIKELY, reasons };
    })
    .filter(({ entry, alike }) => alike >= WORTH_A_LOOK && entry.id !== draft.id)
    .sort((a, b) => b.alike - a.alike || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, limit);
}
