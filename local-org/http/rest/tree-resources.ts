import { OrgError } from '../../error.ts';
import { isObject, type JsonObject } from '../../json-object.ts';
import type { RecordInput, SaveError } from '../../store/types.ts';
import type { Answer, Call, Resource } from '../call.ts';
import { listOf, objectBody, textOf, typeOfRecord } from './body.ts';
import { parsedRecord } from './parsed-record.ts';
import { requireObject } from './require-object.ts';
import { undoUnless } from '../../undo-unless.ts';

const RECORDS = 200;
const DEPTH = 5;

interface TreeResult {
  readonly referenceId: string;
  readonly id?: string;
  readonly errors?: readonly SaveError[];
}

/** Creates records with their children in one request: all of them, or none. */
export const treeResources: readonly Resource[] = [
  { method: 'POST', pattern: '/composite/tree/:object', handle: createTree },
];

function createTree(call: Call): Answer {
  const object = requireObject(call, call.params['object'] ?? '');
  const records = listOf(objectBody(call.body), 'records').map(objectBody);
  const count = countRecords(records, 1);
  if (count > RECORDS) {
    throw new OrgError('INVALID_INPUT', `At most ${RECORDS} records can be created in one tree, not ${count}`);
  }
  const repeated = repeatedReference(records);
  if (repeated !== undefined) {
    const error = {
      statusCode: 'INVALID_INPUT',
      message: 'Duplicate ReferenceId provided in the request.',
      fields: [],
    };
    return { status: 400, body: { hasErrors: true, results: [{ referenceId: repeated, errors: [error] }] } };
  }
  const isGood = (found: TreeResult[]): boolean => found.every(({ errors }) => errors === undefined);
  const results = undoUnless(call.org.store, () => createAll(call, object.name, records, undefined), isGood);
  return isGood(results)
    ? { status: 201, body: { hasErrors: false, results } }
    : { status: 400, body: { hasErrors: true, results: results.filter(({ errors }) => errors !== undefined) } };
}

function createAll(
  call: Call,
  object: string,
  records: readonly JsonObject[],
  parent: { readonly field: string; readonly id: string } | undefined,
): TreeResult[] {
  const references = records.map(referenceOf);
  const inputs = records.map((record) => withParent(ownFields(call, object, record), parent));
  const saved = call.org.store.insert(call.actor, object, inputs);
  const results: TreeResult[] = saved.map((result, index) => {
    const referenceId = references[index] ?? '';
    return result.success && result.id !== undefined
      ? { referenceId, id: result.id }
      : { referenceId, errors: result.errors };
  });
  const below = records.flatMap((record, index) => {
    const id = results[index]?.id;
    return id === undefined
      ? []
      : childrenOf(record).flatMap(([name, rows]) => createChildren(call, object, name, rows, id));
  });
  return [...results, ...below];
}

function createChildren(
  call: Call,
  object: string,
  relationship: string,
  rows: readonly JsonObject[],
  id: string,
): TreeResult[] {
  const child = call.org.schema.child(object, relationship);
  if (child === undefined) {
    throw new OrgError('INVALID_FIELD', `No such child relationship '${relationship}' on sobject of type ${object}`, {
      fields: [relationship],
    });
  }
  const wrongType = rows.map(typeOfRecord).find((type) => type.toLowerCase() !== child.childObject.toLowerCase());
  if (wrongType !== undefined) {
    throw new OrgError('INVALID_INPUT', `${relationship} holds records of ${child.childObject}, not ${wrongType}`);
  }
  return createAll(call, child.childObject, rows, { field: child.field.name, id });
}

function ownFields(call: Call, object: string, record: JsonObject): RecordInput {
  const own = Object.entries(record).filter(([, value]) => !isChildList(value));
  return parsedRecord(call, object, Object.fromEntries(own));
}

function withParent(
  input: RecordInput,
  parent: { readonly field: string; readonly id: string } | undefined,
): RecordInput {
  return parent === undefined ? input : { ...input, [parent.field]: parent.id };
}

function childrenOf(record: JsonObject): [string, readonly JsonObject[]][] {
  return Object.entries(record).flatMap(([name, value]) =>
    isChildList(value) ? [[name, listOf(value, 'records').map(objectBody)] as [string, readonly JsonObject[]]] : [],
  );
}

function isChildList(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value['records']);
}

function referenceOf(record: JsonObject): string {
  const { attributes } = record;
  const referenceId = isObject(attributes) ? textOf(attributes, 'referenceId') : undefined;
  if (referenceId === undefined) {
    throw new OrgError('INVALID_INPUT', 'Include a referenceId in the attributes of every record');
  }
  return referenceId;
}

/** A reference that two records of the tree have: what the answer says of it would not tell which. */
function repeatedReference(records: readonly JsonObject[], seen = new Set<string>()): string | undefined {
  for (const record of records) {
    const reference = referenceOf(record);
    if (seen.has(reference)) return reference;
    seen.add(reference);
    for (const [, rows] of childrenOf(record)) {
      const below = repeatedReference(rows, seen);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}

function countRecords(records: readonly JsonObject[], depth: number): number {
  if (depth > DEPTH) {
    throw new OrgError('INVALID_INPUT', `A tree is at most ${DEPTH} records deep`);
  }
  return records.reduce(
    (sum, record) => sum + 1 + childrenOf(record).reduce((below, [, rows]) => below + countRecords(rows, depth + 1), 0),
    0,
  );
}
