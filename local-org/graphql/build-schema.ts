import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
} from 'graphql';

import type { Schema } from '../schema/types.ts';
import type { Access } from '../security/types.ts';
import { AggregateTypes } from './aggregate-types.ts';
import type { GraphqlContext } from './context.ts';
import { FilterTypes } from './filter-types.ts';
import { createMutations } from './mutation-types.ts';
import { RecordTypes } from './record-types.ts';
import { resolveAggregate } from './resolve-aggregate.ts';
import { resolveList } from './resolve-query.ts';
import { VisibleSchema } from './visible.ts';

type Fields = GraphQLFieldConfigMap<unknown, GraphqlContext>;

/** A field so marked is left out of the answer, instead of failing the query, when it is not there for the actor. */
export const optionalDirective = new GraphQLDirective({
  name: 'optional',
  locations: [DirectiveLocation.FIELD, DirectiveLocation.INLINE_FRAGMENT, DirectiveLocation.FRAGMENT_SPREAD],
});

const scope = new GraphQLEnumType({ name: 'SupportedScopes', values: { EVERYTHING: {}, MINE: {} } });

const mutationsInput = new GraphQLInputObjectType({
  name: 'UIAPIMutationsInput',
  fields: { allOrNone: { type: GraphQLBoolean } },
});

/** The platform's UI API schema over the objects and fields that an actor with this access sees. */
export function buildGraphqlSchema(schema: Schema, access: Access): GraphQLSchema {
  const visible = new VisibleSchema(schema, access);
  const filters = new FilterTypes(visible);
  const records = new RecordTypes(visible, filters);
  const aggregates = new AggregateTypes(visible, filters);
  const mutations = createMutations(visible, records);
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, GraphqlContext>({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiapi(visible, records, aggregates)), resolve: nothing } },
    }),
    ...(mutations === undefined
      ? {}
      : {
          mutation: new GraphQLObjectType<unknown, GraphqlContext>({
            name: 'Mutation',
            fields: {
              uiapi: {
                type: new GraphQLNonNull(mutations),
                args: { input: { type: mutationsInput } },
                resolve: nothing,
              },
            },
          }),
        }),
    directives: [...specifiedDirectives, optionalDirective],
  });
}

function uiapi(visible: VisibleSchema, records: RecordTypes, aggregates: AggregateTypes): GraphQLObjectType {
  const lists: Fields = {};
  const figures: Fields = {};
  for (const object of visible.objects) {
    lists[object.name] = {
      type: records.connection(object),
      args: withScope(records.listArguments(object)),
      resolve: (_, parameters, context, info) => resolveList(object, parameters, context, info),
    };
    figures[object.name] = {
      type: aggregates.connection(object),
      args: withScope(aggregates.listArguments(object)),
      resolve: (_, parameters, context, info) => resolveAggregate(object, parameters, context, info),
    };
  }
  return new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'UIAPI',
    fields: {
      query: {
        type: new GraphQLNonNull(new GraphQLObjectType({ name: 'RecordQuery', fields: lists })),
        resolve: nothing,
      },
      aggregate: {
        type: new GraphQLNonNull(new GraphQLObjectType({ name: 'RecordQueryAggregate', fields: figures })),
        resolve: nothing,
      },
    },
  });
}

function withScope(parameters: GraphQLFieldConfigArgumentMap): GraphQLFieldConfigArgumentMap {
  return { ...parameters, scope: { type: scope } };
}

/** A name space: everything below it has resolvers of its own. */
function nothing(): Record<string, never> {
  return {};
}
