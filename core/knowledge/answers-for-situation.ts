import { allTextsOf } from './index/corpus.ts';
import { parseQuery } from './rank/parse-query.ts';
import { rerank } from './rerank.ts';
import type { QueryPart, SituationQuery } from './situation-query.ts';
import type { KnowledgeEntry } from './types.ts';

/** A fact of the deal that an entry speaks of. */
export interface SharedFact {
  /** The signal's code. */
  readonly signal: string;
  /** The value of the deal that the entry names. */
  readonly value: string;
}

/** An entry that may help in a situation. */
export interface SituationAnswer {
  readonly entry: KnowledgeEntry;
  /** What deal and entry have in common, most telling first. */
  readonly facts: readonly SharedFact[];
}

export interface SituationOptions {
  /** How many at most. Default 3. */
  readonly limit?: number;
  /** The moment from which age counts. */
  readonly now?: Date;
  /** Entries that belong to the deal itself; they come first, whatever they speak of. */
  readonly own?: ReadonlySet<string>;
}

const MOST = 3;
/** What an entry must have in common with the deal: more than its type or where the lead came from. */
const LEAST_WEIGHT = 1;
/** How much an entry's words can add to what its facts are worth. */
const WORDS_SHARE = 0.5;
/** A sentence is spoken of where this share of its words stands in the entry. */
const SPOKEN_SHARE = 2 / 3;

/**
 * The entries most useful in a situation. An entry is worth what it shares with the situation, by weight, raised by
 * half at most by its score as an answer to the situation's words against the best of them: words alone would put a sentence of
 * four before a competitor's name. What has too little in common is left out.
 */
export function answersForSituation(
  query: SituationQuery,
  candidates: readonly KnowledgeEntry[],
  { limit = MOST, now, own = new Set() }: SituationOptions = {},
): SituationAnswer[] {
  const ranked = rerank(query.text, candidates, { now });
  const best = Math.max(...ranked.map(({ score }) => score), Number.MIN_VALUE);
  return ranked
    .map(({ entry, score }) => {
      const words = wordsOf(entry);
      const shared = query.parts.flatMap((part) => sharedBy(part, words) ?? []);
      const weight = shared.reduce((sum, each) => sum + each.weight, 0);
      return { entry, facts: shared, weight, worth: weight * (1 + (WORDS_SHARE * score) / best) };
    })
    .filter(({ entry, weight }) => weight >= LEAST_WEIGHT || own.has(entry.id))
    .sort((a, b) => Number(own.has(b.entry.id)) - Number(own.has(a.entry.id)) || b.worth - a.worth)
    .slice(0, limit)
    .map(({ entry, facts }) => {
      const inOrder = [...facts].sort((a, b) => b.weight - a.weight);
      return { entry, facts: inOrder.map(({ signal, value }) => ({ signal, value })) };
    });
}

/** The words of an entry: as they were written, in order, and their stems. */
interface EntryWords {
  readonly written: string;
  readonly stems: ReadonlySet<string>;
}

function sharedBy({ signal, values, weight, prose }: QueryPart, words: EntryWords) {
  const value = values.find((each) => (prose ? isSpokenOf(each, words) : isNamed(each, words)));
  return value === undefined ? undefined : { signal, value, weight };
}

/** A name stands there word for word: a plan is not the product *Planning*. Of `Negotiation/Review`, either is enough. */
function isNamed(name: string, { written }: EntryWords): boolean {
  return name.split('/').some((each) => {
    const words = writtenOf(each);
    return words !== '' && written.includes(` ${words} `);
  });
}

function isSpokenOf(sentence: string, { stems }: EntryWords): boolean {
  const words = parseQuery(sentence).filter(({ request, joined }) => !request && !joined);
  return words.length > 1 && words.filter(({ stem }) => stems.has(stem)).length >= words.length * SPOKEN_SHARE;
}

function wordsOf(entry: KnowledgeEntry): EntryWords {
  const texts = allTextsOf(entry);
  return {
    written: texts.map((text) => ` ${writtenOf(text)} `).join('\n'),
    stems: new Set(texts.flatMap((text) => parseQuery(text)).map(({ stem }) => stem)),
  };
}

function writtenOf(text: string): string {
  return parseQuery(text)
    .filter(({ joined }) => !joined)
    .map(({ word }) => word)
    .join(' ');
}
