import find from '@salesforce/apex/KnowledgeSearch.find';
import { searchExpression } from './searchExpression';
import { toFound, type Found, type FoundLists } from './toEntries';

const NOTHING: Found = { entries: [], tags: [], summed: [] };

/** What the org's full text search has for a text, in no order to rely on; rejects with the org's error. */
export async function findKnowledge(text: string): Promise<Found> {
  const searchText = searchExpression(text);
  if (searchText === undefined) return NOTHING;
  return toFound((await find({ searchText })) as FoundLists);
}
