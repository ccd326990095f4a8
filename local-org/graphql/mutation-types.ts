import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLInputFieldConfigMap,
} from 'graphql';

import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import type { GraphqlContext } from './context.ts';
import { kindOf } from './field-kind.ts';
import { createRecord, deleteRecord, updateRecord } from './resolve-mutation.ts';
import type { RecordTypes } from './record-types.ts';
import { SCALARS } from './scalars.ts';
import type { VisibleSchema } from './visible.ts';

const deleteInput = new GraphQLInputObjectType({
  name: 'RecordDeleteInput',
  fields: { Id: { type: new GraphQLNonNull(SCALARS.IdOrRef) } },
});
const deletePayload = new GraphQLObjectType({ name: 'RecordDeletePayload', fields: { Id: { type: GraphQLID } } });

/** `uiapi { AccountCreate, AccountUpdate, AccountDelete … }` for what the actor may write, or undefined for nothing. */
export function createMutations(visible: VisibleSchema, records: RecordTypes): GraphQLObjectType | undefined {
  const fields = Object.assign(
    {},
    ...visible.objects.map((object) => mutationsOf(visible, records, object)),
  ) as GraphQLFieldConfigMap<unknown, GraphqlContext>;
  return Object.keys(fields).length === 0 ? undefined : new GraphQLObjectType({ name: 'UIAPIMutations', fields });
}

function mutationsOf(
  visible: VisibleSchema,
  records: RecordTypes,
  object: ObjectDefinition,
): GraphQLFieldConfigMap<unknown, GraphqlContext> {
  const rights = visible.access.object(object.name);
  const editable = visible.fields(object).filter(({ name }) => visible.access.fieldEditable(object.name, name));
  const createable = editable.filter(({ createable: is }) => is);
  const updateable = editable.filter(({ updateable: is }) => is);
  return {
    ...(object.createable && rights.create && createable.length > 0 ? createMutation(records, object, createable) : {}),
    ...(object.updateable && rights.edit && updateable.length > 0 ? updateMutation(records, object, updateable) : {}),
    ...(object.deletable && rights.delete ? deleteMutation(object) : {}),
  };
}

function createMutation(
  records: RecordTypes,
  object: ObjectDefinition,
  fields: readonly FieldDefinition[],
): GraphQLFieldConfigMap<unknown, GraphqlContext> {
  const representation = representationOf(`${object.name}CreateRepresentation`, fields);
  const input = new GraphQLInputObjectType({
    name: `${object.name}CreateInput`,
    fields: { [object.name]: { type: new GraphQLNonNull(representation) } },
  });
  const payload = new GraphQLObjectType({
    name: `${object.name}CreatePayload`,
    fields: () => ({ Record: { type: records.record(object) } }),
  });
  return {
    [`${object.name}Create`]: {
      type: payload,
      args: { input: { type: new GraphQLNonNull(input) } },
      resolve: (_, parameters, context, info) => createRecord(object, parameters, context, info),
    },
  };
}

function updateMutation(
  records: RecordTypes,
  object: ObjectDefinition,
  fields: readonly FieldDefinition[],
): GraphQLFieldConfigMap<unknown, GraphqlContext> {
  const representation = representationOf(`${object.name}UpdateRepresentation`, fields);
  const input = new GraphQLInputObjectType({
    name: `${object.name}UpdateInput`,
    fields: {
      Id: { type: new GraphQLNonNull(SCALARS.IdOrRef) },
      [object.name]: { type: new GraphQLNonNull(representation) },
    },
  });
  const payload = new GraphQLObjectType({
    name: `${object.name}UpdatePayload`,
    fields: () => ({ Record: { type: records.record(object) }, success: { type: GraphQLBoolean } }),
  });
  return {
    [`${object.name}Update`]: {
      type: payload,
      args: { input: { type: new GraphQLNonNull(input) } },
      resolve: (_, parameters, context, info) => updateRecord(object, parameters, context, info),
    },
  };
}

function deleteMutation(object: ObjectDefinition): GraphQLFieldConfigMap<unknown, GraphqlContext> {
  return {
    [`${object.name}Delete`]: {
      type: deletePayload,
      args: { input: { type: new GraphQLNonNull(deleteInput) } },
      resolve: (_, parameters, context, info) => deleteRecord(object, parameters, context, info),
    },
  };
}

/** The fields that a write may set. Ids may also refer to a record that an earlier mutation made. */
function representationOf(name: string, fields: readonly FieldDefinition[]): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name,
    fields: Object.fromEntries(
      fields.map((field): [string, GraphQLInputFieldConfigMap[string]] => [
        field.name,
        { type: field.type === 'reference' ? SCALARS.IdOrRef : kindOf(field).scalar },
      ]),
    ),
  });
}
