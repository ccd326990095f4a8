import type { Corpus } from '../index/corpus.ts';
import { browseNewest } from './browse.ts';
import { countFacets } from './count-facets.ts';
import { createCompleteWord } from './complete-word.ts';
import { createExplain } from './explain-hit.ts';
import { createFilter } from './filter-entries.ts';
import { parseQuery } from './parse-query.ts';
import { type FindAlternatives, resolveQuery } from './query-terms.ts';
import { rankFound } from './rank-found.ts';
import { createRespell } from './respell.ts';
import { createTermScorer } from './score-terms.ts';
import { createTermImpacts, type TermImpacts } from './term-impacts.ts';
import { createTitleLikeness } from './title-likeness.ts';
import { chooseWeights } from './weights.ts';
import type { SearchOptions, SearchResult, SearchWeights } from '../types.ts';

const DEFAULT_LIMIT = 20;
/** Unfinished words shorter than this begin too many others. */
const SHORTEST_BEGINNING = 2;

/** Searches a corpus as it is when asked. */
export type Search = (text: string, options: SearchOptions) => SearchResult;

/** The whole way from a query to hits with reasons. Without `fixed` the weights are chosen from the corpus. */
export function createSearch(corpus: Corpus, fixed?: SearchWeights): Search {
  const scoreTerms = createTermScorer(corpus);
  const respell = createRespell(corpus);
  const complete = createCompleteWord(corpus);
  const titleLikeness = createTitleLikeness(corpus);
  let weights: SearchWeights | undefined;
  let impacts: TermImpacts | undefined;

  /** The weights for the entries of now; impacts of other weights are worth nothing. */
  function current(): { weights: SearchWeights; impacts: TermImpacts } {
    const chosen = fixed ?? chooseWeights(corpus.answered(), corpus.numbers.size);
    if (chosen !== weights || impacts === undefined) {
      weights = chosen;
      impacts = createTermImpacts(corpus, chosen);
    }
    return { weights: chosen, impacts };
  }

  /** Whether the entry with a number passes the filter; undefined where everything does. */
  function accepting({ filter }: SearchOptions): ((number: number) => boolean) | undefined {
    if (!filter) return undefined;
    const passes = createFilter(filter);
    return (number) => {
      const entry = corpus.entries[number];
      return entry !== undefined && passes(entry);
    };
  }

  function browse(options: SearchOptions): SearchResult {
    const accepts = accepting(options);
    const numbers = [...corpus.numbers.values()].filter((number) => accepts === undefined || accepts(number));
    return {
      hits: browseNewest(corpus, numbers, options.limit ?? DEFAULT_LIMIT),
      total: numbers.length,
      facets: options.facets ? countFacets(numbers.map((number) => corpus.entries[number])) : undefined,
    };
  }

  return (text, options) => {
    if (text.trim() === '') return browse(options);
    const now = current();
    const findOthers: FindAlternatives = (word, present) => {
      const unfinished = options.typing === true && word.last && word.word.length >= SHORTEST_BEGINNING;
      const completions = unfinished ? complete(word.word) : [];
      return present || word.joined || completions.length > 0 ? completions : respell(word.word, now.weights.respelled);
    };
    const query = resolveQuery(parseQuery(text), corpus, now.weights, findOthers);
    const scored = scoreTerms(query, now.impacts);
    const accepts = accepting(options);
    const input = { corpus, weights: now.weights, text, query, now: options.now, titleLikeness };
    const { best, found } = rankFound(input, scored, options.limit ?? DEFAULT_LIMIT, accepts);
    const isFound = (_: unknown, number: number) =>
      (scored.scores[number] ?? 0) > 0 && (accepts === undefined || accepts(number));
    return {
      hits: best.map(createExplain(corpus, now.weights, query)),
      total: found,
      facets: options.facets ? countFacets(corpus.entries.filter(isFound)) : undefined,
    };
  };
}
