import { DAY, instantOf } from '../situation/days.ts';
import { isDue, type Ranking } from './ranking.ts';
import type { LearningEventFact, LearningEventType, NuggetSummary, RankContext } from './types.ts';

/** Days for which a nugget the person dismissed, or completed and still knows, is not shown again. */
export const DEFAULT_COOL_DOWN_DAYS = 30;

/** What happened within the cool-down and was not undone, by nugget id. */
export function recentEvents({
  history,
  now,
  coolDownDays = DEFAULT_COOL_DOWN_DAYS,
}: RankContext): Map<string, Set<LearningEventType>> {
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
export function isCoolingDown(nugget: NuggetSummary, { recent, skills, today }: Ranking): boolean {
  const types = recent.get(nugget.id);
  if (types === undefined) return false;
  if (types.has('Dismissed')) return true;
  return types.has('Completed') && !nugget.skills.some(({ skillCode }) => isDue(skills.get(skillCode), today));
}

function isRecent({ at, undone }: LearningEventFact, now: Date, days: number): boolean {
  const instant = instantOf(at);
  return undone !== true && instant !== undefined && now.getTime() - instant < days * DAY;
}
