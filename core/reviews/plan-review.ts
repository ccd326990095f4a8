import { DAY } from '../situation/days.ts';
import type { IsoDateTime } from '../situation/types.ts';
import type { SkillToReview } from './order-for-review.ts';

export interface ReviewableQuestion {
  readonly id: string;
  readonly skillCode: string;
}

/** An earlier answer of the person to any question. */
export interface ReviewAnswer {
  readonly questionId: string;
  readonly at: IsoDateTime;
  /** How long it took, where that is known. */
  readonly seconds?: number;
}

export interface ReviewLimits {
  /** What a review may take in all. */
  readonly seconds: number;
  /** What one question is expected to take, with the reading of its explanation. */
  readonly secondsPerQuestion: number;
  /** Questions on one skill at most: a review goes over several skills rather than deep into one. */
  readonly questionsPerSkill: number;
}

/** Five minutes: ten questions of half a minute, three on a skill. */
export const DEFAULT_REVIEW_LIMITS: ReviewLimits = { seconds: 300, secondsPerQuestion: 30, questionsPerSkill: 3 };

export interface ReviewRequest {
  /** What `orderForReview` gave. */
  readonly skills: readonly Pick<SkillToReview, 'skillCode' | 'reason'>[];
  readonly questions: readonly ReviewableQuestion[];
  readonly answers: readonly ReviewAnswer[];
  readonly now: Date;
  readonly limits?: ReviewLimits;
}

export interface PlannedQuestion extends Pick<SkillToReview, 'skillCode' | 'reason'> {
  readonly questionId: string;
}

/**
 * The questions of a review, in the order in which they are asked. Skills take turns in the order given, so that every
 * skill that is due is asked about before the first gap, and no two questions on a skill follow each other where there
 * is another skill: interleaving makes what is learned last longer (Rohrer & Taylor 2007). Within a skill, questions
 * never answered come first, then those answered longest ago, then by id. A question answered within 24 hours is left
 * out: again so soon it is practice and does not count.
 *
 * @returns never more than fit into the limits; empty where there is nothing to ask. Throws nothing.
 */
export function planReview({
  skills,
  questions,
  answers,
  now,
  limits = DEFAULT_REVIEW_LIMITS,
}: ReviewRequest): PlannedQuestion[] {
  const most = Math.floor(limits.seconds / limits.secondsPerQuestion);
  const askable = questionsBySkill(questions, answers, now);
  const queues = new Map(
    skills.map(({ skillCode }) => [skillCode, (askable.get(skillCode) ?? []).slice(0, limits.questionsPerSkill)]),
  );
  return takeTurns(skills, queues).slice(0, Math.max(0, most));
}

/**
 * Seconds of a day's review that are left.
 *
 * @param answers the answers that were given on that day
 */
export function secondsLeft(
  answers: readonly Pick<ReviewAnswer, 'seconds'>[],
  limits: ReviewLimits = DEFAULT_REVIEW_LIMITS,
): number {
  // An answer that lay open over lunch must not use up the whole review.
  const spent = answers.reduce((sum, { seconds = 0 }) => sum + Math.min(seconds, 2 * limits.secondsPerQuestion), 0);
  return Math.max(0, limits.seconds - spent);
}

/** One question of each skill, then the next of each, until all queues are empty. */
function takeTurns(
  skills: ReviewRequest['skills'],
  queues: ReadonlyMap<string, readonly ReviewableQuestion[]>,
): PlannedQuestion[] {
  const longest = Math.max(0, ...skills.map(({ skillCode }) => queues.get(skillCode)?.length ?? 0));
  return Array.from({ length: longest }, (_, turn) => turn).flatMap((turn) =>
    skills.flatMap(({ skillCode, reason }) => {
      const question = queues.get(skillCode)?.[turn];
      return question ? [{ questionId: question.id, skillCode, reason }] : [];
    }),
  );
}

/** Questions that count when they are answered now, by skill, in the order in which they should be asked. */
function questionsBySkill(
  questions: readonly ReviewableQuestion[],
  answers: readonly ReviewAnswer[],
  now: Date,
): Map<string, ReviewableQuestion[]> {
  const latest = new Map<string, number>();
  for (const { questionId, at } of answers) {
    latest.set(questionId, Math.max(Date.parse(at), latest.get(questionId) ?? -Infinity));
  }
  const answeredAt = ({ id }: ReviewableQuestion): number => latest.get(id) ?? -Infinity;
  const unique = new Map(questions.map((question) => [question.id, question]));
  const askable = [...unique.values()]
    .filter((question) => now.getTime() - answeredAt(question) >= DAY)
    .sort((a, b) => (answeredAt(a) === answeredAt(b) ? compareIds(a.id, b.id) : answeredAt(a) - answeredAt(b)));
  const bySkill = new Map<string, ReviewableQuestion[]>();
  for (const question of askable) {
    bySkill.set(question.skillCode, [...(bySkill.get(question.skillCode) ?? []), question]);
  }
  return bySkill;
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
