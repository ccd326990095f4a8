import type { IsoDate, IsoDateTime } from '../situation/types.ts';

/** One skill of one person, as far as it bears on coaching. Scores and targets are 0–100. */
export interface CoachingChoice {
  readonly personId: string;
  readonly skillId: string;
  readonly score: number;
  readonly lower: number;
  readonly upper: number;
  readonly enoughEvidence: boolean;
  readonly target: number;
  /** How much the skill counts in the person's role; 1 is usual. */
  readonly weight: number;
  /** The day the score falls, or fell, below the target. */
  readonly dueForReview?: IsoDate;
  /** Points of readiness gained a week of late. */
  readonly learningRate?: number;
  /** Since when the person has the role. */
  readonly roleStart?: IsoDate;
  /** When a manager last observed this skill of the person. */
  readonly observedAt?: IsoDate | IsoDateTime;
  /** The next launch that asks for the skill. */
  readonly launch?: { readonly name: string; readonly on: IsoDate; readonly target: number };
}

/** Why somebody comes next. `points` is what the reason adds to the value. */
export type CoachingReason = { readonly points: number } & (
  | { readonly kind: 'gap'; readonly score: number; readonly target: number; readonly likely: number }
  | { readonly kind: 'unknown'; readonly target: number }
  | { readonly kind: 'launch'; readonly name: string; readonly days: number }
  | { readonly kind: 'stuck'; readonly rate: number }
  | { readonly kind: 'fading'; readonly since: IsoDate }
  | { readonly kind: 'newInRole'; readonly days: number }
  | { readonly kind: 'notObserved'; readonly days?: number }
);

/** What to do first: look (too little is known, or nobody looked for long), or assign training. */
export type CoachingAction = 'observe' | 'assign';

export interface CoachingSuggestion {
  readonly personId: string;
  readonly skillId: string;
  /** Expected value of coaching now, in weighted points below the target. */
  readonly value: number;
  readonly action: CoachingAction;
  /** Strongest first. */
  readonly reasons: readonly CoachingReason[];
}
