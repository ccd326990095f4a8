import { OrgError } from '../../error.ts';
import { isObject } from '../../json-object.ts';
import { isId, toId18 } from '../../schema/ids.ts';
import type { RecordInput, SaveResult } from '../../store/types.ts';
import { ok, type Answer, type Call, type Resource } from '../call.ts';
import { listOf, objectBody, typeOfRecord } from './body.ts';
import { parsedRecord } from './parsed-record.ts';
import { requireExternalId, requireObject } from './require-object.ts';
import { rolledBack, toCollectionResult } from './save-results.ts';
import { undoUnless } from '../../undo-unless.ts';

const RECORDS_A_WRITE = 200;
const RECORDS_A_READ = 2_000;

/** Up to 200 records a request, each with an own result. */
export const collectionResources: readonly Resource[] = [
  { method: 'POST', pattern: '/composite/sobjects', handle: (call) => saveTyped(call, 'insert') },
  { method: 'PATCH', pattern: '/composite/sobjects', handle: (call) => saveTyped(call, 'update') },
  { method: 'DELETE', pattern: '/composite/sobjects', handle: removeAll },
  {
    method: 'GET',
    pattern: '/composite/sobjects/:object',
    handle: (call) => readAll(call, queryList(call, 'ids'), queryList(call, 'fields')),
  },
  { method: 'POST', pattern: '/composite/sobjects/:object', handle: readPosted },
  { method: 'PATCH', pattern: '/composite/sobjects/:object/:field', handle: upsertAll },
];

function saveTyped(call: Call, operation: 'insert' | 'update'): Answer {
  const body = objectBody(call.body);
  const records = atMost(listOf(body, 'records'), RECORDS_A_WRITE);
  const runs = runsOfOneType(call, records);
  return save(call, body['allOrNone'] === true, () =>
    runs.flatMap(({ type, inputs }) => {
      const object = requireObject(call, type);
      return operation === 'insert'
        ? call.org.store.insert(call.actor, object.name, inputs)
        : call.org.store.update(call.actor, object.name, inputs.map(withId));
    }),
  );
}

function upsertAll(call: Call): Answer {
  const body = objectBody(call.body);
  const object = requireObject(call, call.params['object'] ?? '');
  const field = requireExternalId(call, object, call.params['field'] ?? '');
  const records = atMost(listOf(body, 'records'), RECORDS_A_WRITE).map((record) =>
    parsedRecord(call, object.name, record),
  );
  const upsert = (): SaveResult[] => call.org.store.upsert(call.actor, object.name, field.name, records);
  return save(call, body['allOrNone'] === true, upsert, true);
}

function removeAll(call: Call): Answer {
  const ids = atMost(queryList(call, 'ids') ?? [], RECORDS_A_WRITE).map(toId);
  return save(call, call.query.get('allOrNone') === 'true', () => call.org.store.remove(call.actor, ids));
}

function readPosted(call: Call): Answer {
  const body = objectBody(call.body);
  return readAll(call, listOf(body, 'ids').map(String), listOf(body, 'fields').map(String));
}

function readAll(call: Call, ids: readonly string[] | undefined, fields: readonly string[] | undefined): Answer {
  const object = requireObject(call, call.params['object'] ?? '');
  if (ids === undefined || fields === undefined || fields.length === 0) {
    throw new OrgError('MISSING_ARGUMENT', 'Both ids and fields have to be given');
  }
  const selected = [...new Set(['Id', ...fields])];
  const { records } = call.org.query(call.actor, {
    object: object.name,
    fields: selected.map((name) => ({ path: name.split('.') })),
    children: [],
    where: {
      kind: 'compare',
      left: { path: ['Id'] },
      operator: 'in',
      value: atMost(ids, RECORDS_A_READ).map((id) => ({ kind: 'string', value: toId(id) }) as const),
    },
    orderBy: [],
    allRows: false,
  });
  const byId = new Map(records.map((record) => [String(record['Id']), record]));
  return ok(ids.map((id) => byId.get(toId18(id)) ?? null));
}

/** Writes without all-or-none keep what is good; with it, one refused record undoes all. */
function save(call: Call, allOrNone: boolean, work: () => SaveResult[], tellsCreated = false): Answer {
  const isGood = (results: SaveResult[]): boolean => !allOrNone || results.every(({ success }) => success);
  const results = undoUnless(call.org.store, work, isGood);
  return ok(
    (isGood(results) ? results : results.map(rolledBack)).map((result) => toCollectionResult(result, tellsCreated)),
  );
}

function runsOfOneType(call: Call, records: readonly unknown[]): { type: string; inputs: RecordInput[] }[] {
  const runs: { type: string; inputs: RecordInput[] }[] = [];
  for (const record of records) {
    const type = typeOfRecord(record);
    const last = runs.at(-1);
    if (last?.type === type) {
      last.inputs.push(parsedRecord(call, type, record));
    } else {
      runs.push({ type, inputs: [parsedRecord(call, type, record)] });
    }
  }
  return runs;
}

/** A record to update, whose id clients spell `Id` or `id`. */
function withId(record: RecordInput): RecordInput & { readonly Id: string } {
  const { id: lower, Id: upper, ...fields } = record;
  const id = upper ?? lower;
  if (typeof id !== 'string') {
    throw new OrgError('MISSING_ARGUMENT', 'Id not specified in an update call', { fields: ['Id'] });
  }
  return { ...fields, Id: id };
}

function queryList(call: Call, name: string): string[] | undefined {
  return call.query
    .get(name)
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function toId(id: unknown): string {
  return typeof id === 'string' && isId(id) ? toId18(id) : String(isObject(id) ? JSON.stringify(id) : id);
}

function atMost<T>(list: readonly T[], limit: number): readonly T[] {
  if (list.length > limit) {
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${limit} records in this call`,
    );
  }
  return list;
}
