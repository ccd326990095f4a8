import type { IsoDate, IsoDateTime } from '../situation/types.ts';

/** A nugget as a plan sees it. */
export interface PlannedNugget {
  readonly nuggetId: string;
  /** Whether it can be read now, i.e. is published. */
  readonly available: boolean;
  readonly questionIds: readonly string[];
}

/** What is to be reached: a nugget, all nuggets of a path in their order, or the target of a skill. */
export type Goal =
  | { readonly kind: 'nugget'; readonly nugget: PlannedNugget }
  | { readonly kind: 'path'; readonly steps: readonly PlannedNugget[] }
  /** `target` is 0–100; absent where the person's role has none for the skill. */
  | { readonly kind: 'skill'; readonly skillCode: string; readonly target?: number };

/** An item of a person's development plan. */
export interface Assignment {
  readonly id: string;
  readonly assignedAt: IsoDateTime;
  readonly withdrawn: boolean;
  readonly dueOn?: IsoDate;
  /** The day that was published as the one on which it was done. */
  readonly doneOn?: IsoDate;
  readonly goal: Goal;
}

/** Readiness of the person in one skill. */
export interface ReachedSkill {
  /** 0–100. */
  readonly score: number;
  readonly enoughEvidence: boolean;
}

/** What one person learned: nuggets completed (and not undone), and checks answered rightly. */
export interface Learned {
  readonly completions: readonly { readonly nuggetId: string; readonly at: IsoDateTime }[];
  readonly rightAnswers: readonly { readonly questionId: string; readonly at: IsoDateTime }[];
  readonly skills: ReadonlyMap<string, ReachedSkill>;
}

/** What is left of one nugget. */
export interface NuggetLeft {
  readonly nuggetId: string;
  /** Whether it is still to be completed. */
  readonly toRead: boolean;
  /** Checks that were not yet answered rightly. */
  readonly questionIds: readonly string[];
}

/**
 * Unavailable: nothing can be done for it, since nothing of it is published any more or the skill has no target.
 */
export type PlanStatus = 'open' | 'done' | 'unavailable' | 'withdrawn';

/** How far an assignment is, by the evidence alone. */
export interface Progress {
  readonly status: PlanStatus;
  /** 0–100, whole; 100 only when done. */
  readonly percent: number;
  /** Nuggets that are not done, in the order in which to take them. */
  readonly left: readonly NuggetLeft[];
  /** Nuggets that count: those done, and those that can be read. */
  readonly nuggets: number;
  /** The UTC day of the last needed piece of evidence. Absent for a skill just reached: readiness has no such day. */
  readonly doneOn?: IsoDate;
}
