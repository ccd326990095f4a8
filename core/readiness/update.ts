import { momentOf, valueOf } from './evidence-moment.ts';
import { skillLogOdds } from './features/log-odds.ts';
import { observe } from './observe.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { percentOf } from './predict.ts';
import { roundTo } from './round.ts';
import type { Evidence, UpdateInput, UpdateResult } from './types.ts';

/**
 * What one piece of evidence changes, in constant time. Each uncertain quantity moves by the surprise times its
 * own variance, and becomes more certain (an extended Kalman filter with a diagonal covariance). The states are
 * rounded as they are stored, so that going on from stored states gives exactly what a replay gives.
 *
 * Evidence older than the state counts as of the state's moment. Throws EvidenceError for a value outside 0–1 or
 * a date that is none.
 */
export function update(
  input: UpdateInput,
  evidence: Evidence,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): UpdateResult {
  const { id, kind, at, skillCode, itemId } = evidence;
  const value = valueOf(evidence);
  const moment = Math.max(momentOf(evidence), input.state.at ?? -Infinity, input.person.at ?? -Infinity);
  const after = observe(input, { kind, value, moment, skillCode, itemId }, parameters);
  const scoreOf = ({ state, person, skill }: UpdateInput) =>
    percentOf(skillLogOdds(state, person, skill, moment, parameters), parameters);
  const points = roundTo(scoreOf(after) - scoreOf(input), 2);
  return {
    ...after,
    state: { ...after.state, points: roundTo(input.state.points + points, 2) },
    contribution: { evidenceId: id, kind, at, points, value },
  };
}
