import type { Corpus } from '../index/corpus.ts';
import type { SearchWeights } from '../types.ts';
import type { QueryWord } from './parse-query.ts';

/** One way in which the texts may have a word of the query. */
export interface Alternative {
  readonly term: number;
  /** How well it stands for the word, 0–1. */
  readonly factor: number;
  /** How the texts spell the word, where the query spells it otherwise. */
  readonly spelled?: string;
}

/** A word of the query, once however often it is repeated, with the terms that may stand for it. */
export interface QueryTerm {
  readonly word: string;
  /** What the word counts before rarity: repetitions, less where it only says that something is asked. */
  readonly weight: number;
  readonly alternatives: readonly Alternative[];
}

export interface ResolvedQuery {
  readonly terms: readonly QueryTerm[];
  /** Places in `terms` of words that follow each other in the query, each pair once. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Finds other spellings or endings of a word; `present` says whether some text has the word itself. */
export type FindAlternatives = (word: QueryWord, present: boolean) => readonly Alternative[];

/** Most frequent first; ties by the stem, so that the order of arrival does not matter. */
export function byFrequency(corpus: Corpus): (a: number, b: number) => number {
  const { postings, lexicon } = corpus;
  return (a, b) => postings.count(b) - postings.count(a) || (lexicon.stem(a) < lexicon.stem(b) ? -1 : 1);
}

/** What the query asks of this corpus. `findOthers` is asked for other terms that may stand for a word. */
export function resolveQuery(
  words: readonly QueryWord[],
  corpus: Corpus,
  weights: SearchWeights,
  findOthers: FindAlternatives,
): ResolvedQuery {
  const places = new Map<string, number>();
  const terms: { word: string; weight: number; alternatives: readonly Alternative[] }[] = [];
  const order: number[] = [];
  for (const word of words) {
    const weight = word.request ? weights.requestWord : 1;
    const known = places.get(word.stem);
    const term = known === undefined ? undefined : terms[known];
    if (known !== undefined && term) {
      term.weight += weight;
      if (!word.joined) order.push(known);
      continue;
    }
    const own = ownTerm(word, corpus);
    if (word.joined && own.length === 0) continue;
    const others = findOthers(word, own.length > 0).filter(({ term }) => term !== own[0]?.term);
    if (!word.joined) order.push(terms.length);
    places.set(word.stem, terms.length);
    terms.push({ word: word.word, weight, alternatives: [...own, ...others] });
  }
  return { terms, pairs: neighbouringPairs(order, terms.length) };
}

function ownTerm(word: QueryWord, corpus: Corpus): Alternative[] {
  const term = corpus.lexicon.termOfStem(word.stem);
  return term !== undefined && corpus.postings.count(term) > 0 ? [{ term, factor: 1 }] : [];
}

function neighbouringPairs(order: readonly number[], terms: number): (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  for (let i = 1; i < order.length; i += 1) {
    const [first, second] = [order[i - 1] ?? 0, order[i] ?? 0];
    if (first !== second) pairs.set(first * terms + second, [first, second]);
  }
  return [...pairs.values()];
}
