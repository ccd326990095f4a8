import { DAY, isoDateOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';
import { freshCheckFactor, logit, skillLogOdds } from './features/log-odds.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { PersonState, ReadinessState, SkillState } from './types.ts';

/** A review further away than this is none. */
const HORIZON_DAYS = 730;

/**
 * The day on which the predicted score falls below the target (0–100), if nothing more is seen. It may lie in the
 * past: then the review is due. Undefined where the score was below target right after the last evidence (that is
 * a gap, not a review), where nothing was practised, or where it stays above for two years from `now`.
 */
export function dueForReview(
  state: ReadinessState,
  person: PersonState,
  skill: SkillState,
  target: number,
  now: Date,
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): IsoDate | undefined {
  if (state.practisedAt === undefined || state.at === undefined) return undefined;
  const wanted = logit(target / 100) / freshCheckFactor(parameters);
  const isBelow = (moment: number) => skillLogOdds(state, person, skill, moment, parameters) < wanted;
  let low = state.at;
  let high = now.getTime() + HORIZON_DAYS * DAY;
  if (isBelow(low) || !isBelow(high)) return undefined;
  // Without evidence the score only falls, so there is one crossing.
  while (high - low > DAY / 24) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) high = middle;
    else low = middle;
  }
  return isoDateOf(high);
}
