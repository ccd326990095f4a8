import { dueForReview, ReadinessStateError } from 'c/core';
import { readinessEffects, type EffectBasis, type Sitting, type SkillEffect } from 'c/checks';
import { continueReadiness, type CheckResponse, type Continuation } from 'c/readinessRecords';
import type { ReviewQuestion, ReviewState } from './reviewState';

/** When a skill that was reviewed is due again. */
export interface NextReview {
  readonly skillCode: string;
  readonly skillName: string;
  readonly target?: number;
  /** Undefined where the score is below the target, or stays above it for years. */
  readonly dueForReview?: string;
  readonly belowTarget: boolean;
}

/** The questions of a review, with the nuggets behind them. */
function questionsOf({ session }: Sitting): readonly ReviewQuestion[] {
  return session.questions as readonly ReviewQuestion[];
}

/** What the effects of a review are computed from. */
export function basisOf({ published, personState, responses }: ReviewState, sitting: Sitting): EffectBasis {
  return { skills: published, personState, responses, questions: questionsOf(sitting) };
}

/** What the last of the answers did, on top of those before it. */
export function lastEffect(
  personId: string,
  basis: EffectBasis,
  given: readonly CheckResponse[],
  now: Date,
): SkillEffect | undefined {
  const responses = [...basis.responses, ...given.slice(0, -1)];
  return readinessEffects(personId, { ...basis, responses }, given.slice(-1), now)[0];
}

/** When each skill that was asked about is due again; empty where the published state cannot be gone on from. */
export function nextReviews(
  personId: string,
  { skills, personState, questions, responses }: EffectBasis,
  given: readonly CheckResponse[],
  now: Date,
): NextReview[] {
  const published = skills.flatMap((row) => (row.skillCode ? [{ ...row, skillCode: row.skillCode }] : []));
  const all = [...responses, ...given];
  const continued = attempt(() => continueReadiness(personId, published, personState, all));
  if (!continued) return [];
  return [...new Set(given.map(({ skillCode }) => skillCode))].map((skillCode) => {
    const target = published.find((row) => row.skillCode === skillCode)?.target;
    const [state, difficulty] = [continued.stateOf(skillCode), continued.difficultyOf(skillCode)];
    return {
      skillCode,
      skillName: questions.find((question) => question.skillCode === skillCode)?.skillName ?? skillCode,
      target,
      belowTarget: target !== undefined && continued.scoreOf(skillCode, now).score < target,
      dueForReview: target === undefined ? undefined : dueForReview(state, continued.person, difficulty, target, now),
    };
  });
}

/** The nuggets behind what was missed, each once, in the order of the questions. */
export function nuggetsToRead(sitting: Sitting): ReviewQuestion[] {
  const { answers } = sitting.session;
  const missed = questionsOf(sitting).filter(({ id }) => answers.get(id)?.response.correct === false);
  return [...new Map(missed.map((question) => [question.nuggetId, question])).values()];
}

/** A state of another model version is no fault of the person: the next sync publishes one we can read. */
function attempt(compute: () => Continuation): Continuation | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ReadinessStateError) return undefined;
    throw error;
  }
}
