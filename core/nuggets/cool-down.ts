import { DAY, instantOf } from '../situation/days.ts';
import { isDue } from './rank-terms.ts';
import type { LearningEventFact, LearningEventType, NuggetSummary, RankContext } from './types.ts';

/** Days for which a nugget the person dismissed, or completed and still knows, is not shown again. */
export const DEFAULT_COOL_DOWN_DAYS = 30;

/** The recent history of one person, by nugget. */
export type RecentEvents = ReadonlyMap<string, ReadonlySet<LearningEventType>>;

/** What happened within the cool-down, not undone. */
export function recentEvents({ history, now, coolDownDays = DEFAULT_COOL_DOWN_DAYS }: RankContext): RecentEvents {
  const recent = new Map<string, Set<LearningEventType>>();
  for (const event of history) {
    if (!isRecent(event, now, coolDownDays)) continue;
    const types = recent.get(event.nuggetId);
    if (types) types.add(event.type);
    else recent.set(event.nuggetId, new Set([event.type]));
  }
  return recent;
}

/** Was the nugget dismissed lately, or completed lately while none of its skills is due for review? */
export function isCoolingDown(nugget: NuggetSummary, recent: RecentEvents, context: RankContext): boolean {
  const types = recent.get(nugget.id);
  if (types === undefined) return false;
  if (types.has('Dismissed')) return true;
  const due = nugget.skills.some(({ skillCode }) => isDue(context.skills.get(skillCode), context.now));
  return types.has('Completed') && !due;
}

function isRecent({ at, undone }: LearningEventFact, now: Date, days: number): boolean {
  const instant = instantOf(at);
  return undone !== true && instant !== undefined && now.getTime() - instant < days * DAY;
}
