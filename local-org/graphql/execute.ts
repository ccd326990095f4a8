import {
  GraphQLError,
  Kind,
  executeSync,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { Org } from '../org.ts';
import type { Actor } from '../security/types.ts';
import type { GraphqlContext } from './context.ts';
import { toPlatformError, toValidationError, type ErrorType, type PlatformError } from './errors.ts';
import { formattingOf } from './formatting.ts';
import { limitErrors } from './limits.ts';
import { withoutMissingOptionals } from './optional-fields.ts';
import { queryPathTo } from './query-path.ts';
import { allOrNoneOf, undoIfFailed } from './undo-mutations.ts';
import { VisibleSchema } from './visible.ts';
import { GraphqlSchemas } from './schema-cache.ts';

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface GraphqlResponse {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly PlatformError[];
}

const schemas = new GraphqlSchemas();

/** Answers a GraphQL request as the platform does: always with `data` and `errors`, never by a throw. */
export function executeGraphql(org: Org, actor: Actor, request: GraphqlRequest): GraphqlResponse {
  const schema = schemas.of(org.schema, org.access(actor));
  let document: DocumentNode;
  try {
    document = withoutMissingOptionals(schema, parse(request.query));
  } catch (error) {
    return refusal([error], 'InvalidSyntax');
  }
  const invalid = validate(schema, document);
  if (invalid.length > 0) {
    return { data: null, errors: invalid.map((error) => toValidationError(error, document, queryPathTo)) };
  }
  const operation = getOperationAST(document, request.operationName);
  if (operation === undefined || operation === null) {
    return refusal([new GraphQLError(operationFault(document, request.operationName))], 'OperationNotSupported');
  }
  const tooMuch = limitErrors(document);
  return tooMuch.length > 0
    ? refusal(tooMuch, 'ExecutionAborted')
    : run(org, actor, schema, document, operation, request);
}

function run(
  org: Org,
  actor: Actor,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  request: GraphqlRequest,
): GraphqlResponse {
  const context: GraphqlContext = {
    org,
    actor,
    visible: new VisibleSchema(org.schema, org.access(actor)),
    formatting: formattingOf(org, actor),
    rawVariables: request.variables ?? {},
    created: new Map(),
    failed: false,
  };
  const work = (): ExecutionResult =>
    executeSync({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    });
  const result =
    operation.operation === 'mutation'
      ? undoIfFailed(context, allOrNoneOf(operation, context.rawVariables), work)
      : work();
  const fallback: ErrorType = result.data === undefined ? 'ValidationError' : 'DataFetchingException';
  return {
    data: result.data ?? null,
    errors: (result.errors ?? []).map((error) => report(error, fallback)),
  };
}

/** An error that no rule foresaw is a fault of ours: it is told to whoever runs the org. */
function report(error: GraphQLError, fallback: ErrorType): PlatformError {
  const cause = error.originalError;
  if (cause !== undefined && !(cause instanceof GraphQLError)) {
    process.stderr.write(`local-org: ${cause.stack ?? cause.message}\n`);
  }
  return toPlatformError(error, fallback);
}

function refusal(errors: readonly unknown[], type: ErrorType): GraphqlResponse {
  return {
    data: null,
    errors: errors.map((error) =>
      toPlatformError(error instanceof GraphQLError ? error : new GraphQLError(String(error)), type),
    ),
  };
}

function operationFault(document: DocumentNode, name: string | undefined): string {
  const count = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  return name === undefined
    ? `Must provide operation name if query contains multiple operations: it contains ${count}`
    : `Unknown operation named '${name}'.`;
}
