import { format, viewerLabels as labels } from 'c/labels';
import { tally, type CheckSession } from './checkSession';

/** "Question 2 of 3". */
export function describeProgress({ position, questions }: CheckSession): string {
  return format(labels.questionOf, position + 1, questions.length);
}

/** "You answered 2 of 3". */
export function describeTally(session: CheckSession): string {
  const { right, answered } = tally(session);
  return right === answered ? format(labels.youAnsweredAll, answered) : format(labels.youAnswered, right, answered);
}
