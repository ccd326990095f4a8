import { describeGlobal, describeObject } from '../../schema/describe.ts';
import { OrgError } from '../../error.ts';
import { isId, toId18 } from '../../schema/ids.ts';
import type { ObjectDefinition } from '../../schema/types.ts';
import type { RecordInput, SaveResult } from '../../store/types.ts';
import { noContent, ok, type Answer, type Call, type Resource } from '../call.ts';
import { idsByExternalId } from './find-by-external-id.ts';
import { parsedRecord } from './parsed-record.ts';
import { requireExternalId, requireObject } from './require-object.ts';
import { notFound, saveErrorAnswer } from './rest-error.ts';
import { toRestFields } from './rest-value.ts';

/** Describes, and the records of one object one at a time. */
export const sobjectResources: readonly Resource[] = [
  { method: 'GET', pattern: '/sobjects', handle: global },
  { method: 'GET', pattern: '/sobjects/:object', handle: basicInformation },
  { method: 'POST', pattern: '/sobjects/:object', handle: create },
  { method: 'GET', pattern: '/sobjects/:object/describe', handle: describe },
  { method: 'GET', pattern: '/sobjects/:object/:id', handle: (call) => read(call, recordId(call)) },
  { method: 'PATCH', pattern: '/sobjects/:object/:id', handle: (call) => change(call, recordId(call)) },
  { method: 'DELETE', pattern: '/sobjects/:object/:id', handle: (call) => remove(call, recordId(call)) },
  { method: 'GET', pattern: '/sobjects/:object/:field/:value', handle: (call) => onFound(call, read) },
  { method: 'PATCH', pattern: '/sobjects/:object/:field/:value', handle: upsert },
  { method: 'DELETE', pattern: '/sobjects/:object/:field/:value', handle: (call) => onFound(call, remove) },
];

function global(call: Call): Answer {
  return ok(withUrls(describeGlobal(call.org.schema, call.org.access(call.actor)), call.version));
}

function describe(call: Call): Answer {
  const object = objectOf(call);
  return ok(withUrls(describeObject(call.org.schema, call.org.access(call.actor), object.name), call.version));
}

function basicInformation(call: Call): Answer {
  const object = objectOf(call);
  const all = describeGlobal(call.org.schema, call.org.access(call.actor));
  const objectDescribe = all.sobjects.find(({ name }) => name === object.name);
  return ok(withUrls({ objectDescribe, recentItems: [] }, call.version));
}

function read(call: Call, id: string): Answer {
  const object = objectOf(call);
  const fields = call.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim());
  const selected = fields && [...new Set([...fields, 'Id'])];
  const record = call.org.record(call.actor, object.name, id, selected);
  if (record === undefined) {
    throw notFound();
  }
  const attributes = { type: object.name, url: urlOf(call, id) };
  return ok({ attributes, ...toRestFields(call.org.schema, object.name, record) });
}

function create(call: Call): Answer {
  const object = objectOf(call);
  const [result] = call.org.store.insert(call.actor, object.name, [bodyWithoutId(call)]);
  return saved(call, result, false);
}

function change(call: Call, id: string): Answer {
  const object = objectOf(call);
  const [result] = call.org.store.update(call.actor, object.name, [{ ...bodyWithoutId(call), Id: id }]);
  return emptyUnlessRefused(result);
}

function remove(call: Call, id: string): Answer {
  objectOf(call);
  const [result] = call.org.store.remove(call.actor, [id]);
  return emptyUnlessRefused(result);
}

function upsert(call: Call): Answer {
  const object = objectOf(call);
  const field = requireExternalId(call, object, call.params['field'] ?? '');
  const key = { [field.name]: call.params['value'] ?? '' };
  const [result] = call.org.store.upsert(call.actor, object.name, field.name, [{ ...bodyWithoutId(call), ...key }]);
  return isAmbiguous(result) ? onFound(call, () => saved(call, result, true)) : saved(call, result, true);
}

function isAmbiguous(result: SaveResult | undefined): boolean {
  return result?.errors.some(({ statusCode }) => statusCode === 'DUPLICATE_EXTERNAL_ID') === true;
}

/** @param tellsCreated true for upserts, which alone say whether they created the record */
function saved(call: Call, result: SaveResult | undefined, tellsCreated: boolean): Answer {
  if (result === undefined || !result.success) {
    return saveErrorAnswer(result?.errors ?? []);
  }
  const { id, success, errors, created = true } = result;
  return {
    status: created ? 201 : 200,
    body: tellsCreated ? { id, success, errors, created } : { id, success, errors },
    ...(created ? { headers: { location: urlOf(call, String(id)) } } : {}),
  };
}

function emptyUnlessRefused(result: SaveResult | undefined): Answer {
  if (result?.success === true) {
    return noContent();
  }
  const [error] = result?.errors ?? [];
  // The record itself is unknown, or hidden from the actor, which is the same.
  if (error?.statusCode === 'INVALID_CROSS_REFERENCE_KEY' && error.fields.length === 0) {
    throw notFound();
  }
  return saveErrorAnswer(result?.errors ?? []);
}

function objectOf(call: Call): ObjectDefinition {
  return requireObject(call, call.params['object'] ?? '');
}

/** The id in the path. One that cannot be an id of this object names nothing. */
function recordId(call: Call): string {
  const id = call.params['id'] ?? '';
  if (!isId(id) || !id.startsWith(objectOf(call).keyPrefix)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  }
  return toId18(id);
}

/** Answers for the record that has the key in the path. Where several have it, the answer lists them (status 300). */
function onFound(call: Call, answer: (call: Call, id: string) => Answer): Answer {
  const object = objectOf(call);
  const field = requireExternalId(call, object, call.params['field'] ?? '');
  const ids = idsByExternalId(call, object, field, call.params['value'] ?? '');
  const [id] = ids;
  if (id === undefined) throw notFound();
  return ids.length === 1 ? answer(call, id) : { status: 300, body: ids.map((each) => urlOf(call, each)) };
}

function urlOf(call: Call, id: string): string {
  return `/services/data/${call.version}/sobjects/${objectOf(call).name}/${id}`;
}

function bodyWithoutId(call: Call): RecordInput {
  const record = parsedRecord(call, objectOf(call).name, call.body);
  if ('Id' in record || 'id' in record) {
    throw new OrgError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.', {
      fields: ['Id'],
    });
  }
  return record;
}

/** Describe results name their URLs relative to the version that was asked for. */
function withUrls(result: unknown, version: string): unknown {
  return JSON.parse(
    JSON.stringify(result).replaceAll(/\/services\/data\/v\d+\.\d/g, `/services/data/${version}`),
  ) as unknown;
}
