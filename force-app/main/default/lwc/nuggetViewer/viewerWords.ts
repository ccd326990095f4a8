import { shortDate } from 'c/dates';
import { answeredAt, tally, type CheckSession } from 'c/checks';
import { format, viewerLabels as labels } from 'c/labels';

/** "3 questions". */
export function describeCount(questions: number): string {
  if (questions === 0) return labels.noQuestions;
  return questions === 1 ? labels.oneQuestion : format(labels.questions, questions);
}

/** "You answered 2 of 3 on 12 Oct". */
export function describeResume(session: CheckSession, now: Date): string {
  const { right, answered } = tally(session);
  return format(labels.resumeTitle, right, answered, shortDate(answeredAt(session), now));
}
