import { OrgError } from '../../error.ts';
import { formattingOf } from '../../graphql/formatting.ts';
import { isId, toId18 } from '../../schema/ids.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/types.ts';
import type { SaveResult } from '../../store/types.ts';
import { noContent, ok, type Answer, type Call, type Resource } from '../call.ts';
import { objectBody, requiredText, toRecordInput } from '../rest/body.ts';
import { requireObject } from '../rest/require-object.ts';
import { notFound, restErrorAnswer } from '../rest/rest-error.ts';
import { nameFields, toObjectInfo } from './object-info.ts';
import { controllerOf } from '../../schema/dependent-picklist.ts';
import { toPicklistValues } from './picklist-values.ts';
import { recordErrorAnswer } from './record-error.ts';
import { wantedFields } from './record-fields.ts';
import { readRecord, type RecordRepresentation } from './record-representation.ts';

const RECORDS_A_BATCH = 200;

/** The UI API: records with display values, and what a page needs to know of objects and fields. */
export const uiApiResources: readonly Resource[] = [
  { method: 'GET', pattern: '/ui-api/object-info', handle: directory },
  { method: 'GET', pattern: '/ui-api/object-info/batch/:objects', handle: infoBatch },
  { method: 'GET', pattern: '/ui-api/object-info/:object', handle: (call) => ok(info(call, objectOf(call))) },
  { method: 'GET', pattern: '/ui-api/object-info/:object/picklist-values/:recordType', handle: picklists },
  { method: 'GET', pattern: '/ui-api/object-info/:object/picklist-values/:recordType/:field', handle: picklist },
  { method: 'POST', pattern: '/ui-api/records', handle: create },
  { method: 'GET', pattern: '/ui-api/records/batch/:ids', handle: readBatch },
  { method: 'GET', pattern: '/ui-api/records/:id', handle: (call) => ok(read(call, call.params['id'] ?? '')) },
  { method: 'PATCH', pattern: '/ui-api/records/:id', handle: update },
  { method: 'DELETE', pattern: '/ui-api/records/:id', handle: remove },
];

function directory(call: Call): Answer {
  const access = call.org.access(call.actor);
  const objects = call.org.schema.objects.filter(({ name, uiApi }) => uiApi && access.object(name).read);
  return ok({
    objects: Object.fromEntries(
      objects.map((object) => [
        object.name,
        {
          apiName: object.name,
          keyPrefix: object.keyPrefix,
          label: object.label,
          labelPlural: object.labelPlural,
          nameFields: nameFields(object),
          objectInfoUrl: `/services/data/${call.version}/ui-api/object-info/${object.name}`,
        },
      ]),
    ),
  });
}

function info(call: Call, object: ObjectDefinition): Record<string, unknown> {
  return toObjectInfo(call.org.schema, call.org.access(call.actor), object);
}

function infoBatch(call: Call): Answer {
  const names = (call.params['objects'] ?? '').split(',');
  const results = names.map((name) => oneOfBatch(() => info(call, requireUiObject(call, name))));
  return ok({ results });
}

function picklists(call: Call): Answer {
  const object = objectOf(call);
  const readable = picklistFields(call, object);
  return ok({
    picklistFieldValues: Object.fromEntries(readable.map((field) => [field.name, valuesOf(call, object, field)])),
  });
}

function picklist(call: Call): Answer {
  const object = objectOf(call);
  const field = picklistFields(call, object).find(({ name }) => name === call.params['field']);
  if (field === undefined) {
    throw new OrgError(
      'INVALID_FIELD',
      `${call.params['field'] ?? ''} is no picklist of ${object.name} that you can read`,
    );
  }
  return ok(valuesOf(call, object, field));
}

function valuesOf(call: Call, object: ObjectDefinition, field: FieldDefinition): ReturnType<typeof toPicklistValues> {
  const controller = controllerOf(object, field, call.org.access(call.actor));
  return toPicklistValues(field, controller, picklistUrl(call, object, field));
}

function picklistFields(call: Call, object: ObjectDefinition): readonly FieldDefinition[] {
  const access = call.org.access(call.actor);
  return object.fields.filter(
    ({ name, picklist: has }) => has !== undefined && access.fieldReadable(object.name, name),
  );
}

