import { OrgError } from '../../error.ts';
import { isObject } from '../../json-object.ts';
import type { FieldDefinition } from '../../schema/types.ts';
import type { FieldValue, RecordInput } from '../../store/types.ts';
import { toStored } from '../../store/values.ts';
import type { Call } from '../call.ts';
import { toRecordInput } from './body.ts';

/**
 * The field values of one record in a JSON body. The platform reads JSON by the types of the fields: a value that is
 * not of its field's type spoils the whole request, as broken JSON does, and never reaches the record.
 *
 * @throws {OrgError} `JSON_PARSER_ERROR`
 */
export function parsedRecord(call: Call, object: string, value: unknown): RecordInput {
  const input = toRecordInput(value);
  const access = call.org.access(call.actor);
  for (const [name, given] of Object.entries(input)) {
    const field = call.org.schema.field(object, name);
    // What the actor does not know is told by the record's own checks, as unknown.
    if (field === undefined || given === undefined || !access.fieldReadable(object, field.name)) continue;
    if (!isOfType(field, given)) throw wrongType(field, given);
  }
  return input;
}

type Given = FieldValue | Readonly<Record<string, FieldValue>>;

function isOfType(field: FieldDefinition, given: Given): boolean {
  if (isObject(given)) return false;
  const converted = toStored(field, given);
  return !('error' in converted) || converted.error.statusCode !== 'INVALID_TYPE_ON_FIELD_IN_RECORD';
}

function wrongType(field: FieldDefinition, given: Given): OrgError {
  const value = isObject(given) ? '{' : String(given);
  return new OrgError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${tokenOf(given)} value ${value} or request may be missing a ` +
      `required field: ${field.name}`,
    { fields: [field.name] },
  );
}

/** What the platform calls the beginning of such a value. */
function tokenOf(given: Given): string {
  switch (typeof given) {
    case 'string':
      return 'VALUE_STRING';
    case 'number':
      return Number.isInteger(given) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    case 'boolean':
      return given ? 'VALUE_TRUE' : 'VALUE_FALSE';
    default:
      return 'START_OBJECT';
  }
}
