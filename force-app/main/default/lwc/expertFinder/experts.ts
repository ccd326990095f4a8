import { tagKey, type RoutedQuestion } from 'c/knowledge';
import { wordEvidence, wordReason, type Expertise } from 'c/expertRecords';
import { expertLabels as labels, format } from 'c/labels';
import type { History } from './history';

/** Somebody who is proposed, and why. */
export interface FoundExpert {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly string[];
}

const MOST_FOUND = 3;
const MOST_PROPOSED = 5;
/** So many are routed before those who only are active are left out. */
const MOST_ROUTED = 25;

/** Whether a text asks for a person rather than for an answer. */
export function asksForSomebody(query: string): boolean {
  const asking = new Set(labels.whoWords.toLowerCase().split(' '));
  return wordsOf(query).some((word) => asking.has(word));
}

/**
 * Who knows about what is searched for: first the surest experts of the tags that the query names, then who wrote most
 * about its words.
 */
export function findExperts(
  query: string,
  expertise: Expertise,
  history: History | undefined,
  now: Date,
): FoundExpert[] {
  const found = new Map<string, FoundExpert>();
  const tags = namedTags(query, new Map(expertise.rows.map(({ tagKey: key, tag }) => [key, tag])));
  for (const row of expertise.rows) {
    if (!tags.has(row.tagKey)) continue;
    const reason = format(labels.knownFor, row.tag, wordEvidence(row));
    const before = found.get(row.personId);
    found.set(row.personId, { id: row.personId, name: row.name, reasons: [...(before?.reasons ?? []), reason] });
  }
  if (history && found.size < MOST_FOUND) {
    const others = route({ title: query, tags: [...tags.keys()] }, expertise, history, now);
    for (const expert of others) if (!found.has(expert.id)) found.set(expert.id, expert);
  }
  return [...found.values()].slice(0, MOST_FOUND);
}

/** Who could answer a question, the likeliest first; whoever has much waiting comes later. */
export function proposeExperts(
  question: RoutedQuestion,
  expertise: Expertise,
  history: History,
  now: Date,
): FoundExpert[] {
  const named = namedTags(`${question.title} ${question.body ?? ''}`, history.tagNames);
  const tags = [...new Set([...question.tags, ...named.keys()])];
  return route({ ...question, tags }, expertise, history, now).slice(0, MOST_PROPOSED);
}

/** The people whose own answers have to do with it, in the engine's order. */
function route(question: RoutedQuestion, { preferences }: Expertise, history: History, now: Date): FoundExpert[] {
  const { router, load, names, gone, tagNames } = history;
  const hidden = [...preferences].flatMap(([personId, { hides }]) => (hides ? [personId] : []));
  const optedOut = new Set([...gone, ...hidden]);
  return router
    .route(question, { now, limit: MOST_ROUTED, load, optedOut })
    .filter(({ reasons }) => reasons.some(({ code }) => code === 'tags' || code === 'similar'))
    .map(({ personId, reasons }) => ({
      id: personId,
      name: names.get(personId) ?? '',
      reasons: reasons.map((reason) => wordReason(reason, tagNames)),
    }));
}

/** The tags all of whose words stand in a text, by key. */
function namedTags(text: string, tags: ReadonlyMap<string, string>): Map<string, string> {
  const words = new Set(wordsOf(text));
  return new Map([...tags].filter(([key]) => key !== '' && wordsOf(key).every((word) => words.has(word))));
}

function wordsOf(text: string): string[] {
  return tagKey(text).split('-');
}
