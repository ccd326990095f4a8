import type { Random } from './random.ts';
import { valueAt, type Generated, type Plain } from './oracle.ts';

/** Where and when queries are asked. */
export interface Clock {
  readonly now: Date;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

const UNITS: readonly Unit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
const NAMED_DAYS: readonly (readonly [name: string, offset: number])[] = [
  ['YESTERDAY', -1],
  ['TODAY', 0],
  ['TOMORROW', 1],
];

/** A date field is of a day; a field of date and time is of the day that it is on the person's clock. */
export interface DateSubject {
  readonly path: string;
  readonly isMoment: boolean;
}

/** A span of whole units, counted from the current one. */
interface Span {
  readonly literal: string;
  readonly unit: Unit;
  readonly first: number;
  readonly last: number;
  /** `LAST_N_DAYS` reaches to today: "after" it is not asked, since clients and platform differ about it. */
  readonly rolling: boolean;
}

/** A comparison of a date with a date literal, and what it means by counting units instead of comparing bounds. */
export function dateComparison(random: Random, { path, isMoment }: DateSubject, clock: Clock): Generated {
  const { literal, unit, first, last, rolling } = span(random);
  const operator = random.pick(rolling ? ['=', '!=', '<', '>='] : ['=', '!=', '<', '<=', '>', '>=']);
  const today = indexOf(unit, localDay(clock.now.toISOString(), clock.timeZone), clock);
  return {
    soql: `${path} ${operator} ${literal}`,
    holds: (record) => {
      const value = valueAt(record, path);
      if (value === null) return operator === '!=';
      const day = isMoment ? localDay(String(value), clock.timeZone) : String(value);
      const away = indexOf(unit, day, clock) - today;
      switch (operator) {
        case '=':
          return away >= first && away <= last;
        case '!=':
          return away < first || away > last;
        case '<':
          return away < first;
        case '<=':
          return away <= last;
        case '>':
          return away > last;
        default:
          return away >= first;
      }
    },
  };
}

function span(random: Random): Span {
  const unit = random.pick(UNITS);
  const n = 1 + random.below(4);
  const whole = (literal: string, first: number, last: number): Span => ({
    literal,
    unit,
    first,
    last,
    rolling: false,
  });
  const choices: Span[] = [
    whole(`NEXT_N_${unit}S:${n}`, 1, n),
    whole(`N_${unit}S_AGO:${n}`, -n, -n),
    unit === 'DAY' ? { ...whole(`LAST_N_DAYS:${n}`, -n, 0), rolling: true } : whole(`LAST_N_${unit}S:${n}`, -n, -1),
    ...(unit === 'DAY'
      ? NAMED_DAYS.map(([literal, offset]) => whole(literal, offset, offset))
      : [whole(`LAST_${unit}`, -1, -1), whole(`THIS_${unit}`, 0, 0), whole(`NEXT_${unit}`, 1, 1)]),
  ];
  return random.pick(choices);
}

/** Which day, week, month … since 1970 a day is in. */
function indexOf(unit: Unit, day: string, { fiscalYearStartMonth }: Clock): number {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const fiscalMonths = months - (fiscalYearStartMonth - 1);
  switch (unit) {
    case 'DAY':
      return days;
    case 'WEEK':
      // 1970-01-01 was a Thursday; weeks begin on Sunday.
      return Math.floor((days + 4) / 7);
    case 'MONTH':
      return months;
    case 'QUARTER':
      return Math.floor(months / 3);
    case 'YEAR':
      return Math.floor(months / 12);
    case 'FISCAL_QUARTER':
      return Math.floor(fiscalMonths / 3);
    case 'FISCAL_YEAR':
      return Math.floor(fiscalMonths / 12);
  }
}

/** Date functions, said a second time by the calendar of JavaScript. */
const FUNCTIONS: Readonly<Record<string, (day: Date, clock: Clock) => number>> = {
  CALENDAR_YEAR: (day) => day.getUTCFullYear(),
  CALENDAR_QUARTER: (day) => Math.floor(day.getUTCMonth() / 3) + 1,
  CALENDAR_MONTH: (day) => day.getUTCMonth() + 1,
  DAY_IN_MONTH: (day) => day.getUTCDate(),
  DAY_IN_WEEK: (day) => day.getUTCDay() + 1,
  DAY_IN_YEAR: dayInYear,
  WEEK_IN_MONTH: (day) => Math.ceil(day.getUTCDate() / 7),
  WEEK_IN_YEAR: (day) => Math.ceil(dayInYear(day) / 7),
  FISCAL_YEAR: (day, clock) => fiscal(day, clock).getUTCFullYear() + (clock.fiscalYearStartMonth === 1 ? 0 : 1),
  FISCAL_QUARTER: (day, clock) => Math.floor(fiscal(day, clock).getUTCMonth() / 3) + 1,
  FISCAL_MONTH: (day, clock) => fiscal(day, clock).getUTCMonth() + 1,
};

/** A function of a date, and what it gives. */
export interface DateFunctionOf {
  readonly soql: string;
  readonly of: (record: Plain) => number | null;
}

/** A date function of a field; of a moment in UTC, or on the person's clock. */
export function dateFunctionOf(random: Random, { path, isMoment }: DateSubject, clock: Clock): DateFunctionOf {
  const name = random.pick(isMoment ? [...Object.keys(FUNCTIONS), 'HOUR_IN_DAY'] : Object.keys(FUNCTIONS));
  const own = isMoment && random.chance(0.5);
  const zone = own ? clock.timeZone : 'UTC';
  return {
    soql: `${name}(${own ? `convertTimezone(${path})` : path})`,
    of: (record) => {
      const value = valueAt(record, path);
      if (value === null) return null;
      if (name === 'HOUR_IN_DAY') return localHour(String(value), zone);
      const day = isMoment ? localDay(String(value), zone) : String(value);
      return FUNCTIONS[name]?.(new Date(`${day}T00:00:00Z`), clock) ?? null;
    },
  };
}

/** A comparison of what a date function gives. */
export function functionComparison(random: Random, subject: DateSubject, clock: Clock, sample: Plain): Generated {
  const { soql, of } = dateFunctionOf(random, subject, clock);
  const wanted = of(sample) ?? 1;
  const operator = random.pick(['=', '!=', '<', '>=']);
  return {
    soql: `${soql} ${operator} ${wanted}`,
    holds: (record) => {
      const value = of(record);
      if (value === null) return operator === '!=';
      if (operator === '=') return value === wanted;
      if (operator === '!=') return value !== wanted;
      return operator === '<' ? value < wanted : value >= wanted;
    },
  };
}

function dayInYear(day: Date): number {
  return Math.round((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** The first of the month, moved so that the fiscal year begins in January. */
function fiscal(day: Date, { fiscalYearStartMonth }: Clock): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - (fiscalYearStartMonth - 1), 1));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD HH` on a clock of this zone. */
function onClock(moment: string, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock.format(new Date(moment)).slice(0, 13);
}

function localDay(moment: string, timeZone: string): string {
  return onClock(moment, timeZone).slice(0, 10);
}

function localHour(moment: string, timeZone: string): number {
  return Number(onClock(moment, timeZone).slice(11));
}
