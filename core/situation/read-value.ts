import { instantOf } from './days.ts';
import type { FieldValue, SignalType, SignalValue } from './types.ts';

/** A field's value as a signal of the given type; undefined where it is blank or of another type. */
export function readValue(value: FieldValue, type: SignalType): SignalValue | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  switch (type) {
    case 'text': {
      const text = String(value).trim();
      return text === '' ? undefined : text;
    }
    case 'number':
      return readNumber(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return typeof value === 'string' && instantOf(value) !== undefined ? value : undefined;
  }
}

/** A finite number from a number or a numeric text. */
export function readNumber(value: FieldValue): number | undefined {
  if (typeof value === 'boolean' || value === null || value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
