import type { CheckResponse } from 'c/readinessRecords';
import {
  answeredAt,
  currentQuestion,
  isComplete,
  nextQuestion,
  resumeSession,
  startSession,
  tally,
  withAnswer,
} from '../checkSession';
import type { Question } from '../question';

const now = new Date('2026-11-23T15:00:00.000Z');
const questions = ['q1', 'q2', 'q3'].map((id): Question => ({
  id,
  prompt: id,
  options: [],
  skillCode: 's',
  skillName: 'S',
}));
const response = (questionId: string, at = '2026-11-23T14:00:00.000Z', correct = true): CheckResponse => ({
  id: `r-${questionId}-${at}`,
  questionId,
  skillCode: 's',
  at,
  correct,
});

describe('a session', () => {
  it('begins with the first question', () => {
    expect(currentQuestion(startSession(questions))?.id).toBe('q1');
  });

  it('goes through the questions to its end', () => {
    let session = startSession(questions);
    for (const { id } of questions) session = nextQuestion(withAnswer(session, { response: response(id) }));
    expect(currentQuestion(session)).toBeUndefined();
    expect(isComplete(session)).toBe(true);
  });

  it('counts what was right of what was answered', () => {
    const session = withAnswer(startSession(questions), { response: response('q1') });
    const second = withAnswer(session, { response: response('q2', undefined, false) });
    expect(tally(second)).toEqual({ right: 1, answered: 2 });
    expect(session.answers.size).toBe(1);
  });
});

describe('resumeSession', () => {
  it('needs an answer of the last 24 hours', () => {
    expect(resumeSession(questions, [], now)).toBeUndefined();
    expect(resumeSession(questions, [response('q1', '2026-11-22T14:59:00.000Z')], now)).toBeUndefined();
    expect(resumeSession(questions, [response('other')], now)).toBeUndefined();
  });

  it('stands at the first question without one', () => {
    const session = resumeSession(questions, [response('q1'), response('q3')], now);
    expect(session && currentQuestion(session)?.id).toBe('q2');
    expect(session && currentQuestion(nextQuestion(session))).toBeUndefined();
  });

  it('takes the latest answer to each', () => {
    const older = response('q1', '2026-11-23T09:00:00.000Z', false);
    const newer = response('q1', '2026-11-23T12:00:00.000Z', true);
    const session = resumeSession(questions, [older, newer], now);
    expect(session && tally(session)).toEqual({ right: 1, answered: 1 });
    expect(session && answeredAt(session)).toBe('2026-11-23T12:00:00.000Z');
  });
});
