import { OrgError } from '../../error.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';

/** SOSL over REST. */
export const searchResources: readonly Resource[] = [{ method: 'GET', pattern: '/search', handle: search }];

function search(call: Call): Answer {
  const text = call.query.get('q');
  if (text === null || text.trim() === '') {
    throw new OrgError('MALFORMED_SEARCH', 'A search string has to be specified');
  }
  const { searchRecords } = call.org.sosl(call.actor, text);
  return ok({ searchRecords });
}
