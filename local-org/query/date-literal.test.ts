import fc from 'fast-check';
import { dateLiteralRange, isDateLiteral, type Calendar } from './date-literal.ts';

/** A Wednesday. */
const calendar: Calendar = { today: '2026-03-11', firstDayOfWeek: 0, fiscalYearStartMonth: 1 };

test.each([
  ['YESTERDAY', 0, '2026-03-10', '2026-03-11'],
  ['TODAY', 0, '2026-03-11', '2026-03-12'],
  ['TOMORROW', 0, '2026-03-12', '2026-03-13'],
  ['LAST_WEEK', 0, '2026-03-01', '2026-03-08'],
  ['THIS_WEEK', 0, '2026-03-08', '2026-03-15'],
  ['NEXT_WEEK', 0, '2026-03-15', '2026-03-22'],
  ['LAST_MONTH', 0, '2026-02-01', '2026-03-01'],
  ['THIS_MONTH', 0, '2026-03-01', '2026-04-01'],
  ['NEXT_MONTH', 0, '2026-04-01', '2026-05-01'],
  ['LAST_QUARTER', 0, '2025-10-01', '2026-01-01'],
  ['THIS_QUARTER', 0, '2026-01-01', '2026-04-01'],
  ['NEXT_QUARTER', 0, '2026-04-01', '2026-07-01'],
  ['LAST_YEAR', 0, '2025-01-01', '2026-01-01'],
  ['THIS_YEAR', 0, '2026-01-01', '2027-01-01'],
  ['NEXT_YEAR', 0, '2027-01-01', '2028-01-01'],
  ['LAST_90_DAYS', 0, '2025-12-11', '2026-03-12'],
  ['NEXT_90_DAYS', 0, '2026-03-12', '2026-06-10'],
  ['LAST_N_DAYS', 1, '2026-03-10', '2026-03-12'],
  ['NEXT_N_DAYS', 1, '2026-03-12', '2026-03-13'],
  ['N_DAYS_AGO', 7, '2026-03-04', '2026-03-05'],
  ['LAST_N_WEEKS', 2, '2026-02-22', '2026-03-08'],
  ['NEXT_N_WEEKS', 2, '2026-03-15', '2026-03-29'],
  ['N_WEEKS_AGO', 2, '2026-02-22', '2026-03-01'],
  ['LAST_N_MONTHS', 3, '2025-12-01', '2026-03-01'],
  ['NEXT_N_MONTHS', 10, '2026-04-01', '2027-02-01'],
  ['N_MONTHS_AGO', 3, '2025-12-01', '2026-01-01'],
  ['LAST_N_QUARTERS', 1, '2025-10-01', '2026-01-01'],
  ['NEXT_N_QUARTERS', 2, '2026-04-01', '2026-10-01'],
  ['N_QUARTERS_AGO', 4, '2025-01-01', '2025-04-01'],
  ['LAST_N_YEARS', 2, '2024-01-01', '2026-01-01'],
  ['NEXT_N_YEARS', 1, '2027-01-01', '2028-01-01'],
  ['N_YEARS_AGO', 1, '2025-01-01', '2026-01-01'],
  ['THIS_FISCAL_QUARTER', 0, '2026-01-01', '2026-04-01'],
  ['LAST_N_FISCAL_YEARS', 1, '2025-01-01', '2026-01-01'],
])('%s:%d', (name, n, from, to) => {
  expect(dateLiteralRange(name, n, calendar)).toMatchObject({ from, to });
});

test('weeks begin where the locale says', () => {
  expect(dateLiteralRange('THIS_WEEK', 0, { ...calendar, firstDayOfWeek: 1 })).toMatchObject({
    from: '2026-03-09',
    to: '2026-03-16',
  });
});

test('fiscal years begin where the company says', () => {
  const fiscal = { ...calendar, fiscalYearStartMonth: 2 };
  expect(dateLiteralRange('THIS_FISCAL_YEAR', 0, fiscal)).toMatchObject({ from: '2026-02-01', to: '2027-02-01' });
  expect(dateLiteralRange('LAST_FISCAL_QUARTER', 0, fiscal)).toMatchObject({ from: '2025-11-01', to: '2026-02-01' });
});

test('unknown names stand for nothing', () => {
  expect(dateLiteralRange('SOMEDAY', 0, calendar)).toBeUndefined();
  expect(isDateLiteral('LAST_N_DAYS', true)).toBe(true);
  expect(isDateLiteral('LAST_N_DAYS', false)).toBe(false);
});

test('last, this and next adjoin, whatever the day', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  const units = fc.constantFrom('WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR');
  fc.assert(
    fc.property(
      days,
      units,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 12 }),
      (day, unit, week, month) => {
        const today = day.toISOString().slice(0, 10);
        const each = { today, firstDayOfWeek: week, fiscalYearStartMonth: month };
        const [last, current, next] = ['LAST', 'THIS', 'NEXT'].map((which) =>
          dateLiteralRange(`${which}_${unit}`, 0, each),
        );
        expect(last?.to).toBe(current?.from);
        expect(current?.to).toBe(next?.from);
        expect((current?.from ?? '') <= today && today < (current?.to ?? '')).toBe(true);
      },
    ),
  );
});
