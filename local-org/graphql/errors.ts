import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';

import { OrgError } from '../error.ts';

/** The kinds of error that the platform tells apart. */
export type ErrorType =
  'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' | 'OperationNotSupported' | 'ExecutionAborted';

/** An error in the platform's shape: like GraphQL's own, with `paths` and `extensions.ErrorType`. */
export interface PlatformError {
  readonly message: string;
  readonly locations: GraphQLFormattedError['locations'];
  readonly paths?: readonly (string | number)[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export function toPlatformError(error: GraphQLError, fallback: ErrorType): PlatformError {
  return {
    message: error.message,
    locations: error.locations ?? [],
    ...(error.path === undefined ? {} : { paths: error.path, path: error.path }),
    extensions: { ErrorType: fallback, ...error.extensions },
  };
}

/** Turns a refusal of the org into a GraphQL error that says which. */
export function withPlatformErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof OrgError) {
      throw dataError(error.message, error.errorCode, error.fields);
    }
    throw error;
  }
}

export function dataError(message: string, errorCode: string, fields: readonly string[] = []): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      ErrorType: 'DataFetchingException',
      ErrorCode: errorCode,
      ...(fields.length > 0 ? { Fields: fields } : {}),
    },
  });
}

const UNKNOWN_FIELD = /^Cannot query field "(\w+)" on type "(\w+)"/;

/** A validation error in the platform's words where they are known. */
export function toValidationError(
  error: GraphQLError,
  document: DocumentNode,
  pathTo: (document: DocumentNode, error: GraphQLError) => string,
): PlatformError {
  const [, field, type] = UNKNOWN_FIELD.exec(error.message) ?? [];
  const message =
    field === undefined
      ? `Validation error: ${error.message}`
      : `Validation error of type FieldUndefined: Field '${field}' in type '${type ?? ''}' is undefined @ '${pathTo(document, error)}'`;
  return { message, locations: error.locations ?? [], extensions: { ErrorType: 'ValidationError' } };
}
