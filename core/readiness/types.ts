import type { IsoDate, IsoDateTime } from '../situation/types.ts';

/** A check is graded; an assessment is a manager's 0–1 observation; completion and outcome are weak. */
export type EvidenceKind = 'check' | 'assessment' | 'completion' | 'outcome';

export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly personId: string;
  readonly skillCode: string;
  /** The check question, for a check. */
  readonly itemId?: string;
  readonly at: IsoDateTime;
  /** 1 or 0 for a check, 0–1 for an assessment, 1 for a completion, 1 or 0 (won, lost) for an outcome. */
  readonly value: number;
}

/** A quantity in log-odds with its variance, and how many observations moved it. */
export interface Estimate {
  readonly mean: number;
  readonly variance: number;
  readonly count: number;
}

/** Residuals (log-odds) of one question or skill, learned from an org's own answers (`fluency calibrate`). */
export interface ContextResiduals {
  /** By the question (or skill) just before; for a question by whether that was missed, unknown or passed. */
  readonly after: ReadonlyMap<string, readonly number[]>;
  /** Question: by the last answer in the skill (3), then by level of ability (8). Skill: by passed × missed checks. */
  readonly own: readonly number[];
}

/** Difficulty of a check question relative to its skill. Higher is harder. */
export interface ItemState extends Estimate {
  /** What the question before says; for the answer, not for the score, and not stored. */
  readonly context?: ContextResiduals;
}
/** Difficulty of a skill relative to all skills. Higher is harder. */
export interface SkillState extends Estimate {
  /** Log-odds by passed × missed checks, where the org's own answers gave them (`fluency calibrate`). */
  readonly table?: readonly number[];
  /** What the skill before says; for the answer, not for the score, and not stored. */
  readonly context?: ContextResiduals;
}

/** A person's general ability, what the last answers were like, and the last evidence (epoch milliseconds). */
export interface PersonState extends Estimate {
  /** Decayed sum of surprises: above 0, the last answers were better than expected. */
  readonly residual: number;
  /** Checks passed in a row; below 0, missed in a row. */
  readonly streak: number;
  readonly passes: number;
  readonly misses: number;
  readonly at?: number;
  /** The question answered last, and its skill. */
  readonly lastItem?: string;
  readonly lastSkill?: string;
}

/** What is known about one person and one skill, as of `at`. */
export interface ReadinessState {
  /** Ability of this person in this skill, beyond the general one (log-odds), and its variance. */
  readonly ability: number;
  readonly variance: number;
  /** Decayed sum of surprises, checks passed (below 0: missed) in a row, and checks passed and missed. */
  readonly residual: number;
  readonly streak: number;
  readonly passes: number;
  readonly misses: number;
  /** Successes and failures so far, older ones counting less. */
  readonly successes: number;
  readonly failures: number;
  /** Pieces of evidence, and their weight (a completion weighs little). */
  readonly count: number;
  readonly weight: number;
  /** Sum of all contributions so far, in points. */
  readonly points: number;
  /** Days after which the effect of having just passed a check is gone. */
  readonly stability: number;
  /** Last evidence, and the moment from which fading counts; epoch milliseconds. */
  readonly at?: number;
  readonly practisedAt?: number;
}

/** Probability, in percent, of passing a fresh check now, with the interval that holds it 8 times in 10. */
export interface Score {
  readonly score: number;
  readonly lower: number;
  readonly upper: number;
  /** False: show "not enough evidence" rather than the number alone. */
  readonly enoughEvidence: boolean;
  readonly evidenceCount: number;
}

/** What one piece of evidence did: the score right after it minus the score right before it. */
export interface Contribution {
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  readonly at: IsoDateTime;
  readonly points: number;
  readonly value: number;
}

export interface Gap {
  /** Target minus score where that is positive, else 0. */
  readonly gap: number;
  /** The gap is probably real: the whole interval lies below the target, and there is enough evidence. */
  readonly flagged: boolean;
}

export interface AggregateScore extends Score {
  readonly target?: number;
  readonly gap?: number;
  readonly gapFlagged: boolean;
}

export interface WeightedScore {
  readonly score: Score;
  readonly target?: number;
  readonly weight: number;
}

/** Where a score comes from. `start + evidence + other + fading` is the score. */
export interface Explanation {
  /** The score before any evidence on the skill. */
  readonly start: number;
  /** Sum of the contributions of all evidence on the skill. */
  readonly evidence: number;
  /** Fading between earlier pieces of evidence, and what was learned about the person or skill elsewhere. */
  readonly other: number;
  /** Fading since the last piece of evidence (0 or less). */
  readonly fading: number;
  readonly score: number;
}

/** One piece of evidence as the model sees it. */
export interface Observation {
  readonly kind: EvidenceKind;
  /** 0–1. */
  readonly value: number;
  /** Epoch milliseconds. */
  readonly moment: number;
  readonly skillCode: string;
  readonly itemId?: string;
}

export interface UpdateInput {
  readonly state: ReadinessState;
  readonly person: PersonState;
  readonly item?: ItemState;
  readonly skill: SkillState;
}

export interface UpdateResult extends UpdateInput {
  readonly contribution: Contribution;
}

/** A skill that a role asks for. */
export interface RoleTarget {
  readonly skillCode: string;
  readonly domain: string;
  readonly component: string;
  /** 0–100. */
  readonly target: number;
  /** Greater than 0. */
  readonly weight: number;
}

export interface PersonInput {
  readonly personId: string;
  /** Targets of the person's role; skills with evidence but without a target are computed too. */
  readonly targets: readonly RoleTarget[];
  /** The sales role: the person starts from what its people had shown before. */
  readonly role?: string;
  /** General ability the person starts from (log-odds), whatever the role. */
  readonly prior?: number;
}

export interface SkillReadiness {
  readonly skillCode: string;
  readonly domain?: string;
  readonly component?: string;
  readonly weight: number;
  readonly score: Score;
  readonly target?: number;
  readonly gap?: number;
  readonly gapFlagged: boolean;
  readonly lastEvidenceAt?: IsoDateTime;
  readonly dueForReview?: IsoDate;
  readonly state: ReadinessState;
  /** Latest first, at most 20. */
  readonly contributions: readonly Contribution[];
}

export interface GroupReadiness {
  /** A domain or a component. */
  readonly name: string;
  readonly score: AggregateScore;
  readonly lastEvidenceAt?: IsoDateTime;
}

/** One point of a trend: `scope` is a domain or `Overall`. */
export interface Snapshot {
  readonly scope: string;
  readonly takenOn: IsoDate;
  readonly score: AggregateScore;
}

/** Everything that is published for one person. */
export interface PersonReadiness {
  readonly personId: string;
  readonly person: PersonState;
  /** Sorted by skill code. */
  readonly skills: readonly SkillReadiness[];
  /** Over the skills of the role's targets; sorted by name. */
  readonly domains: readonly GroupReadiness[];
  readonly components: readonly GroupReadiness[];
  /** Undefined where the role has no targets. */
  readonly overall?: GroupReadiness;
  readonly snapshots: readonly Snapshot[];
}

export interface NextAction {
  readonly skillCode: string;
  /** Points of overall readiness that one nugget is expected to add, counting nothing above a target. */
  readonly gain: number;
  /** The gain, less where the skill was worked on lately: what actions are ordered by. */
  readonly urgency: number;
  /** 0–100. */
  readonly score: number;
  /** `review`: known once, fading; `learn`: below target; `measure`: too unsure to say whether the target is reached. */
  readonly kind: 'review' | 'learn' | 'measure';
}
