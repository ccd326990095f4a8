import { DEFAULT_WEIGHTS } from './default-weights.ts';
import type { AnswerContexts } from './features/answer-features.ts';
import type { EvidenceKind } from './types.ts';

/** Written into every state; a state of another version is not read. */
export const MODEL_VERSION = '2';

/** What is fitted on answers. */
export interface FittedWeights {
  /** Log-odds of an average person passing an average check of an average skill, where surprises start from. */
  readonly intercept: number;
  /** One for each of SKILL_FEATURES and of ANSWER_FEATURES, in their order. */
  readonly skillWeights: readonly number[];
  readonly answerWeights: readonly number[];
  /** Log-odds by passed × missed checks (each to 7), over all skills. */
  readonly table: readonly number[];
  /** The same by skill code, and what the question and the one before say; only where an org's answers gave them. */
  readonly skillTables?: ReadonlyMap<string, readonly number[]>;
  readonly contexts?: AnswerContexts;
}

/** Everything the model does not learn from one piece of evidence. Times are in days, abilities in log-odds. */
export interface ReadinessParameters extends FittedWeights {
  /** MODEL_VERSION, with a suffix where an org's own parameters are used; at most 20 characters. */
  readonly version: string;
  /** Variance of each quantity before any evidence. */
  readonly personVariance: number;
  readonly abilityVariance: number;
  readonly itemVariance: number;
  readonly skillVariance: number;
  /** Variance gained with each piece of evidence and per day without any, up to the variance above. */
  readonly personStep: number;
  readonly abilityStep: number;
  readonly personDrift: number;
  readonly abilityDrift: number;
  /** What earlier surprises count after one more piece of evidence. */
  readonly personResidualDecay: number;
  readonly skillResidualDecay: number;
  /** Days after which a success or failure counts half. */
  readonly countHalfLife: number;
  /** Days after which the effect of having just passed a check is gone, at first and at the extremes. */
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

/**
 * The defaults: weights and table fitted on public answer data (docs/readiness.md), variances and decays chosen by
 * cross-validation on it, and what public data does not hold (kinds of evidence, drift, interval) set by hand.
 */
export const DEFAULT_PARAMETERS: ReadinessParameters = {
  version: MODEL_VERSION,
  ...DEFAULT_WEIGHTS,
  personVariance: 0.8,
  abilityVariance: 0.21,
  itemVariance: 1,
  skillVariance: 0.5,
  personStep: 0.0006,
  abilityStep: 0.01,
  personDrift: 0.0005,
  abilityDrift: 0.002,
  personResidualDecay: 0.765,
  skillResidualDecay: 0.75,
  countHalfLife: 60,
  firstStability: 60,
  leastStability: 10,
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
