import { footerButtons, type FooterSituation } from '../footer';

const situation: FooterSituation = {
  at: 'reading',
  hasQuestions: true,
  answered: 'nothing',
  canAnswer: false,
  isLast: false,
};

describe('footerButtons', () => {
  it.each([
    [{}, ['start: Check yourself']],
    [{ hasQuestions: false }, ['done: Done']],
    [{ answered: 'some' }, ['start: Check again', 'go-on: Go on']],
    [{ answered: 'all' }, ['start: Check again']],
    [{ at: 'asked' }, ['back: Back to the text', 'answer: Answer']],
    [{ at: 'grading' }, ['close: Close']],
    [{ at: 'graded' }, ['next: Next question']],
    [{ at: 'graded', isLast: true }, ['next: See what it did']],
    [{ at: 'result' }, ['done: Done']],
    [{ at: 'none' }, ['close: Close']],
  ] as [Partial<FooterSituation>, string[]][])('for %j are %j', (change, expected) => {
    const buttons = footerButtons({ ...situation, ...change });
    expect(buttons.map(({ action, label }) => `${action}: ${label}`)).toEqual(expected);
    expect(buttons.filter(({ variant }) => variant === 'brand').length).toBeLessThanOrEqual(1);
  });

  it('take an answer only when one is chosen', () => {
    const answer = (canAnswer: boolean) => footerButtons({ ...situation, at: 'asked', canAnswer }).at(-1);
    expect(answer(false)?.disabled).toBe(true);
    expect(answer(true)?.disabled).toBe(false);
  });
});
