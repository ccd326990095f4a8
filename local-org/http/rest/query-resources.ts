import { OrgError } from '../../error.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { columnMetadata } from './column-metadata.ts';
import { pageSizeOf } from './query-cursors.ts';

/** SOQL over REST: `query`, `queryAll` and the further pages of both. */
export const queryResources: readonly Resource[] = [
  { method: 'GET', pattern: '/query', handle: (call) => query(call, false) },
  { method: 'GET', pattern: '/queryAll', handle: (call) => query(call, true) },
  { method: 'GET', pattern: '/query/:position', handle: nextPage },
  { method: 'GET', pattern: '/queryAll/:position', handle: nextPage },
];

function query(call: Call, allRows: boolean): Answer {
  const text = call.query.get('q');
  if (text === null || text.trim() === '') {
    throw new OrgError('MALFORMED_QUERY', 'A query string has to be specified');
  }
  if (call.query.get('columns') === 'true') {
    return ok(columnMetadata({ schema: call.org.schema, access: call.org.access(call.actor) }, text));
  }
  const outcome = call.org.soql(call.actor, text, { allRows });
  const pageSize = pageSizeOf(call.headers['sforce-query-options']);
  return ok(call.services.cursors.first(call.actor, outcome, call.version, pageSize));
}

function nextPage(call: Call): Answer {
  return ok(call.services.cursors.next(call.actor, call.params['position'] ?? '', call.version));
}
