import type { Corpus } from '../index/corpus.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import type { ResolvedQuery } from './query-terms.ts';
import type { TermImpacts } from './term-impacts.ts';

/** Scores of one query; overwritten by the next. */
export interface TermScores {
  /** By entry number; 0 where no word of the query is found. */
  readonly scores: Float64Array;
  /** Score of an entry that is all query: the scores divided by this lie in 0–1. */
  readonly most: number;
}

interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/** Scores whole queries, term by term, in arrays that are kept between queries. */
export function createTermScorer(corpus: Corpus): (query: ResolvedQuery, impactsOf: TermImpacts) => TermScores {
  let scores = new Float64Array(0);
  let best = new Float64Array(0);

  function clear(): void {
    if (scores.length < corpus.entries.length) {
      const size = Math.ceil(corpus.entries.length * 1.3) + 64;
      scores = new Float64Array(size);
      best = new Float64Array(size);
    } else scores.fill(0);
  }

  function addTerm({ term, weight }: WeightedTerm): void {
    const { documents, impacts } = corpus.postings;
    const start = corpus.postings.start(term);
    const end = start + corpus.postings.count(term);
    for (let at = start; at < end; at += 1) {
      const entry = documents[at] ?? 0;
      scores[entry] = (scores[entry] ?? 0) + weight * (impacts[at] ?? 0);
    }
  }

  /** Of several terms that stand for one word, the best one counts in each entry. */
  function addBest(terms: readonly WeightedTerm[]): void {
    const { documents, impacts } = corpus.postings;
    best.fill(0);
    for (const { term, weight } of terms) {
      const start = corpus.postings.start(term);
      const end = start + corpus.postings.count(term);
      for (let at = start; at < end; at += 1) {
        const entry = documents[at] ?? 0;
        const value = weight * (impacts[at] ?? 0);
        const known = best[entry] ?? 0;
        if (value <= known) continue;
        scores[entry] = (scores[entry] ?? 0) + value - known;
        best[entry] = value;
      }
    }
  }

  return function scoreTerms(query, impactsOf) {
    clear();
    const total = corpus.numbers.size;
    let most = 0;
    for (const { weight, alternatives } of query.terms) {
      if (weight <= 0) continue;
      const weighted = alternatives.map(({ term, factor }) => {
        impactsOf.refresh(term);
        return { term, weight: weight * factor * inverseFrequency(corpus.postings.count(term), total) };
      });
      const [first, ...others] = weighted;
      if (first && others.length === 0) addTerm(first);
      else if (first) addBest(weighted);
      most += first ? Math.max(...weighted.map((each) => each.weight)) : weight * inverseFrequency(0, total);
    }
    return { scores, most };
  };
}
