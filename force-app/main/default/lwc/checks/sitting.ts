import type { Grade } from 'c/checkQuestion';
import { messageOf } from 'c/errors';
import type { CheckResponse } from 'c/readinessRecords';
import type { RecordResult } from 'lightning/uiRecordApi';
import { readGrade, type SavedAnswer } from './answer';
import { currentQuestion, nextQuestion, withAnswer, type CheckSession } from './checkSession';
import type { Option } from './question';

/** A person at the questions of a session: what is chosen, and the answer whose result is awaited. Never changed in place. */
export interface Sitting {
  readonly session: CheckSession;
  /** Answers given in this sitting, in their order. */
  readonly given: readonly CheckResponse[];
  readonly choice?: Option;
  /** The chosen option is on its way to the org. */
  readonly saving: boolean;
  /** The answer whose result is being read. */
  readonly pending?: SavedAnswer;
  /** Why the result could not be read. */
  readonly gradeError?: string;
}

/** @param given answers of an earlier sitting that still count as given now */
export function startSitting(session: CheckSession, given: readonly CheckResponse[] = []): Sitting {
  return { session, given, saving: false };
}

/** The result of the question on screen; undefined until it is there. */
export function gradeOf({ session, pending }: Sitting): Grade | undefined {
  const question = currentQuestion(session);
  const answer = question && !pending ? session.answers.get(question.id) : undefined;
  return answer && { right: answer.response.correct, explanation: answer.explanation };
}

/** Whether the answer is being saved or graded. */
export function isGrading({ saving, pending, gradeError }: Sitting): boolean {
  return saving || (pending !== undefined && gradeError === undefined);
}

/** Whether an option is chosen that was not answered yet. */
export function canAnswer(sitting: Sitting): boolean {
  const { session, choice, saving, pending } = sitting;
  const isOpen = currentQuestion(session) !== undefined && gradeOf(sitting) === undefined;
  return isOpen && choice !== undefined && !saving && pending === undefined;
}

/** With what the org said about the pending answer: its grade, why there is none, or nothing about it. */
export function withResult(sitting: Sitting, { data, error }: RecordResult): Sitting {
  const { pending, session, given } = sitting;
  if (!pending) return sitting;
  if (error) return { ...sitting, gradeError: messageOf(error) };
  if (data?.id !== pending.id) return sitting;
  const answer = readGrade(pending, data);
  return {
    ...sitting,
    session: withAnswer(session, answer),
    given: [...given, answer.response],
    pending: undefined,
    gradeError: undefined,
  };
}

/** At the next question without an answer, nothing chosen. */
export function toNextQuestion(sitting: Sitting): Sitting {
  return { ...sitting, session: nextQuestion(sitting.session), choice: undefined };
}
