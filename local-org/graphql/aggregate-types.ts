import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLObjectType as ObjectType,
} from 'graphql';

import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import {
  AGGREGATES,
  aggregatedField,
  dateFunctions,
  type AggregateCell,
  type AggregateNode,
} from './aggregate-cells.ts';
import type { Connection, Edge } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { kindOf, KINDS, type FieldKind } from './field-kind.ts';
import type { FilterTypes } from './filter-types.ts';
import { typeNames } from './names.ts';
import { parentStep } from './parent-step.ts';
import { pageInfo, remember } from './record-types.ts';
import { valueFields, valueTypeOf } from './value-types.ts';
import type { VisibleSchema } from './visible.ts';

/** The types of figures over records: averages, counts, groups. */
export class AggregateTypes {
  readonly #visible: VisibleSchema;
  readonly #filters: FilterTypes;
  readonly #results = new Map<string, GraphQLObjectType>();
  readonly #connections = new Map<string, GraphQLObjectType>();
  readonly #kinds = new Map<string, GraphQLObjectType>();

  constructor(visible: VisibleSchema, filters: FilterTypes) {
    this.#visible = visible;
    this.#filters = filters;
  }

  /** e.g. `AccountAggregateConnection` */
  connection(object: ObjectDefinition): ObjectType {
    return remember(this.#connections, object.name, () => this.#createConnection(object));
  }

  listArguments(object: ObjectDefinition): GraphQLFieldConfigArgumentMap {
    return {
      after: { type: GraphQLString },
      first: { type: GraphQLInt },
      groupBy: { type: this.#filters.groupBy(object) },
      orderBy: { type: this.#filters.aggregateOrderBy(object) },
      upperBound: { type: GraphQLInt },
      where: { type: this.#filters.filter(object) },
    };
  }

  #createConnection(object: ObjectDefinition): ObjectType {
    const node = new GraphQLObjectType({
      name: typeNames.aggregate(object.name),
      fields: () => ({
        aggregate: { type: this.#result(object), resolve: (source: AggregateNode) => source },
      }),
    });
    const edge = new GraphQLObjectType<Edge, GraphqlContext>({
      name: typeNames.aggregateEdge(object.name),
      fields: { node: { type: node }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
    });
    return new GraphQLObjectType<Connection, GraphqlContext>({
      name: typeNames.aggregateConnection(object.name),
      fields: {
        edges: { type: new GraphQLList(edge) },
        pageInfo: { type: new GraphQLNonNull(pageInfo) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt) },
        pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
      },
    });
  }

  /** The fields of an object as something to aggregate or group by, and those of its parents. */
  #result(object: ObjectDefinition): ObjectType {
    return remember(
      this.#results,
      object.name,
      () =>
        new GraphQLObjectType<AggregateNode, GraphqlContext>({
          name: typeNames.aggregateResult(object.name),
          fields: () => ({ ...this.#fields(object), ...this.#parents(object) }),
        }),
    );
  }

  #fields(object: ObjectDefinition): GraphQLFieldConfigMap<AggregateNode, GraphqlContext> {
    const id = object.fields.filter(({ name }) => name === 'Id');
    const fields = [...id, ...this.#visible.fields(object)].filter(({ filterable }) => filterable);
    return Object.fromEntries(
      fields.map((field) => [
        field.name,
        { type: this.#aggregate(kindOf(field)), resolve: (node: AggregateNode) => aggregatedField(node, field) },
      ]),
    );
  }

  #parents(object: ObjectDefinition): GraphQLFieldConfigMap<AggregateNode, GraphqlContext> {
    return Object.fromEntries(
      this.#visible.fields(object).flatMap((field: FieldDefinition) => {
        const [target, ...others] = this.#visible.targets(field);
        const name = field.relationshipName;
        return name === undefined || target === undefined || others.length > 0
          ? []
          : [
              [
                name,
                {
                  type: this.#result(target),
                  resolve: (node: AggregateNode) => ({ ...node, path: [...node.path, parentStep(field, target)] }),
                },
              ],
            ];
      }),
    );
  }

  /** e.g. `CurrencyAggregate` */
  #aggregate(kind: FieldKind): ObjectType {
    return remember(
      this.#kinds,
      kind.name,
      () =>
        new GraphQLObjectType<AggregateCell, GraphqlContext>({
          name: `${kind.name}Aggregate`,
          fields: { ...valueFields(kind), ...figures(kind), ...parts(kind) },
        }),
    );
  }
}

/** `avg { value }` and so on: what the kind can be aggregated to. */
function figures(kind: FieldKind): GraphQLFieldConfigMap<AggregateCell, GraphqlContext> {
  const offered = AGGREGATES.filter(({ comparing }) => comparing.includes(kind.comparing));
  return Object.fromEntries(
    offered.map(({ name, resultKind, key }) => [
      name,
      { type: valueTypeOf(resultKind ?? kind), resolve: (cell: AggregateCell) => cell.figure(key, resultKind) },
    ]),
  );
}

/** `calendarYear { value }` and so on: what a date can be grouped by. */
function parts(kind: FieldKind): GraphQLFieldConfigMap<AggregateCell, GraphqlContext> {
  return Object.fromEntries(
    dateFunctions(kind).map(({ name, key, isDay }) => [
      name,
      {
        type: valueTypeOf(isDay ? KINDS.date : KINDS.int),
        resolve: (cell: AggregateCell) => cell.figure(key, isDay ? KINDS.date : KINDS.int),
      },
    ]),
  );
}
