import type { SqlFragment } from '../../../security/types.ts';
import { join, sql, value } from '../sql.ts';
import { isText } from '../typed.ts';
import { parameter, typed, type FormulaFunction, type FunctionTable } from './call.ts';

/** A part of a date as a number. */
function part(format: string, adjust = 0): FormulaFunction {
  return {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const date = parameter(call, 0, 'date');
      return typed(call, 'number', (scope) => {
        const number = sql`CAST(strftime(${value(format)}, ${date.toSql(scope)}) AS INTEGER)`;
        return adjust === 0 ? number : sql`(${number} + ${value(adjust)})`;
      });
    },
  };
}

/** The date, or blank when the calendar does not have it. */
function checkedDate(text: SqlFragment): SqlFragment {
  return sql`(SELECT CASE WHEN date(t, '+0 days') = t THEN t END FROM (SELECT ${text} AS t))`;
}

/** The same day of another month. The last day of a month stays the last day; a day too many becomes the last. */
function addMonths(date: SqlFragment, count: SqlFragment): SqlFragment {
  const months = sql`CAST(${count} AS INTEGER) || ' months'`;
  const columns = join(
    [
      sql`date(d) AS day`,
      sql`date(d, 'start of month', '+1 month', '-1 day') AS last_day`,
      sql`date(d, 'start of month', ${months}) AS target`,
      sql`substr(d, 11) AS rest`,
    ],
    ', ',
  );
  const last = sql`date(target, '+1 month', '-1 day')`;
  const sameDay = sql`date(target, (CAST(strftime('%d', day) AS INTEGER) - 1) || ' days')`;
  const moved = sql`CASE WHEN day = last_day THEN ${last} ELSE min(${last}, ${sameDay}) END`;
  return sql`(SELECT (${moved}) || rest FROM (SELECT ${columns} FROM (SELECT ${date} AS d)))`;
}

/** Functions of dates and times. Dates of a time are those of UTC. */
export const DATE_FUNCTIONS: FunctionTable = {
  TODAY: { minimum: 0, maximum: 0, compile: (call) => typed(call, 'date', (scope) => value(scope.today)) },
  NOW: { minimum: 0, maximum: 0, compile: (call) => typed(call, 'datetime', (scope) => value(scope.now)) },
  YEAR: part('%Y'),
  MONTH: part('%m'),
  DAY: part('%d'),
  DAYOFYEAR: part('%j'),
  /** Sunday is 1. */
  WEEKDAY: part('%w', 1),
  DATE: {
    minimum: 3,
    maximum: 3,
    compile(call) {
      const parts = [0, 1, 2].map((index) => parameter(call, index, 'number'));
      return typed(call, 'date', (scope) => {
        const numbers = parts.map((one) => sql`CAST(${one.toSql(scope)} AS INTEGER)`);
        const missing = join(
          parts.map((one) => sql`${one.toSql(scope)} IS NULL`),
          ' OR ',
        );
        const text = sql`CASE WHEN ${missing} THEN NULL ELSE printf('%04d-%02d-%02d', ${join(numbers, ', ')}) END`;
        return checkedDate(text);
      });
    },
  },
  DATEVALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const given = parameter(call, 0, 'text', 'date', 'datetime');
      return typed(call, 'date', (scope) => {
        const text = given.toSql(scope);
        return isText(given) ? checkedDate(sql`trim(${text})`) : sql`substr(${text}, 1, 10)`;
      });
    },
  },
  DATETIMEVALUE: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const given = parameter(call, 0, 'text', 'date', 'datetime');
      return typed(call, 'datetime', (scope) => sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${given.toSql(scope)})`);
    },
  },
  ADDMONTHS: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const [date, count] = [parameter(call, 0, 'date', 'datetime'), parameter(call, 1, 'number')];
      const type = date.type === 'datetime' ? 'datetime' : 'date';
      return typed(call, type, (scope) => addMonths(date.toSql(scope), count.toSql(scope)));
    },
  },
};
