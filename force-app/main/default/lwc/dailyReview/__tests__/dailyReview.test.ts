import DailyReview from 'c/dailyReview';
import NuggetViewer from 'c/nuggetViewer';
import { createRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import {
  answerGraphql,
  answerRecord,
  clearPage,
  connection,
  failGraphql,
  failRecord,
  flush,
  graphqlVariables,
  recordOf,
} from 'test/wires';
import { answered, DUE, GAP, hoursAgo, QUESTIONS, stateAnswer } from './review';

const create = jest.mocked(createRecord);
const openNugget = jest.mocked(NuggetViewer.open);
const RESPONSE = 'Check_Response__c';

const show = (properties: object = {}): Promise<Mounted> => mount('c-daily-review', DailyReview, properties);

async function showReview(state = stateAnswer(), properties: object = {}): Promise<Mounted> {
  const review = await show(properties);
  answerGraphql('ReviewState', state);
  await flush();
  answerGraphql('ReviewQuestions', QUESTIONS);
  await flush();
  return review;
}

async function start(): Promise<Mounted> {
  const review = await showReview();
  await review.click('.start');
  return review;
}

/** Chooses an option and answers; the org saves it under the id. */
async function giveAnswer(review: Mounted, id: string): Promise<void> {
  create.mockResolvedValueOnce({ apiName: RESPONSE, id, fields: {} });
  await review.fire('c-check-question', 'choose', 'B');
  await review.click('.answer');
  await flush();
}

async function grade(id: string, correct: boolean): Promise<void> {
  const fields = { Is_Correct__c: correct, Explanation__c: 'Because.', CreatedDate: new Date().toISOString() };
  answerRecord(recordOf(RESPONSE, id, fields));
  await flush();
}

const asked = (review: Mounted): unknown => (review.find('c-check-question').question as { id: string }).id;

describe('c-daily-review', () => {
  afterEach(clearPage);

  it('asks for what is the own, then for the questions that would count', async () => {
    const review = await show();
    expect(graphqlVariables('ReviewState')).toEqual({ userId: expect.stringMatching(/^005/) });
    expect(graphqlVariables('ReviewQuestions')).toBeUndefined();
    answerGraphql('ReviewState', stateAnswer([DUE, GAP], [answered('d1', hoursAgo(3)), answered('d2', hoursAgo(30))]));
    await flush();
    expect(graphqlVariables('ReviewQuestions')).toEqual({ skillCodes: ['discounting', 'pricing'], answered: ['d1'] });
    expect(review.find('c-state-panel').state).toBe('loading');
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const review = await show();
      expect(review.find('c-state-panel').state).toBe('loading');
      await expect(review.element).toBeAccessible();
    });

    it('says what waits and how long it takes', async () => {
      const review = await showReview();
      expect(review.text('.intro-words')).toMatch(
        /^3 questions, about 2 min Discounting: due since Jan 3(, 2026)? Pricing: 48 of 70$/,
      );
      expect(review.find('.start').label).toBe('Start');
      await expect(review.element).toBeAccessible();
    });

    it('leaves the skills out where it is compact', async () => {
      const review = await showReview(stateAnswer(), { compact: true });
      expect(review.text('.intro-words')).toBe('3 questions, about 2 min');
    });

    it('tells a new person what to do', async () => {
      const review = await showReview(stateAnswer([]));
      expect(review.find('c-state-panel')).toMatchObject({ state: 'empty', heading: 'Nothing to review yet' });
      await expect(review.element).toBeAccessible();
    });

    it('says what is next where nothing is due', async () => {
      const fine = { ...GAP, Gap_Flagged__c: false, Due_For_Review__c: '2099-02-01' };
      const review = await showReview(stateAnswer([fine]));
      expect(review.find('c-state-panel').heading).toBe('Nothing to review today');
      expect(review.find('c-state-panel').message).toContain('Pricing is next, on Feb 1, 2099.');
    });

    it('is done when all that counts was answered', async () => {
      const recent = ['d1', 'd2', 'p1'].map((id) => answered(id, new Date().toISOString()));
      const review = await showReview(stateAnswer([DUE, GAP], recent));
      expect(review.find('c-state-panel')).toMatchObject({ state: 'empty', heading: 'Done for today' });
    });

    it('says so where there is no question about what is due', async () => {
      const review = await show();
      answerGraphql('ReviewState', stateAnswer([DUE]));
      await flush();
      answerGraphql('ReviewQuestions', { Skill__c: connection([]) });
      await flush();
      expect(review.find('c-state-panel').message).toContain('No published nugget has a check about Discounting');
    });

    it.each(['ReviewState', 'ReviewQuestions'])('says what happened when %s fails, tries again', async (operation) => {
      const review = await show();
      if (operation === 'ReviewQuestions') answerGraphql('ReviewState', stateAnswer());
      await flush();
      const refresh = failGraphql(operation, 'The server is away.');
      await flush();
      expect(review.find('c-state-panel')).toMatchObject({ state: 'error', message: 'The server is away.' });
      await expect(review.element).toBeAccessible();
      await review.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      answerGraphql('ReviewState', stateAnswer());
      await flush();
      answerGraphql('ReviewQuestions', QUESTIONS);
      await flush();
      expect(review.find('c-state-panel').state).toBe('ready');
    });
  });

  describe('a review', () => {
    it('asks what is due first, one question at a time, and says at once what each answer did', async () => {
      const review = await start();
      expect(asked(review)).toBe('d1');
      expect(review.find('c-check-question').progress).toBe('Question 1 of 3');
      expect(review.find('.answer').disabled).toBe(true);
      await expect(review.element).toBeAccessible();
      await giveAnswer(review, 'r1');
      expect(create.mock.calls[0]?.[0].fields).toMatchObject({ Question__c: 'd1', Chosen_Option__c: 'B' });
      await grade('r1', true);
      expect(review.find('c-check-question').grade).toEqual({ right: true, explanation: 'Because.' });
      expect(review.text('.effect')).toMatch(/^Discounting: \d+ → \d+ \(likely \d+–\d+\), \+[\d.]+ points$/);
      await expect(review.element).toBeAccessible();
      await review.click('.next');
      expect(asked(review)).toBe('p1');
      expect(review.text('.effect')).toBe('');
    });

    it('ends with what moved, what is next and what to read', async () => {
      const review = await start();
      for (const [id, correct] of [
        ['r1', true],
        ['r2', false],
        ['r3', true],
      ] as const) {
        await giveAnswer(review, id);
        await grade(id, correct);
        await review.click('.next');
      }
      expect(review.text('.result-heading')).toBe('You answered 2 of 3');
      expect(review.find('c-skill-effects').effects).toMatchObject([
        { skillName: 'Discounting', change: expect.stringMatching(/\d/) },
        { skillName: 'Pricing' },
      ]);
      expect(review.text('.coming')).toContain('Pricing: keep at it, the target is 70');
      expect(review.find('.read').label).toBe('Read: About price');
      await review.click('.read');
      expect(openNugget).toHaveBeenCalledWith(expect.objectContaining({ nuggetId: 'price', label: 'About price' }));
      await expect(review.element).toBeAccessible();
    });

    it('goes back to the start when it is done, and asks again', async () => {
      const review = await show();
      const refresh = answerGraphql('ReviewState', stateAnswer());
      await flush();
      answerGraphql('ReviewQuestions', QUESTIONS);
      await flush();
      await review.click('.start');
      await review.click('.stop');
      expect(review.text('.result-heading')).toBe('You answered nothing this time');
      await expect(review.element).toBeAccessible();
      await review.click('.done');
      expect(refresh).toHaveBeenCalledTimes(1);
      expect(review.has('.start')).toBe(true);
    });

    it('stops when the time is up, after the question that is being answered', async () => {
      const answers = ['x1', 'x2', 'x3', 'x4'].map((id) => answered(id, new Date().toISOString(), { Seconds__c: 50 }));
      const review = await showReview(stateAnswer([DUE, GAP], answers));
      let now = Date.now();
      const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
      await review.click('.start');
      expect(review.find('c-check-question').progress).toBe('Question 1 of 3');
      await giveAnswer(review, 'r1');
      await grade('r1', true);
      now += 60_000;
      await review.click('.next');
      await giveAnswer(review, 'r2');
      now += 45_000;
      await grade('r2', true);
      expect(review.find('.next').label).toBe('See what moved');
      await review.click('.next');
      expect(review.text('.result-heading')).toBe('You answered all 2');
      clock.mockRestore();
    });

    it('begins by itself where that is wanted, once', async () => {
      const review = await showReview(stateAnswer(), { autoStart: true });
      expect(asked(review)).toBe('d1');
      const reviewed = jest.fn();
      review.element.addEventListener('reviewed', reviewed);
      await review.click('.stop');
      expect(reviewed).toHaveBeenCalledTimes(1);
      await review.click('.done');
      answerGraphql('ReviewQuestions', QUESTIONS);
      await flush();
      expect(review.has('.start')).toBe(true);
    });

    it('does not let newer data move the questions', async () => {
      const review = await start();
      answerGraphql('ReviewState', stateAnswer([]));
      answerGraphql('ReviewQuestions', { Skill__c: connection([]) });
      await flush();
      expect(asked(review)).toBe('d1');
    });
  });

  describe('when something fails', () => {
    it('keeps the choice and the focus of an answer that could not be saved', async () => {
      const review = await start();
      const focus = jest.spyOn(review.find('c-check-question'), 'focus');
      const toast = jest.fn();
      review.element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
      create.mockRejectedValueOnce({ body: { message: 'The server is away.' } });
      await review.fire('c-check-question', 'choose', 'B');
      await review.fire('c-check-question', 'answer');
      await flush();
      expect(toast).toHaveBeenCalledWith(expect.objectContaining({ message: 'The server is away.' }));
      expect(review.find('.answer').disabled).toBe(false);
      expect(focus).toHaveBeenCalledTimes(1);
      await giveAnswer(review, 'r1');
      await grade('r1', true);
      expect(review.has('.next')).toBe(true);
    });

    it('reads again a result that could not be read', async () => {
      const review = await start();
      await giveAnswer(review, 'r1');
      failRecord('The server is away.');
      await flush();
      expect(review.find('c-check-question').gradeError).toBe('The server is away.');
      expect(review.find('.answer').disabled).toBe(true);
      await review.fire('c-check-question', 'readresult');
      await grade('r1', false);
      expect(review.find('c-check-question').grade).toEqual({ right: false, explanation: 'Because.' });
    });
  });

  describe('broken off', () => {
    const now = (): string => new Date().toISOString();

    it('goes on with what is left of the questions and the time', async () => {
      const state = stateAnswer([DUE, GAP], [answered('d1', now(), { Seconds__c: 55 })]);
      const review = await showReview(state);
      expect(review.text('.intro-words')).toContain('2 questions, about 1 min You answered 1 of 1 today.');
      expect(review.find('.start').label).toBe('Go on');
      await review.click('.start');
      expect(asked(review)).toBe('d2');
    });

    it('offers five minutes more when those of today are used', async () => {
      const answers = ['x1', 'x2', 'x3', 'x4', 'x5'].map((id) => answered(id, now(), { Seconds__c: 60 }));
      const review = await showReview(stateAnswer([DUE, GAP], answers));
      expect(review.text('.intro-words')).toContain('Your five minutes for today are used.');
      expect(review.find('.start')).toMatchObject({ label: 'Five minutes more', variant: 'neutral' });
    });
  });
});
