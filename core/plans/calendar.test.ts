import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEntry, toCalendar } from './index.ts';

const NOW = new Date('2026-05-10T08:30:15.250Z');
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'a0Z000000000001AAA',
  title: 'Trade, never give',
  day: '2026-05-15',
  ...more,
});

function eventsIn(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

test('a due day is an all-day entry that does not block the day', () => {
  const [event] = eventsIn(toCalendar([entry({ url: 'https://org.example/lightning/page?a=1,2' })], NOW));
  expect(event?.uid).toBe('a0Z000000000001AAA@fluency');
  expect(event?.summary).toBe('Trade, never give');
  expect([event?.startDate.toString(), event?.endDate.toString(), event?.startDate.isDate]).toEqual([
    '2026-05-15',
    '2026-05-16',
    true,
  ]);
  expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  expect(event?.component.getFirstPropertyValue('url')).toBe('https://org.example/lightning/page?a=1,2');
  expect(String(event?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-05-10T08:30:15Z');
});

test('a month and a year may end between start and end', () => {
  const [event] = eventsIn(toCalendar([entry({ day: '2026-12-31' })], NOW));
  expect(event?.endDate.toString()).toBe('2027-01-01');
});

test('a later file updates an earlier one: same identity, higher sequence', () => {
  const [before] = eventsIn(toCalendar([entry()], NOW));
  const [after] = eventsIn(toCalendar([entry({ day: '2026-05-20' })], new Date(NOW.getTime() + 60_000)));
  expect(after?.uid).toBe(before?.uid);
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
});

test('what is no day is left out; an empty plan is still a calendar', () => {
  expect(eventsIn(toCalendar([entry({ day: 'soon' })], NOW))).toEqual([]);
  expect(toCalendar([], NOW)).toContain('BEGIN:VCALENDAR\r\n');
});

/** Octets in UTF-8. */
function octets(line: string): number {
  return encodeURIComponent(line).replace(/%[0-9A-F]{2}/g, '.').length;
}

test('any text comes back as it was, in lines of at most 75 octets that end in CRLF', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/\p{Cc}/gu, ' ').trim());
  fc.assert(
    fc.property(words, words, (title, note) => {
      const file = toCalendar([entry({ title: `T${title}`, description: `one;\n${note}\\n` })], NOW);
      const [event] = eventsIn(file);
      expect(event?.summary).toBe(`T${title}`);
      expect(event?.description).toBe(`one;\n${note}\\n`);
      const lines = file.split('\r\n');
      expect(lines.at(-1)).toBe('');
      expect(lines.filter((line) => octets(line) > 75)).toEqual([]);
      expect(lines.join('')).not.toMatch(/[\r\n]/);
      expect(lines.join('')).not.toContain('\uFFFD');
    }),
  );
});

test('control characters cannot end a line', () => {
  const file = toCalendar([entry({ title: 'a\u0007b\rATTENDEE:x', url: 'https://x/\r\nX:1' })], NOW);
  expect(file).toContain('SUMMARY:a b\\nATTENDEE:x\r\n');
  expect(file).toContain('URL:https://x/  X:1\r\n');
});
