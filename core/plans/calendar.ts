import { DAY, instantOf, isoDateOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';

/** A day on which something is due. */
export interface CalendarEntry {
  /** Stable: an entry with the same id replaces the one that was imported before. */
  readonly id: string;
  readonly title: string;
  readonly day: IsoDate;
  readonly description?: string;
  /** Where to do it; an absolute address. */
  readonly url?: string;
}

const LINE_OCTETS = 75;
const PRODUCT = '-//Fluency//Development plan//EN';
/** SEQUENCE counts from here in minutes, so that each later file outranks the one before. */
const SEQUENCE_START = Date.UTC(2020, 0, 1);

/**
 * An iCalendar file (RFC 5545) with one all-day entry per item, which does not block the day. An entry whose `day` is
 * no date is left out.
 *
 * @param now when the file is made; a file made later updates what an earlier one added
 */
export function toCalendar(entries: readonly CalendarEntry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => eventLines(entry, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ id, title, day, description, url }: CalendarEntry, now: Date): string[] {
  const start = instantOf(day);
  if (start === undefined) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${id}@fluency`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    `SEQUENCE:${Math.max(0, Math.floor((now.getTime() - SEQUENCE_START) / 60_000))}`,
    `DTSTART;VALUE=DATE:${compactDay(start)}`,
    // The end is exclusive.
    `DTEND;VALUE=DATE:${compactDay(start + DAY)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(url ? [`URL:${withoutControls(url)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compactDay(instant: number): string {
  return isoDateOf(instant).replaceAll('-', '');
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  const escaped = text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
  return withoutControls(escaped);
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** RFC 5545, 3.1: no line above 75 octets; what continues one starts with a space. Characters stay whole. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
