import type { ObjectDefinition } from '../../schema/types.ts';
import type { SaveError } from '../../store/types.ts';
import type { Answer } from '../call.ts';
import { saveErrorAnswer } from '../rest/rest-error.ts';

interface RecordError {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

/** A refused write in the UI API's shape: errors of the record, and errors by field. */
export function recordErrorAnswer(
  object: ObjectDefinition,
  errors: readonly SaveError[],
  verb: 'create' | 'update' | 'delete',
): Answer {
  const { status } = saveErrorAnswer(errors);
  const fieldErrors: Record<string, RecordError[]> = {};
  const general: RecordError[] = [];
  for (const { statusCode, message, fields } of errors) {
    for (const name of fields) {
      const label = object.fields.find((field) => field.name === name)?.label ?? name;
      (fieldErrors[name] ??= []).push(toError(statusCode, message, name, label));
    }
    if (fields.length === 0) {
      general.push(toError(statusCode, message, null, null));
    }
  }
  return {
    status,
    body: [
      {
        enhancedErrorType: 'RecordError',
        errorCode: errors[0]?.statusCode ?? 'INVALID_INPUT',
        message: `An error occurred while trying to ${verb} the record. Please try again.`,
        output: { errors: general, fieldErrors },
        statusCode: status,
      },
    ],
  };
}

function toError(errorCode: string, message: string, field: string | null, fieldLabel: string | null): RecordError {
  return { constituentField: null, duplicateRecordError: null, errorCode, field, fieldLabel, message };
}
