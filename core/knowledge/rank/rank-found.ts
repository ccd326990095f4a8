import type { Corpus } from '../index/corpus.ts';
import type { KnowledgeEntry, SearchReason, SearchWeights } from '../types.ts';
import { createNeighbours } from './neighbours.ts';
import { priorsOf } from './priors.ts';
import type { ResolvedQuery } from './query-terms.ts';
import type { TermScores } from './score-terms.ts';
import { selectBest } from './select-best.ts';
import type { TitleLikeness } from './title-likeness.ts';

/** So many of the best by terms are looked at closely. */
const LOOKED_AT = 100;

/** An entry with what its score is made of. */
export interface RankedEntry {
  readonly number: number;
  readonly entry: KnowledgeEntry;
  readonly score: number;
  /** Share of the score by terms, 0–1. */
  readonly terms: number;
  /** What word order adds. */
  readonly order: number;
  /** How alike the query and the title are, 0–1. */
  readonly likeness: number;
  /** Strengths are what they add to the score. */
  readonly priors: readonly SearchReason[];
}

/** What ranking needs beside the scores by terms. */
export interface RankInput {
  readonly corpus: Corpus;
  readonly weights: SearchWeights;
  readonly text: string;
  readonly query: ResolvedQuery;
  readonly now: Date | undefined;
  readonly titleLikeness: TitleLikeness;
}

/** The entries that were found, and how many there are. */
export interface Ranked {
  /** Best first. */
  readonly best: readonly RankedEntry[];
  readonly found: number;
}

/**
 * The best `limit` of the entries with a score that the filter accepts. The best hundred by terms are ranked anew with
 * word order, likeness of the title and priors:  score = (terms + order + characters · likeness) · (1 + Σ priors).
 * Ties go by id.
 */
export function rankFound(
  input: RankInput,
  { scores, most }: TermScores,
  limit: number,
  accepts?: (number: number) => boolean,
): Ranked {
  const { entries, idHashes } = input.corpus;
  // Which of equals are looked at is settled by a hash of the id: comparing texts would cost more than all the rest.
  const breakTie = (a: number, b: number) => (idHashes[a] ?? 0) < (idHashes[b] ?? 0);
  const { best, found } = selectBest(scores, entries.length, Math.max(limit, LOOKED_AT), breakTie, accepts);
  const lookAt = createLook(input);
  const ranked = best.flatMap((number, rank): RankedEntry[] => {
    const entry = entries[number];
    if (!entry) return [];
    const terms = most === 0 ? 0 : (scores[number] ?? 0) / most;
    const plain = { number, entry, score: terms, terms, order: 0, likeness: 0, priors: [] };
    return [rank < LOOKED_AT ? lookAt(plain) : plain];
  });
  ranked.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
  return { best: ranked.slice(0, limit), found };
}

function createLook({
  corpus,
  weights,
  text,
  query,
  now,
  titleLikeness,
}: RankInput): (plain: RankedEntry) => RankedEntry {
  const neighboursIn = createNeighbours(corpus, query);
  const likenessOf = titleLikeness(text);
  return (plain) => {
    const { phrases, nearness } = neighboursIn(plain.number);
    const likeness = likenessOf(plain.number);
    const order = weights.phrases * phrases + weights.nearness * nearness;
    const fit = plain.terms + order + weights.characters * likeness;
    const priors = priorsOf(plain.entry, now).map((prior) => ({ ...prior, strength: prior.strength * fit }));
    const score = priors.reduce((sum, { strength }) => sum + strength, fit);
    return { ...plain, order, likeness, priors, score };
  };
}
