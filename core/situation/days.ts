import type { IsoDate } from './types.ts';

/** Milliseconds in a day. */
export const DAY = 86_400_000;

const ISO = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Epoch milliseconds of an ISO date or moment; undefined where the text is not one.
 * A moment without a zone is read as UTC, so that the answer does not depend on the machine.
 */
export function instantOf(text: string): number | undefined {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const zoned = found[1] === undefined || found[2] !== undefined ? text : `${text}Z`;
  // Salesforce writes offsets as +0000, which not every engine parses.
  const instant = Date.parse(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant) ? undefined : instant;
}

/** Number of the UTC calendar day that an instant lies in. */
export function dayOf(instant: number): number {
  return Math.floor(instant / DAY);
}

/** Calendar days from `from` to `to` (both ISO text or epoch milliseconds), negative when `to` is earlier. */
export function daysBetween(from: string | number, to: string | number): number | undefined {
  const start = typeof from === 'number' ? from : instantOf(from);
  const end = typeof to === 'number' ? to : instantOf(to);
  return start === undefined || end === undefined ? undefined : dayOf(end) - dayOf(start);
}

/** The UTC calendar day of an instant, as `YYYY-MM-DD`. */
export function isoDateOf(instant: number): IsoDate {
  return new Date(instant).toISOString().slice(0, 10);
}
