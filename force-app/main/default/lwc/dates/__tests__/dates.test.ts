import { daysBetween, exactDate, millisecondsOf, shortDate, today, toUtc } from 'c/dates';

// sfdx-lwc-jest says that the user is in Los Angeles and reads English.
const now = new Date('2026-11-23T15:00:00.000Z');

describe('shortDate', () => {
  it.each([
    ['a day of this year', '2026-10-12', 'Oct 12'],
    ['a day of another year', '2025-10-12', 'Oct 12, 2025'],
    ['a moment, where the user is', '2026-10-12T03:00:00.000Z', 'Oct 11'],
    ['what is no date', 'soon', ''],
    ['nothing', undefined, ''],
  ])('words %s', (_, iso, expected) => {
    expect(shortDate(iso, now)).toBe(expected);
  });
});

describe('exactDate', () => {
  it('has the weekday, and the time of a moment', () => {
    expect(exactDate('2026-10-12')).toBe('Monday, October 12, 2026');
    expect(exactDate('2026-10-12T18:30:00.000Z')).toContain('11:30');
    expect(exactDate('')).toBe('');
  });
});

describe('moments', () => {
  it("reads Salesforce's own form", () => {
    expect(toUtc('2026-11-23T14:48:00.000+0000')).toBe('2026-11-23T14:48:00.000Z');
    expect(millisecondsOf('2026-11-23T14:48:00.000+0000')).toBe(Date.parse('2026-11-23T14:48:00Z'));
  });

  it('knows the day where the user is', () => {
    expect(today(new Date('2026-11-23T03:00:00Z'))).toBe('2026-11-22');
  });

  it('counts whole days', () => {
    expect(daysBetween('2026-11-01', '2026-11-23')).toBe(22);
  });
});
