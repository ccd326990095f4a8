import { DAY_MS } from 'c/dates';
import type { CheckResponse } from 'c/readinessRecords';
import type { Question } from './question';

/** A graded answer of this sitting, or one of the last 24 hours that the person goes on from. */
export interface GradedAnswer {
  readonly response: CheckResponse;
  readonly explanation?: string;
}

/** One pass through the checks of a nugget. Never changed in place. */
export interface CheckSession {
  readonly questions: readonly Question[];
  readonly answers: ReadonlyMap<string, GradedAnswer>;
  /** Index of the question on screen. */
  readonly position: number;
}

/** A pass from the start. */
export function startSession(questions: readonly Question[]): CheckSession {
  return { questions, answers: new Map(), position: 0 };
}

/**
 * The pass that the person broke off: answers of the last 24 hours, at the first question without one.
 *
 * @returns undefined where there is no such answer
 */
export function resumeSession(
  questions: readonly Question[],
  responses: readonly CheckResponse[],
  now: Date,
): CheckSession | undefined {
  const since = now.getTime() - DAY_MS;
  const answers = new Map<string, GradedAnswer>();
  for (const { id } of questions) {
    const recent = responses.filter((r) => r.questionId === id && Date.parse(r.at) >= since);
    const latest = recent.reduce<CheckResponse | undefined>((a, b) => (a && a.at >= b.at ? a : b), undefined);
    if (latest) answers.set(id, { response: latest });
  }
  if (answers.size === 0) return undefined;
  const position = questions.findIndex(({ id }) => !answers.has(id));
  return { questions, answers, position: position === -1 ? questions.length : position };
}

export function currentQuestion({ questions, position }: CheckSession): Question | undefined {
  return questions[position];
}

export function withAnswer(session: CheckSession, answer: GradedAnswer): CheckSession {
  return { ...session, answers: new Map(session.answers).set(answer.response.questionId, answer) };
}

/** Moves to the next question without an answer; past the end when there is none. */
export function nextQuestion(session: CheckSession): CheckSession {
  const { questions, answers, position } = session;
  const next = questions.findIndex(({ id }, index) => index > position && !answers.has(id));
  return { ...session, position: next === -1 ? questions.length : next };
}

export function isLastQuestion(session: CheckSession): boolean {
  return nextQuestion(session).position >= session.questions.length;
}

export function isComplete({ questions, answers }: CheckSession): boolean {
  return questions.every(({ id }) => answers.has(id));
}

/** How many of the questions were answered right, and of how many answers. */
export function tally({ answers }: CheckSession): { right: number; answered: number } {
  const right = [...answers.values()].filter(({ response }) => response.correct).length;
  return { right, answered: answers.size };
}

/** The moment of the latest answer, `…Z`. */
export function answeredAt({ answers }: CheckSession): string | undefined {
  return [...answers.values()]
    .map(({ response }) => response.at)
    .sort()
    .at(-1);
}
