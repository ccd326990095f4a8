import { GraphQLError, Kind, type ExecutionResult, type OperationDefinitionNode, type ValueNode } from 'graphql';

import { isObject } from '../json-object.ts';
import { undoUnless } from '../undo-unless.ts';
import type { GraphqlContext } from './context.ts';

const ROLLED_BACK = 'The transaction was rolled back since another operation in the same transaction failed.';

/** The `allOrNone` of `uiapi(input: { allOrNone })`; true unless stated. */
export function allOrNoneOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): boolean {
  const uiapi = operation.selectionSet.selections.find(
    (node) => node.kind === Kind.FIELD && node.name.value === 'uiapi',
  );
  const input =
    uiapi?.kind === Kind.FIELD ? uiapi.arguments?.find(({ name }) => name.value === 'input')?.value : undefined;
  const stated = input === undefined ? undefined : valueOf(input, variables);
  return !(isObject(stated) && stated['allOrNone'] === false);
}

/** Runs mutations; with all-or-none, one that fails undoes all, and the others say so. */
export function undoIfFailed(
  context: GraphqlContext,
  allOrNone: boolean,
  work: () => ExecutionResult,
): ExecutionResult {
  const isGood = (): boolean => !allOrNone || !context.failed;
  const result = undoUnless(context.org.store, work, isGood);
  return isGood() ? result : rolledBack(result);
}

function rolledBack(result: ExecutionResult): ExecutionResult {
  const uiapi = result.data?.['uiapi'];
  if (!isObject(uiapi)) {
    return result;
  }
  const failed = new Set((result.errors ?? []).map(({ path }) => path?.[1]));
  const undone = Object.keys(uiapi).filter((key) => !failed.has(key));
  const errors = undone.map((key) => new GraphQLError(ROLLED_BACK, { path: ['uiapi', key] }));
  return {
    data: { uiapi: Object.fromEntries(Object.keys(uiapi).map((key) => [key, null])) },
    errors: [...(result.errors ?? []), ...errors],
  };
}

function valueOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, valueOf(value, variables)]));
    case Kind.BOOLEAN:
      return node.value;
    default:
      return undefined;
  }
}
