import { isoDateOf } from '../situation/days.ts';
import type { IsoDate } from '../situation/types.ts';
import type {
  LearningEventType,
  Match,
  NuggetSkill,
  NuggetSummary,
  RankContext,
  Reason,
  SkillStanding,
} from './types.ts';

/** What ranking looks at, read once for all nuggets. */
export interface Ranking {
  readonly now: Date;
  readonly today: IsoDate;
  readonly skills: RankContext['skills'];
  /** What the person did within the cool-down, by nugget id. */
  readonly recent: ReadonlyMap<string, ReadonlySet<LearningEventType>>;
}

/**
 * One factor of a nugget's score, and the reasons it gives. Factors are asked of every match, reasons only of what
 * is shown; so a term is two plain functions, and nothing is built for a nugget that is not shown.
 */
export interface RankTerm {
  factor(match: Match, ranking: Ranking): number;
  reasons?(match: Match, ranking: Ranking): readonly Reason[];
}

/** The context, prepared. */
export function rankingOf({ now, skills }: RankContext, recent: Ranking['recent']): Ranking {
  return { now, today: isoDateOf(now.getTime()), skills, recent };
}

/** Mean over a nugget's skills, by their weight, of a value of the person's standing; 0 for a nugget without skills. */
export function meanOverSkills(
  { skills }: NuggetSummary,
  ranking: Ranking,
  valueOf: (standing: SkillStanding | undefined, ranking: Ranking) => number,
): number {
  let weights = 0;
  let sum = 0;
  for (const skill of skills) {
    const weight = weightOf(skill);
    weights += weight;
    sum += weight * valueOf(ranking.skills.get(skill.skillCode), ranking);
  }
  return weights > 0 ? sum / weights : 0;
}

/** A skill's weight in its nugget, not negative. */
export function weightOf({ weight }: NuggetSkill): number {
  return weight > 0 ? weight : 0;
}

/** What to call a skill. */
export function skillName({ skillName, skillCode }: NuggetSkill, standing: SkillStanding | undefined): string {
  return standing?.name ?? skillName ?? skillCode;
}

/** Is the skill's review due? */
export function isDue(standing: SkillStanding | undefined, today: IsoDate): boolean {
  return standing?.dueForReview !== undefined && standing.dueForReview <= today;
}
