import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString, type GraphQLFieldConfigMap } from 'graphql';

import type { FieldDefinition } from '../schema/types.ts';
import type { GraphqlContext } from './context.ts';
import { displayValue, labelOf } from './display-value.ts';
import { KINDS, type FieldKind } from './field-kind.ts';

/** A field of a record, or a figure made of one, on its way into an answer. */
export interface Cell {
  readonly field: FieldDefinition;
  readonly value: unknown;
}

const fieldValue = new GraphQLInterfaceType({ name: 'FieldValue', fields: { displayValue: { type: GraphQLString } } });

/** `StringValue`, `PicklistValue` and so on, by the kind's name. */
export const VALUE_TYPES: ReadonlyMap<string, GraphQLObjectType> = new Map(
  Object.values(KINDS).map((kind) => [kind.name, valueType(kind)]),
);

export function valueTypeOf(kind: FieldKind): GraphQLObjectType {
  const type = VALUE_TYPES.get(kind.name);
  if (type === undefined) {
    throw new Error(`No value type for ${kind.name}`);
  }
  return type;
}

/** The fields that every value has; also those of an aggregate's grouped value. */
export function valueFields(kind: FieldKind): GraphQLFieldConfigMap<Cell, GraphqlContext> {
  return {
    value: { type: kind.scalar, resolve: plainValue },
    displayValue: { type: GraphQLString, resolve: display },
    ...(kind === KINDS.picklist ? { label: { type: GraphQLString, resolve: label } } : {}),
    ...(hasFormat(kind) ? { format: { type: GraphQLString, resolve: display } } : {}),
  };
}

function valueType(kind: FieldKind): GraphQLObjectType<Cell, GraphqlContext> {
  return new GraphQLObjectType({
    name: `${kind.name}Value`,
    interfaces: [fieldValue],
    isTypeOf: () => true,
    fields: valueFields(kind),
  });
}

function hasFormat(kind: FieldKind): boolean {
  return kind.comparing === 'number' || kind.comparing === 'date' || kind.comparing === 'datetime';
}

/** Moments are written with `Z` here, unlike in REST. */
function plainValue({ field, value }: Cell): unknown {
  return field.type === 'datetime' && typeof value === 'string' ? value.replace(/\+0000$/, 'Z') : (value ?? null);
}

function display({ field, value }: Cell, _: unknown, { formatting }: GraphqlContext): string | null {
  return displayValue(field, value, formatting);
}

function label({ field, value }: Cell): string | null {
  return typeof value === 'string' ? labelOf(field, value) : null;
}
