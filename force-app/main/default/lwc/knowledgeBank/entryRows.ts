import { markMatches, snippetOf, type SearchHit, type SearchReason, type TextRange } from 'c/knowledge';
import { exactDate, shortDate } from 'c/dates';
import type { FoundExpert } from 'c/expertFinder';
import type { FoundEntry } from 'c/knowledgeSearch';
import { expertLabels, format, inOneLine, knowledgeLabels as labels, searchReasonLabels, whole } from 'c/labels';

/** A stretch of a snippet; `marked` where it matches the query. */
export interface SnippetPart {
  readonly key: string;
  readonly text: string;
  readonly marked: boolean;
}

export interface EntryRow {
  readonly id: string;
  readonly title: readonly SnippetPart[];
  readonly iconName: string;
  readonly kind: string;
  readonly snippet: readonly SnippetPart[];
  readonly facts: string;
  readonly date: string;
  readonly exactDate: string;
  /** Why it was found and stands where it stands, strongest first; none where nothing is searched for. */
  readonly reasons: readonly { readonly key: string; readonly text: string }[];
}

const MOST_TAGS = 4;
const MOST_REASONS = 3;
/** More words of the query are not repeated. */
const MOST_WORDS = 4;

/** How an entry is listed. */
function toEntryRow(hit: SearchHit, query: string, now: Date): EntryRow {
  const entry = hit.entry as FoundEntry;
  const spelled = query === '' ? '' : asSpelled(hit, query);
  const snippet = query === '' ? undefined : snippetOf(entry, spelled);
  const beginning = (entry.body ?? '').slice(0, 180);
  return {
    id: entry.id,
    title: toParts(entry.title ?? '', query === '' ? [] : markMatches(entry.title ?? '', spelled)),
    iconName: entry.kind === 'nugget' ? 'utility:education' : 'utility:question',
    kind: entry.kind === 'nugget' ? labels.kindNugget : labels.kindQuestion,
    snippet: snippet ? toParts(snippet.text, snippet.marks) : toParts(beginning, []),
    facts: inOneLine([...factsOf(entry), ...(entry.tags ?? []).slice(0, MOST_TAGS)]),
    date: shortDate(entry.updatedAt, now),
    exactDate: exactDate(entry.updatedAt),
    reasons: hit.reasons.slice(0, MOST_REASONS).map((reason) => ({ key: reason.code, text: wordReason(reason) })),
  };
}

/** The query with its words as the entry spells them before it, so that they are marked too. */
function asSpelled({ reasons }: SearchHit, query: string): string {
  const words = reasons.find(({ code }) => code === 'words')?.values ?? [];
  return [...words, query].join(' ');
}

/** A reason of the search in words. */
export function wordReason({ code, values }: SearchReason): string {
  const words: Readonly<Record<SearchReason['code'], string>> = {
    words: searchReasonLabels.words,
    phrase: searchReasonLabels.phrase,
    title: searchReasonLabels.title,
    accepted: searchReasonLabels.accepted,
    verified: searchReasonLabels.verified,
    votes: searchReasonLabels.votes,
    recent: searchReasonLabels.recent,
    text: searchReasonLabels.text,
  };
  return format(words[code], values.slice(0, MOST_WORDS).join(', '));
}

/** Everything that is listed: entries, and who knows, whose place among them is `peopleAt`. */
export function toRows(
  hits: readonly SearchHit[],
  people: readonly FoundExpert[],
  query: string,
  peopleAt: number,
): EntryRow[] {
  const now = new Date();
  const entries = hits.map((hit) => toEntryRow(hit, query, now));
  return entries.toSpliced(peopleAt, 0, ...people.map(toPersonRow));
}

/** How somebody who knows is listed. */
function toPersonRow({ id, name, reasons }: FoundExpert): EntryRow {
  return {
    id,
    title: toParts(name, []),
    iconName: 'utility:user',
    kind: expertLabels.kindExpert,
    snippet: [],
    facts: '',
    date: '',
    exactDate: '',
    reasons: reasons.map((text, index) => ({ key: String(index), text })),
  };
}

/** A text cut at the ends of its marks; the parts make up the whole of it. */
export function toParts(text: string, marks: readonly TextRange[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, marked: boolean): void => {
    if (to > from) parts.push({ key: String(from), text: text.slice(from, to), marked });
  };
  let at = 0;
  for (const { start, end } of marks) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  return parts;
}

function factsOf(entry: FoundEntry): string[] {
  const facts: string[] = [];
  const { answerCount } = entry;
  if (entry.acceptedAnswer !== undefined || entry.status === 'Answered') facts.push(labels.accepted);
  if (entry.kind === 'question') {
    if (answerCount !== undefined)
      facts.push(answerCount === 1 ? labels.oneAnswer : format(labels.answerCount, answerCount));
    if (entry.votes) facts.push(format(labels.score, whole(entry.votes)));
    if (entry.status === 'Closed') facts.push(labels.closed);
  }
  if (entry.verified) facts.push(labels.verified);
  if (entry.outdated) facts.push(labels.outdated);
  return facts;
}