function picklistUrl(call: Call, object: ObjectDefinition, field: FieldDefinition): string {
  const recordType = call.params['recordType'] ?? '';
  return `/services/data/${call.version}/ui-api/object-info/${object.name}/picklist-values/${recordType}/${field.name}`;
}

function read(call: Call, id: string): RecordRepresentation {
  const object = objectOfId(call, id);
  const fields = list(call, 'fields');
  const optional = list(call, 'optionalFields');
  // A layout of this org shows every field, so asking by layout asks for all that the actor may read.
  const byLayout = call.query.has('layoutTypes') ? object.fields.map(({ name }) => `${object.name}.${name}`) : [];
  if (fields.length + optional.length + byLayout.length === 0) {
    throw new OrgError('INVALID_INPUT', 'Name fields, optionalFields or layoutTypes');
  }
  const { schema } = call.org;
  const wanted = wantedFields(schema, call.org.access(call.actor), object, fields, [...optional, ...byLayout]);
  return readRecord(call, wanted, toId18(id), formattingOf(call.org, call.actor));
}

function readBatch(call: Call): Answer {
  const ids = (call.params['ids'] ?? '').split(',');
  if (ids.length > RECORDS_A_BATCH) {
    throw new OrgError('LIMIT_EXCEEDED', `At most ${RECORDS_A_BATCH} records can be read at once`);
  }
  return ok({ hasErrors: false, results: ids.map((id) => oneOfBatch(() => read(call, id))) });
}

/** One entry of a batch answers for itself. */
function oneOfBatch(work: () => unknown): { statusCode: number; result: unknown } {
  try {
    return { statusCode: 200, result: work() };
  } catch (error) {
    const { status, body } = restErrorAnswer(error);
    return { statusCode: status, result: body };
  }
}

function create(call: Call): Answer {
  const body = objectBody(call.body);
  const object = requireUiObject(call, requiredText(body, 'apiName'));
  const [result] = call.org.store.insert(call.actor, object.name, [toRecordInput(body['fields'])]);
  return saved(call, object, result, 'create', 201);
}

function update(call: Call): Answer {
  const id = call.params['id'] ?? '';
  const object = objectOfId(call, id);
  const fields = toRecordInput(objectBody(call.body)['fields']);
  const [result] = call.org.store.update(call.actor, object.name, [{ ...fields, Id: toId18(id) }]);
  return saved(call, object, result, 'update', 200);
}

function remove(call: Call): Answer {
  const id = call.params['id'] ?? '';
  const object = objectOfId(call, id);
  const [result] = call.org.store.remove(call.actor, [toId18(id)]);
  return result?.success === true ? noContent() : recordErrorAnswer(object, result?.errors ?? [], 'delete');
}

/** A written record is answered with all that the actor may read of it. */
function saved(
  call: Call,
  object: ObjectDefinition,
  result: SaveResult | undefined,
  verb: 'create' | 'update',
  status: number,
): Answer {
  if (result?.success !== true || result.id === undefined) {
    return recordErrorAnswer(object, result?.errors ?? [], verb);
  }
  const all = object.fields.map(({ name }) => `${object.name}.${name}`);
  const wanted = wantedFields(call.org.schema, call.org.access(call.actor), object, [], all);
  return { status, body: readRecord(call, wanted, result.id, formattingOf(call.org, call.actor)) };
}

function objectOf(call: Call): ObjectDefinition {
  return requireUiObject(call, call.params['object'] ?? '');
}

function requireUiObject(call: Call, name: string): ObjectDefinition {
  const object = requireObject(call, name);
  if (!object.uiApi) {
    throw new OrgError('INVALID_TYPE', `Object ${object.name} is not supported in UI API`);
  }
  return object;
}

function objectOfId(call: Call, id: string): ObjectDefinition {
  const object = isId(id) ? call.org.schema.objectByKeyPrefix(id.slice(0, 3)) : undefined;
  if (object === undefined) {
    throw notFound();
  }
  return requireUiObject(call, object.name);
}

function list(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
