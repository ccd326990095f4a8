import { salesOrg } from './testing/sales-org.ts';

const { org } = salesOrg();
const names = (text: string): unknown[] => org.values(text).map(([name]) => name);

describe('dates', () => {
  test.each([
    ['CloseDate = YESTERDAY', ['First']],
    ['CloseDate = THIS_MONTH', ['First', 'second']],
    ['CloseDate = NEXT_MONTH', ['Third']],
    ['CloseDate > THIS_MONTH', ['Third']],
    ['CloseDate >= THIS_MONTH', ['First', 'second', 'Third']],
    ['CloseDate < THIS_MONTH', ['Orphan']],
    ['CloseDate <= THIS_MONTH', ['First', 'second', 'Orphan']],
    ['CloseDate != THIS_MONTH', ['Third', 'Orphan']],
    ['CloseDate = LAST_YEAR', ['Orphan']],
    ['CloseDate IN (LAST_YEAR, NEXT_MONTH)', ['Third', 'Orphan']],
    ['CloseDate = LAST_N_DAYS:1', ['First']],
    ['CloseDate > LAST_N_DAYS:1', ['First', 'second', 'Third']],
    ['CloseDate = NEXT_N_DAYS:20', ['second']],
    ['CloseDate = 2026-03-31', ['second']],
    ['CALENDAR_QUARTER(CloseDate) = 2', ['Third']],
    ['CreatedDate = 2026-01-01T01:00:00+01:00', ['First', 'second', 'Third', 'Orphan']],
    ['DAY_ONLY(CreatedDate) = 2026-01-01', ['First', 'second', 'Third', 'Orphan']],
    ['DAY_ONLY(convertTimezone(CreatedDate)) = 2025-12-31', ['First', 'second', 'Third', 'Orphan']],
    ['HOUR_IN_DAY(convertTimezone(CreatedDate)) = 16', ['First', 'second', 'Third', 'Orphan']],
    ['CreatedDate = LAST_YEAR', ['First', 'second', 'Third', 'Orphan']],
  ])('%s', (condition, expected) => {
    expect(names(`SELECT Name FROM Opportunity WHERE ${condition} ORDER BY Id`)).toEqual(expected);
  });

  test('TODAY depends on where one is', () => {
    const now = new Date('2026-03-31T23:30:00.000Z');
    const inZone = (timeZone: string) =>
      org.values('SELECT Name FROM Opportunity WHERE CloseDate = TODAY', {}, { now, timeZone });
    expect(inZone('Europe/Berlin')).toEqual([['Third']]);
    expect(inZone('UTC')).toEqual([['second']]);
  });
});
