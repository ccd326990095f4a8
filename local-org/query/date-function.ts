import type { SqlFragment } from '../security/types.ts';
import type { FieldType } from '../schema/types.ts';
import { joinSql, raw, sql } from './sql.ts';
import { offsetChanges } from './time-zone.ts';

/** What a date function gives, and its SQL over a stored date or date and time. */
interface DateFunction {
  readonly type: FieldType;
  readonly datetimeOnly?: boolean;
  toSql(value: SqlFragment, fiscalYearStartMonth: number): SqlFragment;
}

/** Whole numbers stand in the text: as parameters they would be floating-point numbers, and divide as such. */
const whole = (value: number): SqlFragment => raw(String(Math.trunc(value)));
const year = (value: SqlFragment): SqlFragment => sql`CAST(substr(${value}, 1, 4) AS INTEGER)`;
const month = (value: SqlFragment): SqlFragment => sql`CAST(substr(${value}, 6, 2) AS INTEGER)`;
const day = (value: SqlFragment): SqlFragment => sql`CAST(substr(${value}, 9, 2) AS INTEGER)`;
const dayOfYear = (value: SqlFragment): SqlFragment => sql`CAST(strftime('%j', ${value}) AS INTEGER)`;
/** Months since the fiscal year began; fiscal years are named after the calendar year in which they end. */
const fiscalMonth = (value: SqlFragment, start: number): SqlFragment =>
  sql`((${month(value)} - ${whole(start)} + 12) % 12)`;

const DATE_FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_YEAR: { type: 'int', toSql: year },
  CALENDAR_QUARTER: { type: 'int', toSql: (value) => sql`((${month(value)} + 2) / 3)` },
  CALENDAR_MONTH: { type: 'int', toSql: month },
  DAY_IN_MONTH: { type: 'int', toSql: day },
  DAY_IN_WEEK: { type: 'int', toSql: (value) => sql`(CAST(strftime('%w', ${value}) AS INTEGER) + 1)` },
  DAY_IN_YEAR: { type: 'int', toSql: dayOfYear },
  DAY_ONLY: { type: 'date', datetimeOnly: true, toSql: (value) => sql`substr(${value}, 1, 10)` },
  FISCAL_YEAR: {
    type: 'int',
    toSql: (value, start) => (start === 1 ? year(value) : sql`(${year(value)} + (${month(value)} >= ${whole(start)}))`),
  },
  FISCAL_QUARTER: { type: 'int', toSql: (value, start) => sql`(${fiscalMonth(value, start)} / 3 + 1)` },
  FISCAL_MONTH: { type: 'int', toSql: (value, start) => sql`(${fiscalMonth(value, start)} + 1)` },
  HOUR_IN_DAY: { type: 'int', datetimeOnly: true, toSql: (value) => sql`CAST(substr(${value}, 12, 2) AS INTEGER)` },
  WEEK_IN_MONTH: { type: 'int', toSql: (value) => sql`((${day(value)} + 6) / 7)` },
  WEEK_IN_YEAR: { type: 'int', toSql: (value) => sql`((${dayOfYear(value)} + 6) / 7)` },
};

/** The function of this name in upper case, or undefined. */
export function dateFunction(name: string): DateFunction | undefined {
  return DATE_FUNCTIONS[name];
}

/** A stored date and time as it reads on a clock in this zone, in the same form. */
export function inTimeZone(value: SqlFragment, timeZone: string): SqlFragment {
  const changes = offsetChanges(timeZone);
  const [first] = changes;
  if (changes.length === 1 && first) return shifted(value, sql`${modifier(first.minutes)}`);
  // The latest change first: most records are young.
  const cases = changes
    .toReversed()
    .map(({ from, minutes }) => sql`WHEN ${value} >= ${from} THEN ${modifier(minutes)}`);
  return shifted(value, sql`CASE ${joinSql(cases, ' ')} END`);
}

function shifted(value: SqlFragment, by: SqlFragment): SqlFragment {
  return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${value}, ${by})`;
}

function modifier(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${Math.abs(minutes)} minutes`;
}
