import { GraphQLInputObjectType, GraphQLList, type GraphQLInputFieldConfigMap, type GraphQLInputType } from 'graphql';

import { dateInput, dateTimeInput } from './date-input.ts';
import { KINDS, type FieldKind } from './field-kind.ts';

/**
 * The `…Operators` input of a kind of field: what a filter may ask of it.
 * Source: GraphQL API Developer Guide, "Field Operators".
 */
export function createOperators(kind: FieldKind, join: () => GraphQLInputType): GraphQLInputObjectType {
  const operand = operandOf(kind);
  const equality: GraphQLInputFieldConfigMap = {
    eq: { type: operand },
    ne: { type: operand },
  };
  if (kind.comparing === 'boolean') {
    return new GraphQLInputObjectType({ name: `${kind.name}Operators`, fields: equality });
  }
  if (kind.comparing === 'multipicklist') {
    const list = new GraphQLList(operand);
    const fields = { ...equality, includes: { type: list }, excludes: { type: list } };
    return new GraphQLInputObjectType({ name: `${kind.name}Operators`, fields });
  }
  const order: GraphQLInputFieldConfigMap = {
    lt: { type: operand },
    gt: { type: operand },
    lte: { type: operand },
    gte: { type: operand },
    in: { type: new GraphQLList(operand) },
    nin: { type: new GraphQLList(operand) },
  };
  return new GraphQLInputObjectType({
    name: kind.comparing === 'id' ? 'IdOperators' : `${kind.name}Operators`,
    fields: () => ({
      ...equality,
      ...order,
      ...(kind.comparing === 'text' ? { like: { type: operand } } : {}),
      ...(kind.comparing === 'id' ? { inq: { type: join() }, ninq: { type: join() } } : {}),
    }),
  });
}

/** Operators of every kind, by the kind's name. The join refers to all objects, so each schema has its own. */
export function createAllOperators(join: () => GraphQLInputType): ReadonlyMap<string, GraphQLInputObjectType> {
  return new Map(Object.values(KINDS).map((kind) => [kind.name, createOperators(kind, join)]));
}

function operandOf(kind: FieldKind): GraphQLInputType {
  switch (kind.comparing) {
    case 'date':
      return dateInput;
    case 'datetime':
      return dateTimeInput;
    default:
      return kind.scalar;
  }
}
