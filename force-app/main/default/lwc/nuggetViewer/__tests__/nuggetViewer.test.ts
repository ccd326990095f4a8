import NuggetViewer from 'c/nuggetViewer';
import { createRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
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
import { earlierAnswer, nuggetAnswer, NUGGET_ID } from './nugget';

const create = jest.mocked(createRecord);
const RESPONSE = 'Check_Response__c';

const show = (): Promise<Mounted> =>
  mount('c-nugget-viewer', NuggetViewer, { label: 'Nugget', nuggetId: NUGGET_ID, opportunityId: '006' });

async function showNugget(answer: object = nuggetAnswer()): Promise<Mounted> {
  const viewer = await show();
  answerGraphql('NuggetToRead', answer);
  await flush();
  return viewer;
}

/** Chooses an option and answers; the org saves it under the id. */
async function giveAnswer(viewer: Mounted, option: string, id: string): Promise<void> {
  create.mockResolvedValueOnce({ apiName: RESPONSE, id, fields: {} });
  await viewer.fire('c-check-question', 'choose', option);
  await viewer.click('.answer');
  await flush();
}

async function grade(id: string, correct: boolean): Promise<void> {
  const fields = { Is_Correct__c: correct, Explanation__c: 'Because.' };
  answerRecord(recordOf(RESPONSE, id, fields));
  await flush();
}

const events = (): unknown[] =>
  create.mock.calls.filter(([{ apiName }]) => apiName === 'Learning_Event__c').map(([{ fields }]) => fields['Type__c']);

describe('c-nugget-viewer', () => {
  beforeEach(() => {
    create.mockImplementation(({ apiName = '' }) =>
      Promise.resolve({ apiName, id: 'a09', fields: {} } as RecordRepresentation),
    );
  });
  afterEach(clearPage);

  it('asks for the nugget and for what is the own', async () => {
    await show();
    expect(graphqlVariables('NuggetToRead')).toEqual({ nuggetId: NUGGET_ID, userId: expect.stringMatching(/^005/) });
  });

  describe('its states', () => {
    it('is a stencil while it loads', async () => {
      const viewer = await show();
      expect(viewer.find('c-state-panel').state).toBe('loading');
      await expect(viewer.element).toBeAccessible();
    });

    it('shows the text, who stands behind it, and the way to the check', async () => {
      const viewer = await showNugget();
      expect(viewer.find('lightning-modal-header').label).toBe('Negotiating with procurement');
      expect(viewer.find('c-nugget-article').article).toMatchObject({
        body: '<p>Ask for something in return.</p>',
        verifiedOn: '2026-10-12',
      });
      expect(viewer.text('.footer-note')).toBe('2 questions');
      expect(viewer.find('.start').label).toBe('Check yourself');
      await expect(viewer.element).toBeAccessible();
    });

    it.each([
      ['there is none', { ...nuggetAnswer(), Nugget__c: connection([]) }],
      ['it is retired', nuggetAnswer({ nugget: { Status__c: 'Retired' } })],
    ])('says so when %s', async (_, answer) => {
      const viewer = await showNugget(answer);
      expect(viewer.find('c-state-panel').state).toBe('empty');
      expect(viewer.has('.close')).toBe(true);
      await expect(viewer.element).toBeAccessible();
    });

    it('says what happened on an error, tries again, and recovers', async () => {
      const viewer = await show();
      const refresh = failGraphql('NuggetToRead', 'The server is away.');
      await flush();
      expect(viewer.find('c-state-panel').message).toBe('The server is away.');
      await viewer.fire('c-state-panel', 'retry');
      expect(refresh).toHaveBeenCalledTimes(1);
      answerGraphql('NuggetToRead', nuggetAnswer());
      await flush();
      expect(viewer.find('c-state-panel').state).toBe('ready');
    });
  });

  describe('checks', () => {
    it('ask one question at a time and let the org grade', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      const asked = viewer.find('c-check-question');
      expect(asked.progress).toBe('Question 1 of 2');
      expect(viewer.find('.answer').disabled).toBe(true);
      await expect(viewer.element).toBeAccessible();

      await giveAnswer(viewer, 'B', 'r1');
      const [input] = create.mock.calls.find(([{ apiName }]) => apiName === RESPONSE) ?? [];
      expect(input?.fields).toMatchObject({
        Question__c: 'a060000000001',
        Chosen_Option__c: 'B',
        Opportunity__c: '006',
      });
      expect(viewer.find('c-check-question').grading).toBe(true);

      await grade('r1', true);
      expect(viewer.find('c-check-question').grade).toEqual({ right: true, explanation: 'Because.' });
      expect(viewer.find('.next').label).toBe('Next question');
      await viewer.click('.next');
      expect(viewer.find('c-check-question').progress).toBe('Question 2 of 2');
    });

    it('answer with Enter as with the button', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      await viewer.fire('c-check-question', 'choose', 'A');
      await viewer.fire('c-check-question', 'answer');
      expect(create).toHaveBeenCalledWith(expect.objectContaining({ apiName: RESPONSE }));
    });

    it('save an answer once, however often Enter is pressed', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      await viewer.fire('c-check-question', 'choose', 'A');
      viewer.find('c-check-question').dispatchEvent(new CustomEvent('answer'));
      viewer.find('c-check-question').dispatchEvent(new CustomEvent('answer'));
      await flush();
      expect(create.mock.calls.filter(([{ apiName }]) => apiName === RESPONSE)).toHaveLength(1);
    });

    it('say so when an answer could not be saved, and take it again', async () => {
      const viewer = await showNugget();
      const toast = jest.fn();
      viewer.element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
      await viewer.click('.start');
      const focus = jest.spyOn(viewer.find('c-check-question'), 'focus');
      create.mockRejectedValueOnce({ body: { message: 'You can only answer for yourself.' } });
      await viewer.fire('c-check-question', 'choose', 'A');
      await viewer.click('.answer');
      expect(toast).toHaveBeenCalledWith(expect.objectContaining({ message: 'You can only answer for yourself.' }));
      expect(viewer.find('.answer').disabled).toBe(false);
      expect(focus).toHaveBeenCalledTimes(1);
    });

    it('say so when the result could not be read, and read it again', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      await giveAnswer(viewer, 'A', 'r1');
      failRecord('The server is away.');
      await flush();
      expect(viewer.find('c-check-question').gradeError).toBe('The server is away.');
      await viewer.fire('c-check-question', 'readresult');
      await grade('r1', false);
      expect(viewer.find('c-check-question').grade).toEqual({ right: false, explanation: 'Because.' });
    });

    it('do not let newer data move the questions', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      answerGraphql('NuggetToRead', nuggetAnswer({ nugget: { Check_Questions__r: [] } }));
      await flush();
      expect(viewer.find('c-check-question').question).toMatchObject({ id: 'a060000000001' });
    });
  });

  it('ends with what was answered and what it did to readiness', async () => {
    const viewer = await showNugget();
    await viewer.click('.start');
    await giveAnswer(viewer, 'B', 'r1');
    await grade('r1', true);
    await viewer.click('.next');
    await giveAnswer(viewer, 'A', 'r2');
    await grade('r2', false);
    expect(viewer.find('.next').label).toBe('See what it did');
    await viewer.click('.next');
    expect(viewer.text('.result-heading')).toBe('You answered 1 of 2');
    expect(viewer.find('c-skill-effects').effects).toMatchObject([
      {
        skillName: 'Discounting',
        change: expect.stringMatching(/^\d+$/),
        reasons: [
          { text: expect.stringMatching(/^You got “Question 1\?” right: \+[\d.]+ points$/) },
          { text: expect.stringMatching(/^“Question 2\?” went to another option: −[\d.]+ points$/) },
          { key: 'more' },
        ],
      },
    ]);
    await expect(viewer.element).toBeAccessible();
  });

  it('closes with what was done', async () => {
    const viewer = await showNugget(nuggetAnswer({ nugget: { Check_Questions__r: [] } }));
    const close = jest.fn();
    viewer.element.addEventListener('close', (event) => close((event as CustomEvent).detail));
    expect(viewer.text('.footer-note')).toBe('This nugget has no check.');
    await viewer.click('.done');
    expect(close).toHaveBeenCalledWith({ completed: true });
    expect(events()).toEqual(['Completed']);
  });

  describe('resuming', () => {
    const now = (): string => new Date(Date.now() - 3_600_000).toISOString();

    it('goes on with the first question without an answer of the last day', async () => {
      const viewer = await showNugget(nuggetAnswer({ responses: [earlierAnswer(1, true, now())] }));
      expect(viewer.find('c-nugget-article').resumeText).toContain('You answered 1 of 1 on');
      expect(viewer.find('.start').label).toBe('Check again');
      await viewer.click('.go-on');
      expect(viewer.find('c-check-question').progress).toBe('Question 2 of 2');
      await expect(viewer.element).toBeAccessible();
    });

    it('offers to check again when all was answered', async () => {
      const responses = [earlierAnswer(1, true, now()), earlierAnswer(2, false, now())];
      const viewer = await showNugget(nuggetAnswer({ responses }));
      expect(viewer.find('c-nugget-article').resumeText).toContain('You answered 1 of 2 on');
      expect(viewer.has('.go-on')).toBe(false);
      await viewer.click('.start');
      expect(viewer.find('c-check-question').progress).toBe('Question 1 of 2');
    });

    it('starts afresh after a day', async () => {
      const viewer = await showNugget(nuggetAnswer({ responses: [earlierAnswer(1, true, '2026-01-01T10:00:00Z')] }));
      expect(viewer.find('c-nugget-article').resumeText).toBeUndefined();
      expect(viewer.find('.start').label).toBe('Check yourself');
    });

    it('goes back to the text', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      await viewer.click('.back');
      expect(viewer.has('c-nugget-article')).toBe(true);
    });
  });

  describe('events', () => {
    it('are one Viewed when it is closed while reading', async () => {
      const viewer = await showNugget();
      viewer.element.remove();
      await flush();
      expect(events()).toEqual(['Viewed']);
      expect(create.mock.calls[0]?.[0].fields).toMatchObject({ Nugget__c: NUGGET_ID, Opportunity__c: '006' });
      expect(create.mock.calls[0]?.[0].fields['Seconds__c']).toBeGreaterThanOrEqual(0);
    });

    it('are none when nothing was shown', async () => {
      const viewer = await show();
      viewer.element.remove();
      await flush();
      expect(events()).toEqual([]);
    });

    it('are Viewed and Completed after the checks', async () => {
      const viewer = await showNugget();
      await viewer.click('.start');
      await giveAnswer(viewer, 'B', 'r1');
      await grade('r1', true);
      await viewer.click('.next');
      await giveAnswer(viewer, 'B', 'r2');
      await grade('r2', true);
      await viewer.click('.next');
      await viewer.click('.done');
      viewer.element.remove();
      await flush();
      expect(events()).toEqual(['Viewed', 'Completed']);
    });
  });
});
