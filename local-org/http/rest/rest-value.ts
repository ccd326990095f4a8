import type { Schema } from '../../schema/types.ts';
import type { FieldValue } from '../../store/types.ts';

/** A moment as the REST API writes it: `2026-11-23T14:48:00.000+0000`. */
export function toRestDateTime(value: string): string {
  return value.endsWith('Z') ? `${value.slice(0, -1)}+0000` : value;
}

/** A stored record's fields as the REST API writes them. */
export function toRestFields(
  schema: Schema,
  object: string,
  record: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'string' && schema.field(object, name)?.type === 'datetime' ? toRestDateTime(value) : value,
    ]),
  );
}
