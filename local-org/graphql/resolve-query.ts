import { isObjectType, getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';

import type { ObjectDefinition } from '../schema/types.ts';
import { compileList, type CompileContext } from './compile-query.ts';
import { pageOf, type Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { withPlatformErrors } from './errors.ts';

/** Answers a list below `uiapi { query }`: one plan, run under the actor's access. */
export function resolveList(
  object: ObjectDefinition,
  parameters: Readonly<Record<string, unknown>>,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Connection {
  return withPlatformErrors(() => {
    const { plan, page, counted } = compileList(
      compileContext(context, info),
      object,
      returnTypeOf(info),
      info.fieldNodes,
      parameters,
    );
    const { records } = context.org.query(context.actor, plan);
    return pageOf(records, page, () => (counted ? countOf(context, plan) : records.length));
  });
}

export function compileContext({ visible, rawVariables }: GraphqlContext, info: GraphQLResolveInfo): CompileContext {
  return { visible, rawVariables, fragments: info.fragments, variableValues: info.variableValues };
}

export function returnTypeOf(info: GraphQLResolveInfo): GraphQLObjectType {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) {
    throw new Error(`${info.fieldName} does not return an object`);
  }
  return type;
}

function countOf({ org, actor }: GraphqlContext, plan: ReturnType<typeof compileList>['plan']): number {
  const { limit: _limit, offset: _offset, ...whole } = plan;
  return org.query(actor, { ...whole, fields: [], children: [], orderBy: [], typeBranches: [], countOnly: true })
    .totalSize;
}
