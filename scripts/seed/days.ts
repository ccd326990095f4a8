const DAY = 86_400_000;

/** The moment `days` after (before, when negative) the given one. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY);
}

/** `YYYY-MM-DD` in UTC. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The first weekday on or after the day, at the given UTC hour: nobody sells on a Sunday. */
export function workday(date: Date, hour: number): Date {
  const day = date.getUTCDay();
  const shift = day === 0 ? 1 : day === 6 ? 2 : 0;
  const moved = addDays(date, shift);
  moved.setUTCHours(hour, 0, 0, 0);
  return moved;
}
