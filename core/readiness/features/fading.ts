import { DAY } from '../../situation/days.ts';
import type { ReadinessParameters } from '../parameters.ts';
import type { ReadinessState } from '../types.ts';

/**
 * Log-odds lost since practice, 0 or more; 0 while nothing was practised. Grows with time, ever more slowly, and
 * never beyond what was learned: nobody is worse for having once known something.
 */
export function fadingLoss(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  const loss = parameters.fading * Math.log1p(daysSince(state.practisedAt, now) / state.stability);
  return Math.min(state.learned, loss);
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

/** Days from a moment to `now`, never negative; 0 where the moment is unknown. */
export function daysSince(moment: number | undefined, now: number): number {
  return moment === undefined ? 0 : Math.max(0, now - moment) / DAY;
}
