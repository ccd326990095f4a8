import { DAY_MS } from 'c/dates';

const DAY_STEPS = [1, 2, 7, 14] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;
const DAYS_A_MONTH = 30.4;
/** 1970-01-05, a Monday, as days since 1970-01-01. */
const FIRST_MONDAY = 4;

/**
 * Days to mark between two days (as days since 1970-01-01): whole days, Mondays or firsts of months, at most
 * `most` + 1 of them. `unit` says how they are best written.
 */
export function dayTicks(from: number, to: number, most: number): { ticks: number[]; unit: 'day' | 'month' } {
  if (!(to > from)) return { ticks: [from], unit: 'day' };
  const span = to - from;
  const days = DAY_STEPS.find((step) => span / step <= most);
  if (days !== undefined) {
    const origin = days >= 7 ? FIRST_MONDAY : Math.ceil(from);
    const first = origin + Math.ceil((from - origin) / days) * days;
    const count = Math.floor((to - first) / days) + 1;
    if (count > 0) return { ticks: Array.from({ length: count }, (_, index) => first + index * days), unit: 'day' };
  }
  const months = MONTH_STEPS.find((step) => span / DAYS_A_MONTH / step <= most) ?? 240;
  const start = new Date(from * DAY_MS);
  const ticks: number[] = [];
  for (
    let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
    ;
    month += months
  ) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
    if (day > to) break;
    if (day >= from) ticks.push(day);
  }
  return ticks.length > 0 ? { ticks, unit: 'month' } : { ticks: [from, to], unit: 'day' };
}
