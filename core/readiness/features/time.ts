import { DAY } from '../../situation/days.ts';
import type { ReadinessParameters } from '../parameters.ts';
import type { ReadinessState } from '../types.ts';

/** Practice is not told apart below this: the time between two answers in a row is how long the answer took. */
const FLOOR_DAYS = 10 / (24 * 60);

/** Days from a moment to `now`, never negative; 0 where the moment is unknown. */
export function daysSince(moment: number | undefined, now: number): number {
  return moment === undefined || now <= moment ? 0 : (now - moment) / DAY;
}

/** What a success or failure of the last evidence's moment counts at `now`, 0–1. */
export function decayOf(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  const days = daysSince(state.at, now);
  return days === 0 ? 1 : 2 ** (-days / parameters.countHalfLife);
}

/**
 * 1 right after a passed check, falling with the logarithm of the time since to 0 when `stability` days have gone by,
 * and 0 where none was ever passed: nobody is worse for having once known something.
 */
export function recency(state: ReadinessState, now: number): number {
  if (state.practisedAt === undefined) return 0;
  const days = daysSince(state.practisedAt, now);
  if (days <= FLOOR_DAYS) return 1;
  return Math.max(0, 1 - Math.log(days / FLOOR_DAYS) / Math.log(state.stability / FLOOR_DAYS));
}

/** Stability after a success: the more had faded, the more it grows (spacing). */
export function stabilityAfterSuccess(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  const elapsed = daysSince(state.practisedAt, now);
  const faded = elapsed / (elapsed + state.stability);
  return Math.min(parameters.mostStability, state.stability * (1 + parameters.spacingGain * faded));
}

/** Stability after a failure: what was learned was less firm than thought. */
export function stabilityAfterFailure(state: ReadinessState, parameters: ReadinessParameters): number {
  return Math.min(state.stability, Math.max(parameters.leastStability, state.stability * parameters.failureStability));
}
