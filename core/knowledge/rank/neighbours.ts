import { type Corpus, TEXT_BREAK } from '../index/corpus.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import type { ResolvedQuery } from './query-terms.ts';

/** How much of the query's word order a text keeps; both 0–1. */
export interface Neighbours {
  /** Words that follow each other in the query and in the text. */
  readonly phrases: number;
  /** Words that follow each other in the query and stand near each other in the text. */
  readonly nearness: number;
}

/** Terms within this distance are near (Metzler and Croft 2005 take a window of 8). */
const WINDOW = 8;

/**
 * The sequential dependence of Metzler and Croft ("A Markov random field model for term dependencies", 2005) in BM25's
 * terms: each pair of neighbouring query words counts by rarity and saturates with the number of times it occurs.
 */
export function createNeighbours(corpus: Corpus, query: ResolvedQuery): (entry: number) => Neighbours {
  /** Place in the query plus one, by term; a typed array, because it is asked for every word of a hundred texts. */
  const placeOf = new Uint16Array(corpus.lexicon.size());
  query.terms.forEach(({ alternatives }, place) => {
    for (const { term } of alternatives) if (placeOf[term] === 0) placeOf[term] = place + 1;
  });
  const total = corpus.numbers.size;
  const rarity = query.terms.map(({ weight, alternatives }) => {
    const [first] = alternatives;
    return first ? Math.min(weight, 1) * inverseFrequency(corpus.postings.count(first.term), total) : 0;
  });
  const weights = query.pairs.map(([a, b]) => Math.min(rarity[a] ?? 0, rarity[b] ?? 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const partnersOf = query.terms.map((_, place) => partners(query, place));
  const lastSeen = new Int32Array(query.terms.length);
  const follows = new Int32Array(query.pairs.length);
  const near = new Int32Array(query.pairs.length);

  function see(place: number, at: number): void {
    for (const { pair, other, follows: mayFollow } of partnersOf[place] ?? []) {
      const distance = at - (lastSeen[other] ?? 0);
      if (distance >= WINDOW) continue;
      near[pair] = (near[pair] ?? 0) + 1;
      if (mayFollow && distance === 1) follows[pair] = (follows[pair] ?? 0) + 1;
    }
    lastSeen[place] = at;
  }

  return (entry) => {
    if (all === 0) return { phrases: 0, nearness: 0 };
    lastSeen.fill(-WINDOW - 1);
    follows.fill(0);
    near.fill(0);
    const { values } = corpus.sequences;
    const end = corpus.sequenceStarts[entry + 1] ?? 0;
    let position = 0;
    for (let at = corpus.sequenceStarts[entry] ?? 0; at < end; at += 1) {
      const term = values[at] ?? TEXT_BREAK;
      if (term === TEXT_BREAK) {
        position += WINDOW;
        continue;
      }
      position += 1;
      const place = placeOf[term] ?? 0;
      if (place > 0) see(place - 1, position);
    }
    return { phrases: weightedShare(follows, weights, all), nearness: weightedShare(near, weights, all) };
  };
}

/** A word that stands beside another in the query. */
interface Partner {
  readonly pair: number;
  readonly other: number;
  /** In the query it stands before, so that this word may follow it. */
  readonly follows: boolean;
}

function partners(query: ResolvedQuery, place: number): Partner[] {
  return query.pairs.flatMap(([first, second], pair): Partner[] => {
    if (place === second) return [{ pair, other: first, follows: true }];
    return place === first ? [{ pair, other: second, follows: false }] : [];
  });
}

function weightedShare(counts: Int32Array, weights: readonly number[], all: number): number {
  return weights.reduce((sum, weight, i) => sum + (weight * (counts[i] ?? 0)) / ((counts[i] ?? 0) + 1), 0) / all;
}
