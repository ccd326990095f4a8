import type { ReadinessParameters } from '../parameters.ts';
import type { ReadinessState } from '../types.ts';
import { daysSince } from './fading.ts';

/** Successes so far, each counting half after every half-life. */
export function decayedSuccesses(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  return state.successes * decay(state, now, parameters);
}

/**
 * Failures so far, decayed. Between pieces of evidence the failures count in full, because waiting alone makes
 * nobody better; they are decayed when a later success shows that they are past.
 */
export function decayedFailures(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  return state.failures * decay(state, now, parameters);
}

/** Log-odds from practice: successes raise, failures lower, each with diminishing effect. */
export function practiceEffect(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  return (
    parameters.successGain * Math.log1p(decayedSuccesses(state, now, parameters)) -
    parameters.failureLoss * Math.log1p(state.failures)
  );
}

function decay(state: ReadinessState, now: number, parameters: ReadinessParameters): number {
  return 2 ** (-daysSince(state.at, now) / parameters.countHalfLife);
}
