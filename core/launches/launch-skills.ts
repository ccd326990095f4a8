import { emptySkill, emptyState } from '../readiness/empty-states.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from '../readiness/parameters.ts';
import { predict } from '../readiness/predict.ts';
import { KEPT_CONTRIBUTIONS } from '../readiness/replay-evidence.ts';
import type { Contribution, PersonReadiness, SkillState } from '../readiness/types.ts';
import { DAY } from '../situation/days.ts';
import { LEARNING_WEEKS } from './learning-rate.ts';
import type { LaunchSkill, LaunchTarget } from './types.ts';

const WEEK = 7 * DAY;

/** As if four more weeks with one piece of evidence had been seen: nobody stays at none for ever. */
const USUAL_WEEKS = 4;
const USUAL_PIECES = 1;

/** What a launch asks for, as a person's readiness and the difficulty of skills say it stands. */
export function launchSkills(
  person: Pick<PersonReadiness, 'person' | 'skills'>,
  targets: readonly LaunchTarget[],
  skills: ReadonlyMap<string, SkillState>,
  { now, launchAt }: { readonly now: Date; readonly launchAt: Date },
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): LaunchSkill[] {
  const rows = new Map(person.skills.map((row) => [row.skillCode, row]));
  const day = new Date(Math.max(now.getTime(), launchAt.getTime()));
  return targets.map(({ skillCode, target, weight }) => {
    const row = rows.get(skillCode);
    const state = row?.state ?? emptyState(parameters);
    const skill = skills.get(skillCode) ?? emptySkill(parameters, skillCode);
    const { points, count, weeks } = ofLate(row?.contributions ?? [], now);
    return {
      skillCode,
      target,
      weight,
      score: row?.score ?? predict(state, person.person, skill, now, parameters),
      fadedScore: predict(state, person.person, skill, day, parameters).score,
      gained: points / weeks,
      pieces: (count + USUAL_PIECES) / (weeks + USUAL_WEEKS),
      missing: Math.max(0, Math.ceil(parameters.enoughWeight - state.weight)),
    };
  });
}

/** Evidence of the last eight weeks, or of as many of them as the contributions (latest first) are known for. */
function ofLate(contributions: readonly Contribution[], now: Date): { points: number; count: number; weeks: number } {
  const since = now.getTime() - LEARNING_WEEKS * WEEK;
  const recent = contributions.filter(({ at }) => Date.parse(at) > since);
  const oldest = contributions.at(-1);
  // The list is cut off: a busy person's does not reach back eight weeks.
  const isCut = recent.length === contributions.length && recent.length >= KEPT_CONTRIBUTIONS;
  const weeks = isCut && oldest ? Math.max(1, (now.getTime() - Date.parse(oldest.at)) / WEEK) : LEARNING_WEEKS;
  return { points: recent.reduce((sum, { points }) => sum + points, 0), count: recent.length, weeks };
}
