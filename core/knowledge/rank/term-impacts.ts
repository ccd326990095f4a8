import type { Corpus } from '../index/corpus.ts';
import { FREQUENCY_BITS, MOST_FREQUENT } from '../index/pack-frequencies.ts';
import { FIELDS, type SearchWeights } from '../types.ts';

/** Computes terms' impacts, each once for each state of the corpus. */
export interface TermImpacts {
  /** Makes the impacts of a term current. */
  refresh(term: number): void;
}

/**
 * BM25F (Robertson, Zaragoza and Taylor 2004; Robertson and Zaragoza 2009, §3.6): the frequencies of a term in an
 * entry's fields are added, each weighted and divided by its field's relative length, and the sum is saturated once:
 *
 *   f = Σ weight · frequency / (1 − b + b · length / mean length)        impact = f / (f + k1)
 *
 * Lengths and their means change with every entry, so impacts are computed when a term is next asked for.
 */
export function createTermImpacts(corpus: Corpus, weights: SearchWeights): TermImpacts {
  const { postings } = corpus;
  const { saturation, fieldWeights, lengthWeights } = weights;
  const computedAt: number[] = [];
  const perTerm = new Float64Array(FIELDS.length);
  const fixed = new Float64Array(FIELDS.length);
  let version = -1;

  /** weight / (fixed + perTerm · length), with the means of now. */
  function readMeans(): void {
    version = corpus.version();
    FIELDS.forEach((_, field) => {
      const b = lengthWeights[field] ?? 0;
      const weight = fieldWeights[field] ?? 0;
      const mean = corpus.meanLength(field);
      fixed[field] = weight === 0 ? Infinity : (1 - b) / weight;
      perTerm[field] = weight === 0 || mean === 0 ? 0 : b / mean / weight;
    });
  }

  return {
    refresh(term) {
      if (version !== corpus.version()) readMeans();
      if (computedAt[term] === version) return;
      while (computedAt.length <= term) computedAt.push(-1);
      const { documents, frequencies, impacts } = postings;
      const start = postings.start(term);
      const end = start + postings.count(term);
      for (let at = start; at < end; at += 1) {
        let weighted = 0;
        let packed = frequencies[at] ?? 0;
        for (let field = 0; packed > 0; field += 1, packed >>>= FREQUENCY_BITS) {
          const frequency = packed & MOST_FREQUENT;
          if (frequency > 0) {
            const length = corpus.length(documents[at] ?? 0, field);
            weighted += frequency / ((fixed[field] ?? 0) + (perTerm[field] ?? 0) * length);
          }
        }
        impacts[at] = weighted / (weighted + saturation);
      }
      computedAt[term] = version;
    },
  };
}
