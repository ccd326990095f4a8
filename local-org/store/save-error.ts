import { OrgError } from '../error.ts';
import type { SaveError, SaveResult } from './types.ts';

export function saveError(statusCode: string, message: string, fields: readonly string[] = []): SaveError {
  return { statusCode, message, fields };
}

/** Undoes one record's writes on its way up, and becomes that record's result. */
export class RecordRefused extends Error {
  readonly errors: readonly SaveError[];

  constructor(errors: readonly SaveError[]) {
    super(errors.map(({ statusCode, message }) => `${statusCode}: ${message}`).join('; '));
    this.name = 'RecordRefused';
    this.errors = errors;
  }
}

export function refuse(statusCode: string, message: string, fields: readonly string[] = []): RecordRefused {
  return new RecordRefused([saveError(statusCode, message, fields)]);
}

/** The errors that a failed record answers with; anything that is no refusal is a fault of the org and goes on up. */
export function errorsOf(thrown: unknown): readonly SaveError[] {
  if (thrown instanceof RecordRefused) return thrown.errors;
  if (thrown instanceof OrgError) return [saveError(thrown.errorCode, thrown.message, thrown.fields)];
  throw thrown;
}

export function failure(errors: readonly SaveError[], id?: string): SaveResult {
  return { id, success: false, errors };
}
