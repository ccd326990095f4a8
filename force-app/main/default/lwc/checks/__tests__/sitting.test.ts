import {
  canAnswer,
  gradeOf,
  isGrading,
  startSession,
  startSitting,
  toNextQuestion,
  withResult,
  type Question,
  type Sitting,
} from 'c/checks';
import { recordOf } from 'test/wires';

const question = (id: string): Question => ({ id, skillCode: 'demo', prompt: id, options: [] }) as never;
const PENDING = { id: 'r1', questionId: 'q1', skillCode: 'demo', at: '2026-11-20T10:00:00.000Z' };
const record = (id: string): never =>
  recordOf('Check_Response__c', id, {
    Is_Correct__c: true,
    Explanation__c: 'Because.',
    CreatedDate: '2026-11-20T10:00:01.000Z',
  }) as never;

const begun = startSitting(startSession([question('q1'), question('q2')]));
const chosen: Sitting = { ...begun, choice: 'B' };
const waiting: Sitting = { ...chosen, pending: PENDING };

describe('a sitting', () => {
  it.each([
    ['nothing is chosen', begun, false],
    ['an option is chosen', chosen, true],
    ['it is being saved', { ...chosen, saving: true }, false],
    ['its result is awaited', waiting, false],
    ['its result is there', withResult(waiting, { data: record('r1') }), false],
  ])('lets answer as it should while %s', (_, sitting, expected) => {
    expect(canAnswer(sitting)).toBe(expected);
  });

  it('takes the result of the answer that waits for one, and no other', () => {
    expect(withResult(waiting, { data: record('r0') })).toBe(waiting);
    expect(withResult(begun, { data: record('r1') })).toBe(begun);
    const graded = withResult(waiting, { data: record('r1') });
    expect(gradeOf(graded)).toEqual({ right: true, explanation: 'Because.' });
    expect(graded.given).toMatchObject([{ id: 'r1', correct: true }]);
    expect(graded.pending).toBeUndefined();
  });

  it('goes on waiting, and says why, where the result could not be read', () => {
    const failed = withResult(waiting, { error: new Error('The server is away.') });
    expect(failed).toMatchObject({ pending: PENDING, gradeError: 'The server is away.' });
    expect([isGrading(waiting), isGrading(failed)]).toEqual([true, false]);
  });

  it('keeps what was given at the next question, with nothing chosen', () => {
    const next = toNextQuestion(withResult(waiting, { data: record('r1') }));
    expect(next).toMatchObject({ session: { position: 1 }, given: [{ id: 'r1' }] });
    expect(next.choice).toBeUndefined();
  });
});
