import type { IsoDateTime } from '../situation/types.ts';

/** What is searched: a question with its answers, a nugget, or any text. Never mutated. */
export interface KnowledgeEntry {
  readonly id: string;
  /** What it is, for the facet: `question`, `nugget`, … */
  readonly kind?: string;
  readonly title?: string;
  readonly body?: string;
  readonly acceptedAnswer?: string;
  /** Answers other than the accepted one. */
  readonly answers?: readonly string[];
  /** What a thread comes to, in the community's words. It is searched like an answer, but is none. */
  readonly summary?: string;
  readonly tags?: readonly string[];
  /** Sum of votes over the answers (or of helpful less not helpful); may be negative. */
  readonly votes?: number;
  readonly verified?: boolean;
  /** When the entry, or the newest answer, was written. */
  readonly updatedAt?: IsoDateTime;
}

/** The parts of an entry that are weighted apart, in the order in which frequencies are packed. */
export const FIELDS = ['title', 'body', 'acceptedAnswer', 'answers', 'tags'] as const;
export type Field = (typeof FIELDS)[number];

/** Numbers of one set of weights, tuned for one shape of corpus. */
export interface SearchWeights {
  /** Saturation of the combined term frequency (BM25F's k1). */
  readonly saturation: number;
  /** What one occurrence counts, by field in the order of FIELDS. */
  readonly fieldWeights: readonly number[];
  /** How much length counts against an occurrence (BM25F's b), by field, 0–1. */
  readonly lengthWeights: readonly number[];
  /** What a word of asking counts in a query, 0–1. */
  readonly requestWord: number;
  /** What a spelling neighbour of an unknown word counts, 0–1. */
  readonly respelled: number;
  /** Share of the score for neighbouring words of the query that are neighbours in the text. */
  readonly phrases: number;
  /** Share of the score for neighbouring words of the query that stand near each other in the text. */
  readonly nearness: number;
  /** Share of the score for the characters that query and title have in common. */
  readonly characters: number;
}

/** What to leave out. Every condition that is given must hold. */
export interface SearchFilter {
  /** The entry has each of these tags. */
  readonly tags?: readonly string[];
  /** The entry is of one of these kinds. */
  readonly kinds?: readonly string[];
  /** The entry has an answer, or has none. */
  readonly answered?: boolean;
  readonly verified?: boolean;
}

export interface SearchOptions {
  /** How many hits to give back. Default 20. */
  readonly limit?: number;
  /** The moment from which age counts; without it age counts for nothing. */
  readonly now?: Date;
  readonly filter?: SearchFilter;
  /** The last word may be unfinished, as while somebody types. Default false. */
  readonly typing?: boolean;
  /** Count the facets of everything found. Default false. */
  readonly facets?: boolean;
}

export type SearchReasonCode = 'words' | 'phrase' | 'title' | 'accepted' | 'verified' | 'votes' | 'recent' | 'text';

/** Why an entry was found, or stands where it stands. `labelKey` names a label with places for `values`. */
export interface SearchReason {
  readonly code: SearchReasonCode;
  readonly labelKey: SearchReasonLabelKey;
  /** Words of the query as typed, or as the texts spell what was misspelled; a number as plain text; or none. */
  readonly values: readonly string[];
  /** What it adds to the score. */
  readonly strength: number;
}

export type SearchReasonLabelKey =
  | 'searchReasonWords'
  | 'searchReasonPhrase'
  | 'searchReasonTitle'
  | 'searchReasonAccepted'
  | 'searchReasonVerified'
  | 'searchReasonVotes'
  | 'searchReasonRecent'
  | 'searchReasonText';

export interface SearchHit {
  readonly entry: KnowledgeEntry;
  /** Orders the hits of one query; not comparable between queries. */
  readonly score: number;
  /** How much of what was asked the entry covers, 0–1, by the rarity of the words; comparable between queries. */
  readonly coverage: number;
  /** How alike the query and the entry's title are, 0–1. */
  readonly likeness: number;
  /** Strongest first. */
  readonly reasons: readonly SearchReason[];
}

/** A value that entries share, and how many of what was found have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Each facet's values, most frequent first. */
export interface Facets {
  readonly tags: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
  readonly answered: number;
  readonly verified: number;
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** How many entries were found in all. */
  readonly total: number;
  readonly facets?: Facets;
}
