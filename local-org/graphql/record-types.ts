import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';

import type { Row } from '../org.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import type { Connection, Edge } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { kindOf } from './field-kind.ts';
import type { FilterTypes } from './filter-types.ts';
import { typeNames } from './names.ts';
import { childConnection } from './resolve-children.ts';
import { SCALARS } from './scalars.ts';
import { valueTypeOf, type Cell } from './value-types.ts';
import type { VisibleSchema } from './visible.ts';

const record = new GraphQLInterfaceType({
  name: 'Record',
  fields: {
    Id: { type: new GraphQLNonNull(GraphQLID) },
    ApiName: { type: new GraphQLNonNull(GraphQLString) },
    DisplayValue: { type: GraphQLString },
    WeakEtag: { type: new GraphQLNonNull(SCALARS.Long) },
  },
});

export const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

/** The types of records and of the lists of them, made when first asked for. */
export class RecordTypes {
  readonly #visible: VisibleSchema;
  readonly #filters: FilterTypes;
  readonly #records = new Map<string, GraphQLObjectType>();
  readonly #connections = new Map<string, GraphQLObjectType>();

  constructor(visible: VisibleSchema, filters: FilterTypes) {
    this.#visible = visible;
    this.#filters = filters;
  }

  /** e.g. `Account` */
  record(object: ObjectDefinition): GraphQLObjectType<Row, GraphqlContext> {
    return remember(this.#records, object.name, () => this.#createRecord(object));
  }

  /** e.g. `AccountConnection` */
  connection(object: ObjectDefinition): GraphQLObjectType {
    return remember(this.#connections, object.name, () => this.#createConnection(object));
  }

  /** The arguments of a list of records. Only the outermost list has a scope. */
  listArguments(object: ObjectDefinition): GraphQLFieldConfigArgumentMap {
    return {
      after: { type: GraphQLString },
      first: { type: GraphQLInt },
      orderBy: { type: this.#filters.orderBy(object) },
      upperBound: { type: GraphQLInt },
      where: { type: this.#filters.filter(object) },
    };
  }

  #createRecord(object: ObjectDefinition): GraphQLObjectType<Row, GraphqlContext> {
    const nameField = object.fields.find(({ nameField: isName }) => isName)?.name;
    return new GraphQLObjectType<Row, GraphqlContext>({
      name: typeNames.record(object.name),
      ...(object.description === undefined ? {} : { description: object.description }),
      interfaces: [record],
      isTypeOf: (row) => row.attributes.type === object.name,
      fields: () => ({
        Id: { type: new GraphQLNonNull(GraphQLID), resolve: (row) => row['Id'] },
        ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
        DisplayValue: { type: GraphQLString, resolve: (row) => (nameField === undefined ? null : row[nameField]) },
        WeakEtag: { type: new GraphQLNonNull(SCALARS.Long), resolve: etagOf },
        ...this.#valueFields(object),
        ...this.#parentFields(object),
        ...this.#childFields(object),
      }),
    });
  }

  #valueFields(object: ObjectDefinition): GraphQLFieldConfigMap<Row, GraphqlContext> {
    return Object.fromEntries(
      this.#visible.fields(object).map((field) => [
        field.name,
        {
          type: valueTypeOf(kindOf(field)),
          description: field.description ?? field.label,
          resolve: (row: Row): Cell => ({ field, value: row[field.name] }),
        },
      ]),
    );
  }

  #parentFields(object: ObjectDefinition): GraphQLFieldConfigMap<Row, GraphqlContext> {
    return Object.fromEntries(
      this.#visible.fields(object).flatMap((field) => {
        const name = field.relationshipName;
        const type = name === undefined ? undefined : this.#parentType(object, field, name);
        return name === undefined || type === undefined
          ? []
          : [[name, { type, resolve: (row: Row) => parentRow(row[name], type) }]];
      }),
    );
  }

  /** One object, or for a polymorphic reference the union of them. */
  #parentType(object: ObjectDefinition, field: FieldDefinition, name: string): GraphQLOutputType | undefined {
    const [target, ...others] = this.#visible.targets(field);
    if (target === undefined || others.length === 0) {
      return target === undefined ? undefined : this.record(target);
    }
    return new GraphQLUnionType({
      name: typeNames.parents(object.name, name),
      types: () => [target, ...others].map((one) => this.record(one)),
    });
  }

  #childFields(object: ObjectDefinition): GraphQLFieldConfigMap<Row, GraphqlContext> {
    return Object.fromEntries(
      this.#visible.children(object).flatMap(({ name, childObject }) => {
        const child = this.#visible.object(childObject);
        return child === undefined
          ? []
          : [[name, { type: this.connection(child), args: this.listArguments(child), resolve: childConnection }]];
      }),
    );
  }

  #createConnection(object: ObjectDefinition): GraphQLObjectType {
    const edge = new GraphQLObjectType<Edge, GraphqlContext>({
      name: typeNames.edge(object.name),
      fields: () => ({ node: { type: this.record(object) }, cursor: { type: new GraphQLNonNull(GraphQLString) } }),
    });
    return new GraphQLObjectType<Connection, GraphqlContext>({
      name: typeNames.connection(object.name),
      fields: () => ({
        edges: { type: new GraphQLList(edge) },
        pageInfo: { type: new GraphQLNonNull(pageInfo) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt) },
        pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
      }),
    });
  }
}

/** The moment of the last change in milliseconds, as the platform's weak ETag is. */
function etagOf(row: Row): number {
  const stamp = row['SystemModstamp'];
  return typeof stamp === 'string' ? Date.parse(stamp.replace(/\+0000$/, 'Z')) : 0;
}

export function remember<T>(known: Map<string, T>, key: string, create: () => T): T {
  const found = known.get(key) ?? create();
  known.set(key, found);
  return found;
}

/** A parent's row; null for one of an object that the actor's schema does not lead to. */
function parentRow(value: unknown, type: GraphQLOutputType): Row | null {
  const row = (value ?? null) as Row | null;
  const isExpected = row === null || !isObjectType(type) || row.attributes.type === type.name;
  return isExpected ? row : null;
}
