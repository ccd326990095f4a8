import { GraphQLError, getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';

import { isObject, type JsonObject } from '../json-object.ts';
import type { Row } from '../org.ts';
import { isId, toId18 } from '../schema/ids.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import type { FieldValue, RecordInput, SaveResult } from '../store/types.ts';
import { compileRecord } from './compile-query.ts';
import type { GraphqlContext } from './context.ts';
import { dataError, withPlatformErrors } from './errors.ts';
import { compileContext, returnTypeOf } from './resolve-query.ts';
import { selectedField } from './selection.ts';

const REFERENCE = /^@\{(\w+)\}$/;

export interface WritePayload {
  readonly Record: Row | undefined;
  readonly success: boolean;
}

export function createRecord(
  object: ObjectDefinition,
  parameters: JsonObject,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): WritePayload {
  return mutate(context, () => {
    const fields = fieldsOf(object, inputOf(parameters), context);
    const id = idOfSaved(context.org.store.insert(context.actor, object.name, [fields], { allOrNone: true }));
    context.created.set(String(info.path.key), id);
    return { Record: readBack(object, id, context, info), success: true };
  });
}

export function updateRecord(
  object: ObjectDefinition,
  parameters: JsonObject,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): WritePayload {
  return mutate(context, () => {
    const input = inputOf(parameters);
    const Id = idOf(object, input, context);
    const record = { ...fieldsOf(object, input, context), Id };
    idOfSaved(context.org.store.update(context.actor, object.name, [record], { allOrNone: true }));
    return { Record: readBack(object, Id, context, info), success: true };
  });
}

export function deleteRecord(
  object: ObjectDefinition,
  parameters: JsonObject,
  context: GraphqlContext,
  _info: GraphQLResolveInfo,
): { Id: string } {
  return mutate(context, () => {
    const Id = idOf(object, inputOf(parameters), context);
    idOfSaved(context.org.store.remove(context.actor, [Id], { allOrNone: true }));
    return { Id };
  });
}

/** Each operation is a transaction of its own inside the request's; a refusal marks the request as failed. */
function mutate<T>(context: GraphqlContext, work: () => T): T {
  try {
    return withPlatformErrors(() => context.org.store.transaction(work));
  } catch (error) {
    context.failed = true;
    throw error;
  }
}

/** What the client selects of the written record, read under the actor's access. */
function readBack(
  object: ObjectDefinition,
  id: string,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Row | undefined {
  const payload = returnTypeOf(info);
  const nodes = selectedField(info, info.fieldNodes, payload.name, 'Record');
  const output = payload.getFields()['Record']?.type;
  const type = output === undefined ? undefined : getNamedType(output);
  if (nodes.length === 0 || !isObjectType(type)) {
    return undefined;
  }
  const plan = compileRecord(compileContext(context, info), object, type, nodes);
  const where = {
    kind: 'compare',
    left: { path: ['Id'] },
    operator: '=',
    value: { kind: 'string', value: id },
  } as const;
  return context.org.query(context.actor, { ...plan, where }).records[0];
}

function idOfSaved([result]: readonly SaveResult[]): string {
  if (result?.success !== true || result.id === undefined) {
    const [error] = result?.errors ?? [];
    throw dataError(
      error?.message ?? 'The record was not saved',
      error?.statusCode ?? 'UNKNOWN_EXCEPTION',
      error?.fields,
    );
  }
  return result.id;
}

function inputOf(parameters: JsonObject): JsonObject {
  return isObject(parameters['input']) ? parameters['input'] : {};
}

function fieldsOf(object: ObjectDefinition, input: JsonObject, context: GraphqlContext): RecordInput {
  const representation = input[object.name];
  return Object.fromEntries(
    Object.entries(isObject(representation) ? representation : {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, dereference(value as FieldValue, context)]),
  );
}

function idOf(object: ObjectDefinition, input: JsonObject, context: GraphqlContext): string {
  const id = dereference(String(input['Id']) as FieldValue, context);
  if (typeof id !== 'string' || !id.startsWith(object.keyPrefix)) {
    throw dataError(`${String(id)} is not the id of a record of ${object.name}`, 'INVALID_CROSS_REFERENCE_KEY');
  }
  return isId(id) ? toId18(id) : id;
}

/** `@{alias}` stands for the id of the record that the mutation under that alias made. */
function dereference(value: FieldValue, { created }: GraphqlContext): FieldValue {
  const alias = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
  if (alias === undefined) {
    return value;
  }
  const id = created.get(alias);
  if (id === undefined) {
    throw new GraphQLError(`No earlier operation of this request is called '${alias}'`, {
      extensions: { ErrorType: 'DataFetchingException' },
    });
  }
  return id;
}
