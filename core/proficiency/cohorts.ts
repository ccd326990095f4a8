import { daysBetween, instantOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';
import type { ProficiencyCase } from './types.ts';

/** Fewer people than this make no cohort: the numbers would be about persons, and say nothing about a cohort. */
export const LEAST_COHORT = 5;

/** What is known of somebody's time in a sales role. */
export interface RoleHistory {
  readonly startedOn: IsoDate;
  /** First day at the target of the role, with enough evidence. */
  readonly proficientOn?: IsoDate;
  /** The day the person left the role. */
  readonly leftOn?: IsoDate;
}

/**
 * How long somebody took, or has been seen, as of a day. Undefined for who has not started yet. Who was at the
 * target before the start counts as there on the first day; what came after leaving does not count.
 */
export function proficiencyCase(history: RoleHistory, today: IsoDate): ProficiencyCase | undefined {
  const { startedOn, proficientOn, leftOn } = history;
  const seen = daysBetween(startedOn, today);
  if (seen === undefined || seen < 0) return undefined;
  const [reached, left] = [proficientOn, leftOn].map((day) =>
    day === undefined ? undefined : daysBetween(startedOn, day),
  );
  const end = left === undefined || left > seen ? undefined : Math.max(0, left);
  if (reached !== undefined && reached <= (end ?? seen)) return { days: Math.max(0, reached), outcome: 'reached' };
  return end === undefined ? { days: seen, outcome: 'underway' } : { days: end, outcome: 'left' };
}

/** The calendar quarter of a day: `2026-Q3`. Undefined for what is no day. */
export function quarterOf(day: IsoDate): string | undefined {
  const instant = instantOf(day);
  if (instant === undefined) return undefined;
  const date = new Date(instant);
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/** Things by the quarter of their day, latest quarter first; what has no day is left out. */
export function byQuarter<T>(all: readonly T[], dayOf: (each: T) => IsoDate): { quarter: string; members: T[] }[] {
  const quarters = new Map<string, T[]>();
  for (const each of all) {
    const quarter = quarterOf(dayOf(each));
    if (quarter !== undefined) quarters.set(quarter, [...(quarters.get(quarter) ?? []), each]);
  }
  return [...quarters].sort(([a], [b]) => (a < b ? 1 : -1)).map(([quarter, members]) => ({ quarter, members }));
}
