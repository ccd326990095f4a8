import type { Corpus } from '../index/corpus.ts';
import type { SearchHit, SearchReason, SearchWeights } from '../types.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import type { ResolvedQuery } from './query-terms.ts';
import type { RankedEntry } from './rank-found.ts';

/** A reason weaker than this would not be noticed if it were missing. */
const LEAST_STRENGTH = 0.005;

/** Words a ranked entry: why it was found and why it stands where it stands. */
export function createExplain(
  corpus: Corpus,
  weights: SearchWeights,
  query: ResolvedQuery,
): (ranked: RankedEntry) => SearchHit {
  const total = corpus.numbers.size;
  const rarities = query.terms.map(({ weight, alternatives }) => {
    const counts = alternatives.map(({ term }) => corpus.postings.count(term));
    return Math.min(weight, 1) * inverseFrequency(Math.max(0, ...counts), total);
  });
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0);

  return ({ number, entry, score, terms, order, likeness, priors }) => {
    const matched = query.terms
      .flatMap(({ word, alternatives }, i) => {
        const present = alternatives.find(({ term }) => corpus.postings.frequenciesOf(term, number) > 0);
        return present ? [{ word: present.spelled ?? word, rarity: rarities[i] ?? 0 }] : [];
      })
      .sort((a, b) => b.rarity - a.rarity || (a.word < b.word ? -1 : 1));
    const words = [...new Set(matched.map(({ word }) => word))];
    const covered = matched.reduce((sum, { rarity }) => sum + rarity, 0);
    const reasons: SearchReason[] = [
      { code: 'words', labelKey: 'searchReasonWords', values: words, strength: terms },
      { code: 'phrase', labelKey: 'searchReasonPhrase', values: [], strength: order },
      { code: 'title', labelKey: 'searchReasonTitle', values: [], strength: weights.characters * likeness },
      ...priors,
    ];
    return {
      entry,
      score,
      coverage: all === 0 ? 0 : covered / all,
      likeness,
      reasons: reasons
        .filter(({ strength }) => Math.abs(strength) >= LEAST_STRENGTH)
        .sort((a, b) => b.strength - a.strength),
    };
  };
}
