import type { OrgRecord } from '../connection/index.ts';
import type { Flag } from '../replica/index.ts';

/** A field as text; blank is null. Values arrive typed from REST and as text from Bulk. */
export function textOf(record: OrgRecord, field: string): string | null {
  const value = record[field];
  return value === null || value === undefined || value === '' ? null : String(value);
}

/** A field that is never blank. */
export function requiredTextOf(record: OrgRecord, field: string): string {
  return textOf(record, field) ?? '';
}

/** A field of the record that a relationship leads to, such as `Owner`, as text. */
export function relatedTextOf(record: OrgRecord, relationship: string, field: string): string | null {
  const related = record[relationship] as OrgRecord | null | undefined;
  return related === null || related === undefined ? null : textOf(related, field);
}

export function numberOf(record: OrgRecord, field: string): number | null {
  const text = textOf(record, field);
  return text === null ? null : Number(text);
}

export function flagOf(record: OrgRecord, field: string): Flag {
  return String(record[field]).toLowerCase() === 'true' ? 1 : 0;
}

/** A date and time in the one form `2026-11-23T14:48:00.000Z`, so that texts compare as moments. */
export function momentOf(record: OrgRecord, field: string): string | null {
  const text = textOf(record, field);
  return text === null ? null : isoMoment(text);
}

export function isoMoment(text: string): string {
  return new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).toISOString();
}
