import type { AggregateScore, Score } from '../readiness/types.ts';
import type { IsoDate } from '../situation/types.ts';

/** A skill that a launch asks of a role. */
export interface LaunchTarget {
  readonly skillCode: string;
  /** 0–100. */
  readonly target: number;
  /** Greater than 0. */
  readonly weight: number;
}

/** One skill of a launch, as one person stands in it. All scores are 0–100. */
export interface LaunchSkill extends LaunchTarget {
  readonly score: Score;
  /** The score on the day of the launch if nothing more is seen: what fading leaves. */
  readonly fadedScore: number;
  /** Points that evidence added (or took) a week, of late. */
  readonly gained: number;
  /** Pieces of evidence a week, of late. */
  readonly pieces: number;
  /** Pieces of evidence that are missing before there is enough; 0 where there is. */
  readonly missing: number;
}

/** Learning in points a week, and how sure that is (a standard deviation). */
export interface LearningRate {
  readonly mean: number;
  readonly deviation: number;
}

export interface ShortSkill {
  readonly skillCode: string;
  readonly score: number;
  readonly target: number;
  /** Points below the target; 0 where the score is high enough and only evidence is missing. */
  readonly gap: number;
  readonly enoughEvidence: boolean;
}

/** A chance (0–1) on a day. */
export interface ChanceOnDay {
  readonly day: IsoDate;
  readonly chance: number;
}

/** How ready one person is for one launch. */
export interface LaunchReadiness {
  /** Weighted over the launch's skills, with target and gap. */
  readonly score: AggregateScore;
  /** Every skill at its target, with enough evidence, today. */
  readonly ready: boolean;
  /** Chance (0–1) of being ready on the day of the launch. */
  readonly chance: number;
  /** Score expected on that day. */
  readonly expectedScore: number;
  /** Points a week, weighted over the skills. */
  readonly learningRate: number;
  /** Most points short first. */
  readonly shortSkills: readonly ShortSkill[];
  /** From today to the launch, ascending; where the day has come that day alone, with what holds today. */
  readonly chanceByDay: readonly ChanceOnDay[];
}
