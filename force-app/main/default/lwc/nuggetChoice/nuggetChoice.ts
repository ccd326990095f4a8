import type { LearningEventFact } from 'c/core';
import type { SkillNugget } from './skillNugget';

export { describeChoice } from './describeChoice';
export type { NuggetsAnswer } from './describeChoice';
export { SKILL_NUGGETS_QUERY } from './skillNuggetsQuery';
export { toLearningEvents, toSkillNuggets } from './skillNugget';
export type { OwnEvent, SkillNugget } from './skillNugget';

const DAY_MS = 86_400_000;
/** Days for which a completed or dismissed nugget gives way to another one. */
const REST_DAYS = 30;

/**
 * The nugget to take next for a skill: one that is not resting, the one most about the skill, the easiest, the
 * shortest; then by id, so that the same input gives the same nugget. When all rest, the one that rested longest.
 */
export function chooseNugget(
  nuggets: readonly SkillNugget[],
  skillCode: string,
  history: readonly LearningEventFact[],
  now: Date,
): SkillNugget | undefined {
  const rests = recentRests(history, now);
  const order = (a: SkillNugget, b: SkillNugget): number =>
    (rests.get(a.id) ?? 0) - (rests.get(b.id) ?? 0) ||
    (b.skills[skillCode] ?? 0) - (a.skills[skillCode] ?? 0) ||
    a.level - b.level ||
    a.minutes - b.minutes ||
    (a.id < b.id ? -1 : 1);
  return nuggets.filter((nugget) => skillCode in nugget.skills).sort(order)[0];
}

/** When each nugget was last completed or dismissed, in epoch milliseconds, where that is recent. */
function recentRests(history: readonly LearningEventFact[], now: Date): Map<string, number> {
  const rests = new Map<string, number>();
  for (const { nuggetId, type, at, undone } of history) {
    const moment = Date.parse(at);
    const counts = !undone && (type === 'Completed' || type === 'Dismissed');
    if (!counts || now.getTime() - moment > REST_DAYS * DAY_MS) continue;
    rests.set(nuggetId, Math.max(moment, rests.get(nuggetId) ?? 0));
  }
  return rests;
}
