import { OrgError } from '../../error.ts';
import { isObject, type JsonObject } from '../../json-object.ts';
import type { FieldValue, RecordInput } from '../../store/types.ts';

/** @throws {OrgError} `JSON_PARSER_ERROR` when the body is not a JSON object */
export function objectBody(body: unknown): JsonObject {
  if (!isObject(body)) {
    throw new OrgError('JSON_PARSER_ERROR', 'The HTTP entity body is required to be a JSON object');
  }
  return body;
}

/** @throws {OrgError} `JSON_PARSER_ERROR` when `name` is missing or no list */
export function listOf(body: JsonObject, name: string): readonly unknown[] {
  const value = body[name];
  if (!Array.isArray(value)) {
    throw new OrgError('JSON_PARSER_ERROR', `The HTTP entity body must hold '${name}', a list`);
  }
  return value;
}

export function textOf(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

/** @throws {OrgError} `REQUIRED_FIELD_MISSING` */
export function requiredText(body: JsonObject, name: string): string {
  const value = textOf(body, name);
  if (value === undefined || value === '') {
    throw new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${name}]`, { fields: [name] });
  }
  return value;
}

/** Field values of one record in a JSON body; `attributes` is not a field. */
export function toRecordInput(value: unknown): RecordInput {
  const record: Record<string, FieldValue | Readonly<Record<string, FieldValue>>> = {};
  for (const [name, field] of Object.entries(objectBody(value))) {
    if (name !== 'attributes') {
      record[name] = isObject(field) ? toReference(name, field) : toFieldValue(name, field);
    }
  }
  return record;
}

/** The `attributes.type` of a record in a body. */
export function typeOfRecord(value: unknown): string {
  const attributes = isObject(value) ? value['attributes'] : undefined;
  const type = isObject(attributes) ? textOf(attributes, 'type') : undefined;
  if (type === undefined) {
    throw new OrgError('INVALID_INPUT', 'Each record needs attributes.type, the name of its object');
  }
  return type;
}

function toReference(name: string, value: JsonObject): Readonly<Record<string, FieldValue>> {
  const keys = Object.entries(value).filter(([key]) => key !== 'attributes');
  return Object.fromEntries(keys.map(([key, field]) => [key, toFieldValue(`${name}.${key}`, field)]));
}

function toFieldValue(name: string, value: unknown): FieldValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize the value of ${name} from START_ARRAY or START_OBJECT`, {
    fields: [name],
  });
}
