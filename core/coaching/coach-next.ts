import { COACHING, coachingValue } from './coaching-value.ts';
import type { CoachingAction, CoachingChoice, CoachingReason, CoachingSuggestion } from './types.ts';

/** More than this is no list to work through in a week. */
const MOST = 5;

/**
 * Whom to coach next on what, and why: of each person the skill in which coaching is worth most now, the most
 * valuable first, at most `most` people. Equals are decided by person and skill, so that the same input gives the
 * same list in whatever order it comes.
 */
export function coachNext(choices: readonly CoachingChoice[], now: Date, most = MOST): CoachingSuggestion[] {
  const best = new Map<string, CoachingSuggestion>();
  for (const choice of choices) {
    const valued = coachingValue(choice, now);
    if (!valued) continue;
    const { personId, skillId } = choice;
    const suggestion = { personId, skillId, ...valued, action: actionOf(valued.reasons) };
    const found = best.get(personId);
    if (!found || inOrder(suggestion, found) < 0) best.set(personId, suggestion);
  }
  return [...best.values()].sort(inOrder).slice(0, most);
}

function actionOf(reasons: readonly CoachingReason[]): CoachingAction {
  const looks = reasons.some(
    (reason) =>
      reason.kind === 'unknown' ||
      (reason.kind === 'notObserved' && reason.days !== undefined && reason.days >= 2 * COACHING.observeAgain),
  );
  return looks ? 'observe' : 'assign';
}

function inOrder(a: CoachingSuggestion, b: CoachingSuggestion): number {
  return b.value - a.value || compare(a.personId, b.personId) || compare(a.skillId, b.skillId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
