import find from '@salesforce/apex/KnowledgeSearch.find';
import { rerank, respelledExpression, searchExpression } from 'c/knowledge';
import { toFound, type Found, type FoundLists } from './toEntries';

const NOTHING: Found = { entries: [], tags: [], summed: [] };

/** What the org's full text search has for a text, in no order to rely on; rejects with the org's error. */
export async function findKnowledge(text: string): Promise<Found> {
  const lists = await ask(searchExpression(text));
  return lists ? toFound(lists) : NOTHING;
}

/**
 * The same, and what may be meant by words that nothing has: the org is asked once more for what begins like them, and
 * the engine keeps what is spelled nearly so.
 */
export async function findRespelled(text: string): Promise<Found> {
  const lists = await ask(searchExpression(text));
  if (!lists) return NOTHING;
  const found = toFound(lists);
  const sure = [...found.entries, ...found.summed];
  const guesses = await askInVain(respelledExpression(text, sure));
  if (!guesses) return found;
  const all = toFound(merge(lists, guesses));
  const isMeant = nearly(text, [...all.entries, ...all.summed], new Set(sure.map(({ id }) => id)));
  return {
    entries: all.entries.filter(({ id }) => isMeant.has(id)),
    tags: found.tags,
    summed: all.summed.filter(({ id }) => isMeant.has(id)),
  };
}

async function ask(searchText: string | undefined): Promise<FoundLists | undefined> {
  return searchText === undefined ? undefined : ((await find({ searchText })) as FoundLists);
}

/** What was found without it is better than an error, so that it does not matter why the org cannot look again. */
async function askInVain(searchText: string | undefined): Promise<FoundLists | undefined> {
  try {
    return await ask(searchText);
  } catch {
    return undefined;
  }
}

/** Each record once, in the place of its list. */
function merge(lists: FoundLists, others: FoundLists): FoundLists {
  return Array.from({ length: Math.max(lists.length, others.length) }, (_, place) => {
    const list = lists[place] ?? [];
    const known = new Set(list.map(({ Id }) => Id));
    return [...list, ...(others[place] ?? []).filter(({ Id }) => !known.has(Id))];
  });
}

/** The ids of what was found for sure, and of what has words of the text or words spelled nearly so. */
function nearly(text: string, entries: Found['entries'], sure: ReadonlySet<string>): ReadonlySet<string> {
  const hits = rerank(text, entries, { typing: true });
  const meant = hits.filter(({ entry, reasons }) => sure.has(entry.id) || reasons.every(({ code }) => code !== 'text'));
  return new Set(meant.map(({ entry }) => entry.id));
}
