import { DEFAULT_REVIEW_LIMITS, planReview, type PlannedQuestion } from 'c/core';
import { commonLabels, format, reviewLabels as labels, viewerLabels } from 'c/labels';
import type { ReviewQuestion, ReviewState } from './reviewState';
import { describeLength, describeSkills, type Words } from './reviewWords';

/** What a review would be if it began now, and how it is offered. */
export interface ReviewStart {
  readonly plan: readonly PlannedQuestion[];
  /** Seconds: what is left of today's time, or as long again where that is used up. */
  readonly budget: number;
  readonly length: string;
  readonly skills: readonly Words[];
  /** What was answered today; undefined before the first answer. */
  readonly today?: string;
  readonly label: string;
  /** What is done for today invites no more. */
  readonly variant: 'brand' | 'neutral';
}

/** @param available undefined while the questions are loading: then nothing is planned */
export function describeStart(
  state: ReviewState | undefined,
  available: readonly ReviewQuestion[] | undefined,
  now: Date,
): ReviewStart {
  const { secondsLeft = 0, answered = 0, right = 0 } = state?.today ?? {};
  const isTimeUsed = secondsLeft < DEFAULT_REVIEW_LIMITS.secondsPerQuestion;
  const budget = isTimeUsed ? DEFAULT_REVIEW_LIMITS.seconds : secondsLeft;
  const plan = state && available ? planOf(state, available, budget, now) : [];
  const todayText = isTimeUsed ? labels.timeUp : format(labels.answeredToday, right, answered);
  const goOn = answered > 0 ? viewerLabels.goOn : commonLabels.start;
  return {
    plan,
    budget,
    length: describeLength(plan.length),
    skills: state ? describeSkills(plan, state, now) : [],
    today: answered > 0 ? todayText : undefined,
    label: isTimeUsed ? labels.anotherFive : goOn,
    variant: isTimeUsed ? 'neutral' : 'brand',
  };
}

function planOf(
  { skills, responses }: ReviewState,
  questions: readonly ReviewQuestion[],
  seconds: number,
  now: Date,
): PlannedQuestion[] {
  const limits = { ...DEFAULT_REVIEW_LIMITS, seconds };
  return planReview({ skills, questions, answers: responses, now, limits });
}
