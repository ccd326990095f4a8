import { boot } from '../boot.ts';
import { errorMessage, orgRequest } from '../api/org-request.ts';
import { changes } from './changes.ts';
import type { GraphqlAnswer, GraphqlRequest } from './graphql-cache.ts';
import { GraphqlCache } from './graphql-cache.ts';
import type { RecordRepresentation } from './record.ts';
import type { RecordRequest } from './record-cache.ts';
import { RecordCache } from './record-cache.ts';

/** The page's caches, filled from the org it was served by. */
export const records = new RecordCache(fetchRecord, Date.now, () => new Promise((resolve) => setTimeout(resolve)));
export const queries = new GraphqlCache(fetchGraphql);

changes.subscribe((ids) => records.changed(ids));
changes.subscribe((ids) => queries.changed(ids));

function fetchRecord({ recordId, fields, optionalFields }: RecordRequest): Promise<RecordRepresentation> {
  const parameters = new URLSearchParams();
  if (fields.length > 0) parameters.set('fields', fields.join(','));
  if (optionalFields.length > 0) parameters.set('optionalFields', optionalFields.join(','));
  return orgRequest('GET', `/ui-api/records/${encodeURIComponent(recordId)}?${parameters.toString()}`);
}

/** Errors are part of a GraphQL answer: this never rejects. */
export async function fetchGraphql(request: GraphqlRequest): Promise<GraphqlAnswer> {
  try {
    const answer = await orgRequest<Partial<GraphqlAnswer>>('POST', '/graphql', request);
    const errors = answer.errors?.length === 0 ? undefined : answer.errors;
    return { data: answer.data ?? undefined, errors };
  } catch (error) {
    return { data: undefined, errors: [{ message: errorMessage(error), locations: [], paths: [] }] };
  }
}

/** The object of a record id, by its key prefix, among the objects this app knows. */
export function objectOfId(recordId: string): string | undefined {
  return Object.values(boot.objects).find(({ keyPrefix }) => recordId.startsWith(keyPrefix))?.apiName;
}
