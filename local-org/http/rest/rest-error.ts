import { OrgError } from '../../error.ts';
import type { SaveError } from '../../store/types.ts';
import type { Answer } from '../call.ts';

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INSUFFICIENT_ACCESS: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
  API_DISABLED_FOR_ORG: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
};

/** One error as the REST API lists it. */
export interface RestError {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** The REST API's answer to a refusal: a list of errors under a fitting status. Anything unforeseen is a 500. */
export function restErrorAnswer(error: unknown): Answer {
  if (error instanceof OrgError) {
    const status = STATUS_BY_CODE[error.errorCode] ?? error.status;
    return { status, body: [toRestError(error)] };
  }
  process.stderr.write(`local-org: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return {
    status: 500,
    body: [{ message: `An unexpected error occurred: ${messageOf(error)}`, errorCode: 'UNKNOWN_EXCEPTION' }],
  };
}

/** A refused record as the answer of a resource that writes one record. */
export function saveErrorAnswer(errors: readonly SaveError[]): Answer {
  const status = STATUS_BY_CODE[errors[0]?.statusCode ?? ''] ?? 400;
  return {
    status,
    body: errors.map(({ message, statusCode, fields }) => ({ message, errorCode: statusCode, fields })),
  };
}

export function notFound(message = 'The requested resource does not exist'): OrgError {
  return new OrgError('NOT_FOUND', message, { status: 404 });
}

function toRestError(error: OrgError): RestError {
  return {
    message: error.message,
    errorCode: error.errorCode,
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
