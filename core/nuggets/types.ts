import type { IsoDate, IsoDateTime, Signal, Situation } from '../situation/types.ts';

export type RuleOperator =
  | 'equals'
  | 'not equals'
  | 'in'
  | 'not in'
  | 'contains'
  | 'greater'
  | 'less'
  | 'between'
  | 'blank'
  | 'not blank'
  | 'within days';

/** One condition. Rules of one group must all hold; one group that holds is enough. */
export interface SituationRule {
  readonly id?: string;
  readonly signal: string;
  readonly operator: RuleOperator;
  /** Lists (`in`, `not in`, `between`) are separated by `;`. */
  readonly value?: string;
  readonly group: number;
  /** How much the rule counts for specificity; 1 where absent, negative counts as 0. */
  readonly weight?: number;
}

export type RuleFaultCode =
  'unknownSignal' | 'unknownOperator' | 'wrongType' | 'missingValue' | 'invalidNumber' | 'invalidDate' | 'invalidRange';

/** Why a rule cannot be evaluated. A group with a faulty rule never holds. */
export interface RuleFault {
  readonly code: RuleFaultCode;
  /** One English sentence for the author: what is wrong and what to do. */
  readonly message: string;
  readonly signal: string;
  readonly value?: string;
  readonly nuggetId?: string;
  readonly ruleId?: string;
}

export interface NuggetSkill {
  readonly skillId: string;
  readonly skillCode: string;
  readonly skillName?: string;
  readonly weight: number;
}

/** What matching and ranking need to know of a nugget. Arrays are never mutated. */
export interface NuggetSummary {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly summary?: string;
  readonly minutes: number;
  readonly level?: number;
  readonly verifiedOn?: IsoDate;
  readonly verificationDue?: IsoDate;
  readonly skills: readonly NuggetSkill[];
  readonly rules: readonly SituationRule[];
  readonly shown?: number;
  readonly helpful?: number;
  readonly notHelpful?: number;
  readonly createdAt?: IsoDateTime;
}

/** A rule that holds. What it looked at is `situation.facts.get(signal.code)`; undefined where that is blank. */
export interface HeldRule {
  readonly rule: SituationRule;
  readonly signal: Signal;
  /** How specific the rule is, 0 or more; a group's specificity is the sum. */
  readonly strength: number;
}

/** A nugget of which at least one group holds; carries the most specific such group. */
export interface Match {
  readonly nugget: NuggetSummary;
  readonly situation: Situation;
  readonly group: number;
  readonly specificity: number;
  readonly held: readonly HeldRule[];
}

export type LearningEventType = 'Viewed' | 'Completed' | 'Helpful' | 'Not Helpful' | 'Dismissed' | 'Shared';

/** One thing the person did with a nugget. An undone event counts for nothing. */
export interface LearningEventFact {
  readonly nuggetId: string;
  readonly type: LearningEventType;
  readonly at: IsoDateTime;
  readonly undone?: boolean;
}

/** What ranking needs to know of the person's skill. Scores and targets are 0–100. */
export interface SkillStanding {
  readonly score?: number;
  readonly target?: number;
  readonly dueForReview?: IsoDate;
  readonly name?: string;
}

export interface RankBudget {
  readonly nuggets: number;
  readonly minutes: number;
}

export interface RankContext {
  readonly now: Date;
  readonly skills: ReadonlyMap<string, SkillStanding>;
  readonly history: readonly LearningEventFact[];
  /** Default: 3 nuggets, 5 minutes. */
  readonly budget?: RankBudget;
  /** Days for which a dismissed nugget, or a completed one that is not due, stays away. Default 30. */
  readonly coolDownDays?: number;
}

export type ReasonCode = 'signal' | 'gap' | 'due' | 'helped' | 'verified' | 'new';

/** Why a nugget is shown. `labelKey` names a label with `{0}`, `{1}` … places for `values`. */
export interface Reason {
  readonly code: ReasonCode;
  readonly labelKey: ReasonLabelKey;
  /** Raw values: numbers as plain text, dates as ISO text, field values as they are. */
  readonly values: readonly string[];
  /** The signal's code, where the reason is one: word it by the registry's `labelKey` or `label`. */
  readonly signal?: string;
  /** Log of the factor by which this reason multiplies the score. */
  readonly strength: number;
}

export type ReasonLabelKey =
  | 'reasonSignal'
  | 'reasonSignalNot'
  | 'reasonSignalContains'
  | 'reasonSignalOver'
  | 'reasonSignalUnder'
  | 'reasonSignalBetween'
  | 'reasonSignalBlank'
  | 'reasonSignalPresent'
  | 'reasonSignalTrue'
  | 'reasonSignalFalse'
  | 'reasonSignalDays'
  | 'reasonPushes'
  | 'reasonGap'
  | 'reasonGapUnknown'
  | 'reasonDue'
  | 'reasonHelped'
  | 'reasonVerified'
  | 'reasonNew';

export interface RankedNugget {
  readonly nugget: NuggetSummary;
  readonly score: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}

export interface RuleIndex {
  /** Every nugget of which a group holds, in the order the nuggets were given. */
  match(situation: Situation): Match[];
  readonly faults: readonly RuleFault[];
}

/** Share of deals (0–1) in which an equality holds, by its single anchor key (`stage=negotiation`). */
export type Selectivity = ReadonlyMap<string, number>;
