import fc from 'fast-check';
import { localDay, offsetChanges, offsetMinutes, startOfDay } from './time-zone.ts';

test.each([
  ['America/Los_Angeles', '2026-03-08', '2026-03-08T08:00:00.000Z'],
  ['America/Los_Angeles', '2026-03-09', '2026-03-09T07:00:00.000Z'],
  ['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['Asia/Kolkata', '2026-07-01', '2026-06-30T18:30:00.000Z'],
  ['UTC', '2026-07-01', '2026-07-01T00:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, instant) => {
  expect(startOfDay(zone, day)).toBe(instant);
});

const zones = fc.constantFrom('America/Los_Angeles', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
const instants = fc.date({ min: new Date('2000-02-01'), max: new Date('2039-01-01'), noInvalidDate: true });

test('a day begins on that day, and not a moment earlier', () => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const day = localDay(zone, instant);
      const start = Date.parse(startOfDay(zone, day));
      expect(localDay(zone, new Date(start))).toBe(day);
      expect(localDay(zone, new Date(start - 1)) < day).toBe(true);
    }),
  );
});

test('the list of changes tells every offset', () => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const text = instant.toISOString();
      const known = offsetChanges(zone).findLast(({ from }) => from <= text);
      expect(known?.minutes).toBe(offsetMinutes(zone, instant.getTime()));
    }),
  );
});
