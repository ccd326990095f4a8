import { instantOf } from '../situation/days.ts';
import type { Learned, PlannedNugget } from './types.ts';

/** Answers when something was first learned at or after a moment; epoch milliseconds throughout. */
export interface LearningIndex {
  completedSince(nuggetId: string, moment: number): number | undefined;
  answeredSince(questionId: string, moment: number): number | undefined;
}

/** Goes through what a person learned once, so that each assignment looks up only what it is about. */
export function indexLearning({ completions, rightAnswers }: Pick<Learned, 'completions' | 'rightAnswers'>) {
  const completed = momentsById(completions.map(({ nuggetId, at }) => [nuggetId, at]));
  const answered = momentsById(rightAnswers.map(({ questionId, at }) => [questionId, at]));
  return {
    completedSince: (nuggetId, moment) => firstSince(completed.get(nuggetId), moment),
    answeredSince: (questionId, moment) => firstSince(answered.get(questionId), moment),
  } satisfies LearningIndex;
}

/** What of a nugget was learned since a moment: when each part was, undefined for a part that was not. */
export function partsOf(nugget: PlannedNugget, index: LearningIndex, since: number): (number | undefined)[] {
  return [
    index.completedSince(nugget.nuggetId, since),
    ...nugget.questionIds.map((questionId) => index.answeredSince(questionId, since)),
  ];
}

function momentsById(pairs: readonly (readonly [string, string])[]): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  for (const [id, at] of pairs) {
    const moment = instantOf(at);
    if (moment === undefined) continue;
    const moments = byId.get(id);
    if (moments) moments.push(moment);
    else byId.set(id, [moment]);
  }
  return byId;
}

function firstSince(moments: readonly number[] | undefined, since: number): number | undefined {
  let first: number | undefined;
  for (const moment of moments ?? []) {
    if (moment >= since && (first === undefined || moment < first)) first = moment;
  }
  return first;
}
