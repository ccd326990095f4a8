import { describeEffects, describeTally, readinessEffects, type EffectRow, type Sitting } from 'c/checks';
import { reviewLabels } from 'c/labels';
import { basisOf, nextReviews, nuggetsToRead } from './reviewOutcome';
import type { ReviewState } from './reviewState';
import { describeMissed, describeNext, type MissedRow, type Words } from './reviewWords';

/** What a review has done, in words. */
export interface ReviewResult {
  /** "You answered 2 of 3". */
  readonly heading: string;
  readonly hasAnswers: boolean;
  readonly effects: readonly EffectRow[];
  readonly missed: readonly MissedRow[];
  /** When each skill comes again. */
  readonly coming: readonly Words[];
}

export function describeResult(personId: string, state: ReviewState, sitting: Sitting, now: Date): ReviewResult {
  const { given, session } = sitting;
  const basis = basisOf(state, sitting);
  return {
    heading: given.length > 0 ? describeTally(session) : reviewLabels.resultNone,
    hasAnswers: given.length > 0,
    effects: describeEffects(readinessEffects(personId, basis, given, now)),
    missed: describeMissed(nuggetsToRead(sitting)),
    coming: describeNext(nextReviews(personId, basis, given, now), now),
  };
}
