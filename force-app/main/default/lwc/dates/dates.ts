import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

export const DAY_MS = 86_400_000;

/** A calendar day has no time zone: it is read and shown as UTC. A moment is shown where the user is. */
function isDay(iso: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso);
}

function toDate(iso: string): Date {
  // Salesforce writes +0000, which not every browser reads.
  return new Date(iso.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** Epoch milliseconds of an ISO day or moment. */
export function millisecondsOf(iso: string): number {
  return toDate(iso).getTime();
}

/** An ISO moment in its UTC form (`…Z`), the form that core compares as text. */
export function toUtc(iso: string): string {
  return toDate(iso).toISOString();
}

/** `12 Oct`, with the year where it is not this one. Empty for what is no date. */
export function shortDate(iso: string | undefined, now: Date): string {
  const date = iso === undefined ? undefined : toDate(iso);
  if (!iso || !date || Number.isNaN(date.getTime())) return '';
  const sameYear = date.getUTCFullYear() === now.getUTCFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: isDay(iso) ? 'UTC' : timeZone,
  }).format(date);
}

/** The exact day, or day and time, for a hover. Empty for what is no date. */
export function exactDate(iso: string | undefined): string {
  const date = iso === undefined ? undefined : toDate(iso);
  if (!iso || !date || Number.isNaN(date.getTime())) return '';
  return isDay(iso)
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(date)
    : new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(date);
}

/** Today's calendar day where the user is, `YYYY-MM-DD`. */
export function today(now: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(now);
}

/** Whole days from one ISO day or moment to another. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((millisecondsOf(to) - millisecondsOf(from)) / DAY_MS);
}
