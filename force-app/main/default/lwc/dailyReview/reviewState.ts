import { orderForReview, secondsLeft, type SkillToReview } from 'c/core';
import { toQuestion, type Question } from 'c/checks';
import { DAY_MS, today } from 'c/dates';
import { number, recordsIn, related, text } from 'c/graphqlRecords';
import {
  currentReadiness,
  toCheckResponse,
  toReadinessRow,
  type CheckResponse,
  type ReadinessRow,
} from 'c/readinessRecords';
import { MOST_SKILLS, questionVariables, type QuestionVariables } from './reviewQuestionsQuery';

/** An answer with the time it took. */
interface TimedAnswer extends CheckResponse {
  readonly seconds?: number;
}

/** A question with the nugget to read where the answer was missed. */
export interface ReviewQuestion extends Question {
  readonly nuggetId: string;
  readonly nuggetTitle: string;
}

/** Where the person stands before a review. */
export interface ReviewState {
  /** As published: what the page computes from. */
  readonly published: readonly ReadinessRow[];
  readonly personState?: string;
  /** Latest first. */
  readonly responses: readonly TimedAnswer[];
  /** With the answers that are newer than what was published. */
  readonly current: readonly ReadinessRow[];
  /** In the order of the review. */
  readonly skills: readonly SkillToReview<ReadinessRow>[];
  readonly today: { readonly answered: number; readonly right: number; readonly secondsLeft: number };
}

/** What `REVIEW_STATE_QUERY` answered. */
export function toReviewState(data: unknown, personId: string, now: Date): ReviewState {
  const rows = recordsIn(data, 'Readiness__c').map(toReadinessRow);
  const responses = recordsIn(data, 'Check_Response__c').flatMap((record): TimedAnswer[] => {
    const response = toCheckResponse(record);
    return response ? [{ ...response, seconds: number(record, 'Seconds__c') }] : [];
  });
  const { skills: current } = currentReadiness(personId, rows, responses, new Map(), now);
  const day = today(now);
  const todays = responses.filter(({ at }) => today(new Date(at)) === day);
  return {
    published: rows.filter(({ scope }) => scope === 'Skill'),
    personState: rows.find(({ scope }) => scope === 'Overall')?.state,
    responses,
    current,
    skills: orderForReview(current, day).slice(0, MOST_SKILLS),
    today: {
      answered: todays.length,
      right: todays.filter(({ correct }) => correct).length,
      secondsLeft: secondsLeft(todays),
    },
  };
}

/** The questions to ask the org for. */
export function variablesFor({ skills, responses }: ReviewState, now: Date): QuestionVariables {
  const since = now.getTime() - DAY_MS;
  const answered = responses.filter(({ at }) => Date.parse(at) > since).map(({ questionId }) => questionId);
  return questionVariables(
    skills.map(({ skillCode }) => skillCode),
    [...new Set(answered)],
  );
}

/** What `REVIEW_QUESTIONS_QUERY` answered. */
export function toReviewQuestions(data: unknown): ReviewQuestion[] {
  return recordsIn(data, 'Skill__c').flatMap((skill) =>
    related(skill, 'Check_Questions__r').map((record) => ({
      ...toQuestion(record),
      skillCode: text(skill, 'Code__c') ?? '',
      skillName: text(skill, 'Name') ?? '',
      nuggetId: text(record, 'Nugget__c') ?? '',
      nuggetTitle: text(record, 'Nugget__r.Name') ?? '',
    })),
  );
}
