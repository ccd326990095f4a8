import { Kind, type FieldNode, type ValueNode } from 'graphql';

import { isObject } from '../json-object.ts';

/**
 * The keys of an argument's objects in the order in which the client wrote them. Coerced values are in the order of
 * the type's fields, but `orderBy` and `groupBy` mean the client's order.
 */
export type KeyOrder = ReadonlyMap<string, KeyOrder>;

export function keyOrderOf(
  node: FieldNode | undefined,
  argument: string,
  variables: Readonly<Record<string, unknown>>,
): KeyOrder {
  const value = node?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value === undefined ? new Map() : orderOfNode(value, variables);
}

/** The entries of an object in the client's order. */
export function inOrder(value: Readonly<Record<string, unknown>>, order: KeyOrder): [string, unknown][] {
  const position = new Map([...order.keys()].map((key, index) => [key, index]));
  const last = order.size;
  return Object.entries(value).toSorted(
    ([left], [right]) => (position.get(left) ?? last) - (position.get(right) ?? last),
  );
}

function orderOfNode(node: ValueNode, variables: Readonly<Record<string, unknown>>): KeyOrder {
  if (node.kind === Kind.VARIABLE) {
    return orderOfValue(variables[node.name.value]);
  }
  if (node.kind !== Kind.OBJECT) {
    return new Map();
  }
  return new Map(node.fields.map(({ name, value }) => [name.value, orderOfNode(value, variables)]));
}

function orderOfValue(value: unknown): KeyOrder {
  return isObject(value) ? new Map(Object.entries(value).map(([key, entry]) => [key, orderOfValue(entry)])) : new Map();
}
