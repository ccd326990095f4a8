import { isId, toId18 } from '../schema/ids.ts';
import type { FieldType } from '../schema/types.ts';
import type { SqlValue } from '../security/types.ts';
import { dateLiteralRange, type Calendar } from './date-literal.ts';
import type { Literal } from './plan.ts';
import { startOfDay } from './time-zone.ts';

/** A literal in stored form: one value, no value, or a range (`to` excluded). */
export type StoredLiteral =
  | { readonly kind: 'value'; readonly value: SqlValue }
  | { readonly kind: 'null' }
  | { readonly kind: 'range'; readonly from: string; readonly to: string; readonly rolling: boolean };

/** A literal that cannot be compared with the field. */
export class LiteralError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'LiteralError';
    this.code = code;
  }
}

export interface LiteralSetting {
  readonly calendar: Calendar;
  readonly timeZone: string;
}

const NULL: StoredLiteral = { kind: 'null' };

/** A literal in the form in which a field of this type is stored. @throws LiteralError when it does not fit. */
export function storedLiteral(
  literal: Literal,
  type: FieldType,
  fieldName: string,
  setting: LiteralSetting,
): StoredLiteral {
  if (literal.kind === 'null') return NULL;
  switch (type) {
    case 'boolean':
      return literal.kind === 'boolean' ? value(literal.value ? 1 : 0) : misfit(fieldName, 'boolean', false);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return literal.kind === 'number'
        ? value(literal.value)
        : misfit(fieldName, type === 'int' ? 'int' : 'double', false);
    case 'date':
      return dateValue(literal, fieldName, setting);
    case 'datetime':
      return datetimeValue(literal, fieldName, setting);
    case 'id':
    case 'reference':
      return idValue(literal, fieldName);
    default:
      if (literal.kind !== 'string') return misfit(fieldName, 'string', true);
      return literal.value === '' ? NULL : value(literal.value);
  }
}

function dateValue(literal: Literal, fieldName: string, { calendar }: LiteralSetting): StoredLiteral {
  if (literal.kind === 'date') return value(checkedDay(literal.value));
  if (literal.kind !== 'dateLiteral') return misfit(fieldName, 'date', false);
  return { kind: 'range', ...rangeOf(literal.name, literal.n, calendar) };
}

function datetimeValue(literal: Literal, fieldName: string, setting: LiteralSetting): StoredLiteral {
  if (literal.kind === 'datetime') {
    const time = new Date(literal.value);
    if (Number.isNaN(time.getTime())) throw new LiteralError('MALFORMED_QUERY', `Invalid datetime: ${literal.value}`);
    return value(time.toISOString());
  }
  if (literal.kind !== 'dateLiteral') return misfit(fieldName, 'dateTime', false);
  const { from, to, rolling } = rangeOf(literal.name, literal.n, setting.calendar);
  return { kind: 'range', from: startOfDay(setting.timeZone, from), to: startOfDay(setting.timeZone, to), rolling };
}

function idValue(literal: Literal, fieldName: string): StoredLiteral {
  if (literal.kind !== 'string') return misfit(fieldName, 'string', true);
  if (literal.value === '') return NULL;
  if (isId(literal.value)) return value(toId18(literal.value));
  throw new LiteralError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.value}`);
}

function checkedDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return day;
  throw new LiteralError('MALFORMED_QUERY', `Invalid date: ${day}`);
}

function rangeOf(
  name: string,
  n: number | undefined,
  calendar: Calendar,
): { from: string; to: string; rolling: boolean } {
  const range = dateLiteralRange(name.toUpperCase(), n ?? 0, calendar);
  if (!range) throw new LiteralError('MALFORMED_QUERY', `unknown date literal: ${name}`);
  return range;
}

function value(stored: SqlValue): StoredLiteral {
  return { kind: 'value', value: stored };
}

function misfit(fieldName: string, type: string, quoted: boolean): never {
  throw new LiteralError(
    'INVALID_FIELD',
    `value of filter criterion for field '${fieldName}' must be of type ${type} and should ${quoted ? '' : 'not '}be enclosed in quotes`,
  );
}
