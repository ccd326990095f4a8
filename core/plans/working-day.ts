import { DAY, dayOf, instantOf, isoDateOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';

const SATURDAY = 6;
const SUNDAY = 0;

/**
 * The day `days` after `from`; where that is a weekend, the Monday after it.
 *
 * @param from `YYYY-MM-DD`; what is no date is given back as it is
 */
export function workingDayAfter(from: IsoDate, days: number): IsoDate {
  const start = instantOf(from);
  if (start === undefined) return from;
  const day = dayOf(start) + days;
  const weekday = new Date(day * DAY).getUTCDay();
  const toMonday = weekday === SATURDAY ? 2 : weekday === SUNDAY ? 1 : 0;
  return isoDateOf((day + toMonday) * DAY);
}
