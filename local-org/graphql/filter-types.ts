import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLString,
  type GraphQLInputFieldConfigMap,
} from 'graphql';

import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { kindOf } from './field-kind.ts';
import { typeNames } from './names.ts';
import { createAllOperators } from './operators.ts';
import type { VisibleSchema } from './visible.ts';

const resultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
const nullOrder = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });

/** `{ order: DESC, nulls: LAST }` */
export const orderByClause = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: { order: { type: resultOrder }, nulls: { type: nullOrder } },
});

/** `{ function: SUM, order: DESC }` in aggregates, by what a field's kind allows. */
function aggregateClause(name: string, functions: readonly string[]): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `AggregateOrderBy${name}Clause`,
    fields: {
      function: {
        type: new GraphQLEnumType({
          name: `AggregateOrderBy${name}Function`,
          values: Object.fromEntries(functions.map((value) => [value, {}])),
        }),
      },
      order: { type: resultOrder },
      nulls: { type: nullOrder },
    },
  });
}

const aggregateOrderByNumber = aggregateClause('Number', ['AVG', 'COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN', 'SUM']);
const aggregateOrderByString = aggregateClause('String', ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN']);
const noFunctionAggregateOrderBy = new GraphQLInputObjectType({
  name: 'NoFunctionAggregateOrderByClause',
  fields: { order: { type: resultOrder }, nulls: { type: nullOrder } },
});

/** Date functions that a grouping can apply. Source: GraphQL API Developer Guide, "Group By Schema". */
export const GROUP_FUNCTIONS: readonly string[] = [
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
];

const groupByFunction = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(GROUP_FUNCTIONS.map((name) => [name, {}])),
});
const groupByClause = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean } },
});
const groupByDateFunction = new GraphQLInputObjectType({
  name: 'GroupByDateFunction',
  fields: { group: { type: GraphQLBoolean }, function: { type: groupByFunction } },
});
const groupByType = new GraphQLEnumType({ name: 'GroupByType', values: { GROUP_BY: {}, ROLLUP: {}, CUBE: {} } });

/** The input types that filter, sort and group records. */
export class FilterTypes {
  readonly #visible: VisibleSchema;
  readonly #operators: ReadonlyMap<string, GraphQLInputObjectType>;
  readonly #known = new Map<string, GraphQLInputObjectType>();

  constructor(visible: VisibleSchema) {
    this.#visible = visible;
    this.#operators = createAllOperators(() => this.join());
  }

  /** e.g. `Account_Filter` */
  filter(object: ObjectDefinition): GraphQLInputObjectType {
    const name = typeNames.filter(object.name);
    return this.#remember(name, (): GraphQLInputFieldConfigMap => {
      const self = this.filter(object);
      return {
        and: { type: new GraphQLList(self) },
        or: { type: new GraphQLList(self) },
        not: { type: self },
        ...this.#perField(
          object,
          ({ filterable }) => filterable,
          (field) => this.#operators.get(kindOf(field).name),
        ),
        ...this.#perParent(object, (parent) => this.filter(parent)),
      };
    });
  }

  /** Which rows of another object a semi-join matches: its filter, and the field that holds the id. */
  join(): GraphQLInputObjectType {
    return this.#remember('JoinInput', () => ({
      ApiName: { type: GraphQLString },
      ...Object.fromEntries(this.#visible.objects.map((object) => [object.name, { type: this.filter(object) }])),
    }));
  }

  /** e.g. `Account_OrderBy` */
  orderBy(object: ObjectDefinition): GraphQLInputObjectType {
    return this.#remember(typeNames.orderBy(object.name), () => ({
      ...this.#perField(
        object,
        ({ sortable }) => sortable,
        () => orderByClause,
      ),
      ...this.#perParent(object, (parent) => this.orderBy(parent)),
    }));
  }

  /** e.g. `Account_AggregateOrderBy` */
  aggregateOrderBy(object: ObjectDefinition): GraphQLInputObjectType {
    return this.#remember(typeNames.aggregateOrderBy(object.name), () => ({
      ...this.#perField(object, ({ sortable }) => sortable, aggregateClauseOf),
      ...this.#perParent(object, (parent) => this.aggregateOrderBy(parent)),
    }));
  }

  /** e.g. `Account_GroupBy` */
  groupBy(object: ObjectDefinition): GraphQLInputObjectType {
    return this.#remember(typeNames.groupBy(object.name), () => ({
      type: { type: groupByType },
      ...this.#perField(
        object,
        ({ filterable }) => filterable,
        (field) => (field.type === 'date' || field.type === 'datetime' ? groupByDateFunction : groupByClause),
      ),
      ...this.#perParent(object, (parent) => this.groupBy(parent)),
    }));
  }

  #perField(
    object: ObjectDefinition,
    isWanted: (field: FieldDefinition) => boolean,
    typeOf: (field: FieldDefinition) => GraphQLInputObjectType | undefined,
  ): GraphQLInputFieldConfigMap {
    const id = object.fields.filter(({ name }) => name === 'Id');
    return Object.fromEntries(
      [...id, ...this.#visible.fields(object)].filter(isWanted).flatMap((field) => {
        const type = typeOf(field);
        return type === undefined ? [] : [[field.name, { type }]];
      }),
    );
  }

  /** Filters and orders reach through references that lead to one object. */
  #perParent(
    object: ObjectDefinition,
    typeOf: (parent: ObjectDefinition) => GraphQLInputObjectType,
  ): GraphQLInputFieldConfigMap {
    return Object.fromEntries(
      this.#visible.fields(object).flatMap((field) => {
        const [target, ...others] = this.#visible.targets(field);
        return field.relationshipName === undefined || target === undefined || others.length > 0
          ? []
          : [[field.relationshipName, { type: typeOf(target) }]];
      }),
    );
  }

  #remember(name: string, fields: () => GraphQLInputFieldConfigMap): GraphQLInputObjectType {
    const found = this.#known.get(name) ?? new GraphQLInputObjectType({ name, fields });
    this.#known.set(name, found);
    return found;
  }
}

function aggregateClauseOf(field: FieldDefinition): GraphQLInputObjectType {
  const { comparing } = kindOf(field);
  if (comparing === 'boolean' || (comparing === 'id' && field.name !== 'Id')) {
    return noFunctionAggregateOrderBy;
  }
  return comparing === 'number' ? aggregateOrderByNumber : aggregateOrderByString;
}
