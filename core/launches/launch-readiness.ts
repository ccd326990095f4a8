import { aggregate } from '../readiness/aggregate.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from '../readiness/parameters.ts';
import { roundTo } from '../readiness/round.ts';
import { DAY, isoDateOf } from '../situation/days.ts';
import { forecast } from './forecast.ts';
import { learningRate } from './learning-rate.ts';
import type { ChanceOnDay, LaunchReadiness, LaunchSkill, ShortSkill } from './types.ts';

/** Into how many parts the time until the launch is cut. */
const PARTS = 6;

/**
 * How ready a person is for a launch today, and how likely to be ready on its day. Undefined where the launch asks
 * nothing of the person.
 *
 * @param skills of `launchSkills`
 */
export function launchReadiness(
  skills: readonly LaunchSkill[],
  { now, launchAt }: { readonly now: Date; readonly launchAt: Date },
  parameters: ReadinessParameters = DEFAULT_PARAMETERS,
): LaunchReadiness | undefined {
  const score = aggregate(skills, parameters);
  if (!score) return undefined;
  const days = Math.max(0, Math.round((launchAt.getTime() - startOf(now)) / DAY));
  const onTheDay = forecast(skills, days / 7);
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score,
    ready: skills.every(isReady),
    chance: roundTo(onTheDay.chance, 4),
    expectedScore: roundTo(onTheDay.expectedScore, 2),
    learningRate: roundTo(
      skills.reduce((sum, skill) => sum + (skill.weight / total) * learningRate(skill).mean, 0),
      2,
    ),
    shortSkills: shortSkills(skills),
    chanceByDay: chanceByDay(skills, days === 0 ? launchAt : now, days),
  };
}

function isReady({ score, target }: LaunchSkill): boolean {
  return score.enoughEvidence && score.score >= target;
}

function shortSkills(skills: readonly LaunchSkill[]): ShortSkill[] {
  return skills
    .filter((skill) => !isReady(skill))
    .map(({ skillCode, score, target }) => ({
      skillCode,
      score: score.score,
      target,
      gap: roundTo(Math.max(0, target - score.score), 2),
      enoughEvidence: score.enoughEvidence,
    }))
    .sort((a, b) => b.gap - a.gap || (a.skillCode < b.skillCode ? -1 : 1));
}

function chanceByDay(skills: readonly LaunchSkill[], from: Date, days: number): ChanceOnDay[] {
  const ahead = [...new Set(Array.from({ length: PARTS + 1 }, (_, part) => Math.round((days * part) / PARTS)))];
  return ahead.map((day) => ({
    day: isoDateOf(from.getTime() + day * DAY),
    chance: roundTo(forecast(skills, day / 7, days / 7).chance, 4),
  }));
}

/** The UTC day of a moment. */
function startOf(moment: Date): number {
  return Math.floor(moment.getTime() / DAY) * DAY;
}
