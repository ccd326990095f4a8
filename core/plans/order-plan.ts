import { daysBetween } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';

/** From this many days before its day on, an item is due soon. */
export const DUE_SOON_DAYS = 3;

export type Urgency = 'overdue' | 'due-soon' | 'later' | 'no-date';

/** What the order of a plan is made of. */
export interface OrderedItem {
  readonly id: string;
  readonly dueOn?: IsoDate;
  /** What doing it is expected to add, in any one unit; 0 when absent. */
  readonly adds?: number;
}

/** How pressing a due date is on the calendar day `today`. A day that has come is due, not overdue. */
export function urgencyOf(dueOn: IsoDate | undefined, today: IsoDate): Urgency {
  const days = dueOn === undefined ? undefined : daysBetween(today, dueOn);
  if (days === undefined) return 'no-date';
  if (days < 0) return 'overdue';
  return days <= DUE_SOON_DAYS ? 'due-soon' : 'later';
}

/** Overdue first, then what is due soon, each by date; then what adds most; equal ones by date, then by id. */
export function orderPlan<T extends OrderedItem>(items: readonly T[], today: IsoDate): T[] {
  const rank = ({ dueOn }: T): number => {
    const urgency = urgencyOf(dueOn, today);
    if (urgency === 'overdue') return 0;
    return urgency === 'due-soon' ? 1 : 2;
  };
  const byDate = (a: T, b: T): number => compare(a.dueOn ?? '9999', b.dueOn ?? '9999');
  return [...items].sort((a, b) => {
    const [rankA, rankB] = [rank(a), rank(b)];
    if (rankA !== rankB) return rankA - rankB;
    const byGain = rankA === 2 ? (b.adds ?? 0) - (a.adds ?? 0) : 0;
    return byGain || byDate(a, b) || compare(a.id, b.id);
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
