/** Days from `from` up to, but not including, `to`, as `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
  /** True when the range reaches to today, so that "after it" means after its beginning. */
  readonly rolling: boolean;
}

export interface Calendar {
  readonly today: string;
  /** 0 is Sunday; the platform takes it from the person's locale. */
  readonly firstDayOfWeek: number;
  /** 1 is January. */
  readonly fiscalYearStartMonth: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

const FIXED = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)$/;
const COUNTED = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S$/;
const AGO = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO$/;
const SINGLE: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };

/** True for the name of a date literal that does (`counted`) or does not take `:n`. Names are in upper case. */
export function isDateLiteral(name: string, counted: boolean): boolean {
  if (counted) return COUNTED.test(name) || AGO.test(name);
  return name in SINGLE || FIXED.test(name) || name === 'LAST_90_DAYS' || name === 'NEXT_90_DAYS';
}

/**
 * The days that a date literal stands for, or undefined for an unknown name.
 * Source: "Date Formats and Date Literals in WHERE" of the platform's SOQL reference: LAST_N_DAYS includes today,
 * NEXT_N_DAYS does not, every other counted literal spans whole units beside the current one.
 */
export function dateLiteralRange(name: string, n: number, calendar: Calendar): DayRange | undefined {
  const single = SINGLE[name];
  if (single !== undefined) return span('DAY', single, 1, calendar);
  if (name === 'LAST_90_DAYS') return dateLiteralRange('LAST_N_DAYS', 90, calendar);
  if (name === 'NEXT_90_DAYS') return dateLiteralRange('NEXT_N_DAYS', 90, calendar);
  const fixed = FIXED.exec(name);
  if (fixed) return span(fixed[2] as Unit, fixed[1] === 'LAST' ? -1 : fixed[1] === 'THIS' ? 0 : 1, 1, calendar);
  const ago = AGO.exec(name);
  if (ago) return span(ago[1] as Unit, -n, 1, calendar);
  const counted = COUNTED.exec(name);
  if (!counted) return undefined;
  if (counted[1] === 'NEXT') return span(counted[2] as Unit, 1, n, calendar);
  if (counted[2] === 'DAY') return { ...span('DAY', -n, n + 1, calendar), rolling: true };
  return span(counted[2] as Unit, -n, n, calendar);
}

/** `count` units, the first one `offset` units from the current one. */
function span(unit: Unit, offset: number, count: number, calendar: Calendar): DayRange {
  const start = startOfUnit(unit, calendar);
  return { from: addUnits(start, unit, offset), to: addUnits(start, unit, offset + count), rolling: false };
}

function startOfUnit(unit: Unit, { today, firstDayOfWeek, fiscalYearStartMonth }: Calendar): string {
  const month = Number(today.slice(5, 7)) - 1;
  switch (unit) {
    case 'DAY':
      return today;
    case 'WEEK':
      return addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() - firstDayOfWeek + 7) % 7));
    case 'MONTH':
      return addMonths(today, 0);
    case 'QUARTER':
      return addMonths(today, -(month % 3));
    case 'YEAR':
      return addMonths(today, -month);
    case 'FISCAL_QUARTER':
      return addMonths(today, -((month - fiscalYearStartMonth + 13) % 3));
    case 'FISCAL_YEAR':
      return addMonths(today, -((month - fiscalYearStartMonth + 13) % 12));
  }
}

const MONTHS: Readonly<Record<Exclude<Unit, 'DAY' | 'WEEK'>, number>> = {
  MONTH: 1,
  QUARTER: 3,
  YEAR: 12,
  FISCAL_QUARTER: 3,
  FISCAL_YEAR: 12,
};

function addUnits(day: string, unit: Unit, count: number): string {
  if (unit === 'DAY') return addDays(day, count);
  if (unit === 'WEEK') return addDays(day, 7 * count);
  return addMonths(day, MONTHS[unit] * count);
}

function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return dayOf(date);
}

/** The first day of the month that is `count` months away. */
function addMonths(day: string, count: number): string {
  return dayOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + count, 1)));
}

/** Literals beyond the calendar's four-digit years end there. */
function dayOf(date: Date): string {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year > 9999) return '9999-12-31';
  return year < 0 ? '0000-01-01' : date.toISOString().slice(0, 10);
}
