import type { EvidenceKind } from './types.ts';

/** Written into every state; a state of another version is not read. */
export const MODEL_VERSION = '1';

/** Everything the model does not learn from one org's evidence. Times are in days, abilities in log-odds. */
export interface ReadinessParameters {
  /** Log-odds of an average person passing an average check of an average skill. */
  readonly intercept: number;
  /** Variance of each quantity before any evidence. */
  readonly personVariance: number;
  readonly abilityVariance: number;
  readonly itemVariance: number;
  readonly skillVariance: number;
  /** Variance gained per day without evidence, up to the variance above. */
  readonly personDrift: number;
  readonly abilityDrift: number;
  /** Log-odds per log(1 + decayed successes), and per log(1 + decayed failures). */
  readonly successGain: number;
  readonly failureLoss: number;
  /** Days after which a success or failure counts half. */
  readonly countHalfLife: number;
  /** Log-odds lost per log(1 + days since practice / stability). */
  readonly fading: number;
  readonly firstStability: number;
  readonly leastStability: number;
  readonly mostStability: number;
  /** A success on something wholly faded multiplies stability by 1 + this; on something fresh, by 1. */
  readonly spacingGain: number;
  /** A failure multiplies stability by this. */
  readonly failureStability: number;
  /** Share of the time since practice that reading a nugget again makes good. */
  readonly completionRefresh: number;
  /** How much one piece of evidence counts beside a graded check. */
  readonly evidenceWeight: Readonly<Record<EvidenceKind, number>>;
  /** Variance of a manager's assessment as a reading of ability. */
  readonly assessmentVariance: number;
  /** Standard deviations on each side of the interval; 1.2816 holds 80 %. */
  readonly intervalWidth: number;
  /** Weight of evidence from which a score is shown as one. */
  readonly enoughWeight: number;
  /** Correlation assumed between the errors of two of a person's scores. */
  readonly scoreCorrelation: number;
}

/** First defaults: set by hand with a few looks at public answer data (docs/readiness.md), not fitted. */
export const DEFAULT_PARAMETERS: ReadinessParameters = {
  intercept: 0.3,
  personVariance: 0.8,
  abilityVariance: 0.3,
  itemVariance: 1,
  skillVariance: 0.6,
  personDrift: 0.0005,
  abilityDrift: 0.002,
  successGain: 0.35,
  failureLoss: 0.1,
  countHalfLife: 90,
  fading: 0.25,
  firstStability: 14,
  leastStability: 3,
  mostStability: 730,
  spacingGain: 1.5,
  failureStability: 0.7,
  completionRefresh: 0.3,
  evidenceWeight: { check: 1, assessment: 2, completion: 0.1, outcome: 0.15 },
  assessmentVariance: 0.7,
  intervalWidth: 1.2816,
  enoughWeight: 3,
  scoreCorrelation: 0.3,
};
