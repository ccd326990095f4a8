import { isId, toId18 } from '../schema/ids.ts';
import type { FieldDefinition } from '../schema/types.ts';
import type { SqlValue } from '../security/types.ts';
import { saveError } from './save-error.ts';
import type { FieldValue, SaveError } from './types.ts';

/** A value in stored form, or why the platform refuses it. */
export type Converted = { readonly value: SqlValue } | { readonly error: SaveError };

/**
 * A client's value in stored form. Texts stand for numbers, booleans and dates too, as CSV and XML bring them; a blank
 * text is no value.
 */
export function toStored(field: FieldDefinition, given: FieldValue): Converted {
  if (given === null || given === '') return { value: field.type === 'boolean' ? 0 : null };
  switch (field.type) {
    case 'boolean':
      return toBoolean(field, given);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return toNumber(field, given);
    case 'date':
      return toDate(field, given);
    case 'datetime':
      return toDateTime(field, given);
    case 'id':
    case 'reference':
      return toReference(field, given);
    case 'picklist':
      return toPicklist(field, String(given));
    case 'multipicklist':
      return toMultiPicklist(field, String(given));
    case 'textarea':
      return toText(field, String(given));
    case 'email':
      return toEmail(field, String(given).trim());
    default:
      return toText(field, String(given).trim());
  }
}

/** A stored value as clients see it. */
export function fromStored(field: FieldDefinition | undefined, stored: SqlValue | undefined): FieldValue {
  if (field?.type === 'boolean') return stored === 1;
  if (field?.type === 'anyType') return fromAnyType(stored);
  return stored ?? null;
}

/** A value of any type in the form in which a column of that type keeps it: JSON, as the REST API writes it. */
export function toAnyType(field: FieldDefinition, stored: SqlValue): SqlValue {
  const value = fromStored(field, stored);
  if (value === null) return null;
  return JSON.stringify(field.type === 'datetime' ? String(value).replace(/Z$/, '+0000') : value);
}

/** What {@link toAnyType} kept. */
export function fromAnyType(stored: SqlValue | undefined): string | number | boolean | null {
  return typeof stored === 'string' ? (JSON.parse(stored) as string | number | boolean) : null;
}

function wrongType(field: FieldDefinition, given: FieldValue): Converted {
  return refuse('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${given}`, field);
}

function refuse(code: string, message: string, field: FieldDefinition): Converted {
  return { error: saveError(code, message, [field.name]) };
}

function toBoolean(field: FieldDefinition, given: FieldValue): Converted {
  const text = String(given).trim().toLowerCase();
  if (text === 'true' || text === '1') return { value: 1 };
  if (text === 'false' || text === '0') return { value: 0 };
  return wrongType(field, given);
}

/**
 * A number as it was given. The scale of a field is for showing it: the platform keeps every decimal that comes over an
 * API, and limits only the digits before the point.
 *
 * Source: Salesforce Help, "Number Field Stores More Decimal Places Than Defined When Set via API or Apex".
 */
function toNumber(field: FieldDefinition, given: FieldValue): Converted {
  const value = typeof given === 'number' ? given : typeof given === 'string' ? Number(given.trim() || NaN) : NaN;
  if (!Number.isFinite(value) || (field.type === 'int' && !Number.isInteger(value))) return wrongType(field, given);
  const scale = field.type === 'int' ? 0 : (field.scale ?? 2);
  const wholeDigits = (field.precision ?? 18) - scale;
  if (Math.abs(value) >= 10 ** wholeDigits) {
    return refuse(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${given}`,
      field,
    );
  }
  return { value };
}

/** Half away from zero, on the decimal digits that people see (1.005 → 1.01). */
export function roundTo(number: number, scale: number): number {
  if (Number.isInteger(number)) return number;
  const shifted = Math.round(Number(`${Math.abs(number)}e${scale}`));
  const rounded = Number.isFinite(shifted) ? Number(`${shifted}e-${scale}`) : Number(Math.abs(number).toFixed(scale));
  return Math.sign(number) * rounded;
}

function toDate(field: FieldDefinition, given: FieldValue): Converted {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(String(given).trim());
  if (typeof given !== 'string' || !match) return wrongType(field, given);
  const value = `${match[1]}-${match[2]}-${match[3]}`;
  const parsed = new Date(`${value}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
    ? { value }
    : wrongType(field, given);
}

function toDateTime(field: FieldDefinition, given: FieldValue): Converted {
  if (typeof given !== 'string') return wrongType(field, given);
  const text = given.trim();
  const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!form) return wrongType(field, given);
  const zone = (form[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const parsed = new Date(`${form[1]}T${form[2] ?? '00:00:00'}${zone}`);
  return Number.isNaN(parsed.getTime()) ? wrongType(field, given) : { value: parsed.toISOString() };
}

function toReference(field: FieldDefinition, given: FieldValue): Converted {
  const text = String(given).trim();
  if (!isId(text)) return refuse('MALFORMED_ID', `${field.label}: id value of incorrect type: ${text}`, field);
  return { value: toId18(text) };
}

function toText(field: FieldDefinition, text: string): Converted {
  if (text === '') return { value: null };
  if (field.length !== undefined && text.length > field.length) {
    return refuse(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${text} (max length=${field.length})`,
      field,
    );
  }
  return { value: text };
}

function toEmail(field: FieldDefinition, text: string): Converted {
  if (text !== '' && !/^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]+$/.test(text)) {
    return refuse('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, field);
  }
  return toText(field, text);
}

function toPicklist(field: FieldDefinition, text: string): Converted {
  const listed = listedValue(field, text);
  if (listed === undefined && field.picklist?.restricted) return badPicklistValue(field, text);
  return toText(field, listed ?? text.trim());
}

function toMultiPicklist(field: FieldDefinition, text: string): Converted {
  const given = text.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const listed = given.map((part) => listedValue(field, part) ?? part);
  if (field.picklist?.restricted) {
    const bad = listed.find((part) => listedValue(field, part) === undefined);
    if (bad !== undefined) return badPicklistValue(field, bad);
  }
  const order = new Map(field.picklist?.values.map(({ value }, index) => [value, index]));
  const sorted = [...new Set(listed)].sort((a, b) => (order.get(a) ?? 1e6) - (order.get(b) ?? 1e6));
  return toText({ ...field, length: undefined }, sorted.join(';'));
}

/** The value as it is listed: picklists compare without regard to case, and keep the listed spelling. */
function listedValue(field: FieldDefinition, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  return field.picklist?.values.find(({ value, active }) => active && value.toLowerCase() === wanted)?.value;
}

function badPicklistValue(field: FieldDefinition, text: string): Converted {
  return refuse(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${text}`,
    field,
  );
}
