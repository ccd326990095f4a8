import { toCalendar } from 'c/core';
import type { PlanItem } from './plan';

/**
 * Due days as a file that calendars read, as an address to download from. Undefined where nothing has a due day.
 *
 * @param url where the plan is
 */
export function calendarHref(items: readonly PlanItem[], url: string, now: Date): string | undefined {
  const entries = items.flatMap(({ id, title, dueOn, note }) => {
    return dueOn ? [{ id, title, day: dueOn, description: note, url }] : [];
  });
  return entries.length === 0
    ? undefined
    : `data:text/calendar;charset=utf-8,${encodeURIComponent(toCalendar(entries, now))}`;
}
