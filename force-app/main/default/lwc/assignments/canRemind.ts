import { DAY_MS, millisecondsOf } from 'c/dates';

/** The org refuses a second reminder within this time: a little under a day, so that every morning is possible. */
const PAUSE_MS = 0.8 * DAY_MS;

/** Whether a person may be reminded again. */
export function canRemind(remindedAt: string | undefined, now: Date): boolean {
  return remindedAt === undefined || now.getTime() - millisecondsOf(remindedAt) >= PAUSE_MS;
}
