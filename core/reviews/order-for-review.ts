import type { IsoDate } from '../situation/types.ts';

/** Why a skill is asked about: it is fading, it is a gap that is probably real, or too little is known about it. */
export type ReviewReason = 'due' | 'gap' | 'measure';

/** What is published about one skill of one person, as far as the order depends on it. */
export interface ReviewableSkill {
  readonly skillCode?: string;
  /** 0–100. */
  readonly score?: number;
  readonly target?: number;
  readonly dueForReview?: IsoDate;
  readonly gapFlagged: boolean;
  readonly enoughEvidence: boolean;
}

export interface SkillToReview<S extends ReviewableSkill = ReviewableSkill> {
  readonly skillCode: string;
  readonly reason: ReviewReason;
  readonly skill: S;
}

/**
 * The skills to work on, in order: due for review, longest due first; then gaps that are probably real, largest
 * first; where neither is there, those with a target about which too little is known, highest target first. Ties
 * are decided by skill code.
 *
 * @param today calendar day of the person
 */
export function orderForReview<S extends ReviewableSkill>(skills: readonly S[], today: IsoDate): SkillToReview<S>[] {
  const rated = (reason: ReviewReason, rate: (skill: S) => string | number | undefined): SkillToReview<S>[] =>
    skills
      .flatMap((skill) => {
        const { skillCode } = skill;
        const rank = rate(skill);
        return skillCode && rank !== undefined ? [{ skillCode, reason, skill, rank }] : [];
      })
      .sort((a, b) => compare(a.rank, b.rank) || compare(a.skillCode, b.skillCode))
      .map(({ rank: _, ...entry }) => entry);

  const isDue = ({ dueForReview }: S): boolean => dueForReview !== undefined && dueForReview <= today;
  const due = rated('due', (skill) => (isDue(skill) ? skill.dueForReview : undefined));
  const gaps = rated('gap', (skill) => (skill.gapFlagged && !isDue(skill) ? -gapOf(skill) : undefined));
  if (due.length + gaps.length > 0) return [...due, ...gaps];
  return rated('measure', ({ enoughEvidence, target }) =>
    enoughEvidence || target === undefined ? undefined : -target,
  );
}

function gapOf({ score = 0, target = 0 }: ReviewableSkill): number {
  return target - score;
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
