import QuestionThread from 'c/questionThread';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, flush } from 'test/wires';
import { world, type World } from './world';

jest.mock('@salesforce/customPermission/Fluency_Moderate', () => ({ default: true }), { virtual: true });

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

const byAna = (fields: object): object => ({
  Id: 'r1',
  CreatedBy: { Name: 'Ana Ruiz' },
  CreatedDate: '2026-03-05T10:00:00.000Z',
  ...fields,
});
const summary = byAna({ Id: 'r0', Kind__c: 'Summary', Body__c: 'It depends.' });

interface Shown {
  readonly thread: Mounted;
  /** What was said on the page. */
  readonly said: jest.Mock;
  /** From now on the org has this. */
  readonly become: (now: World) => void;
}

/** The page of a thread with a summary; each look at the org finds what it has by then. */
async function show(): Promise<Shown> {
  let now: World = { revisions: [summary] };
  const thread = await mount('c-question-thread', QuestionThread, { recordId: 'q1' });
  const refresh: jest.Mock = jest.fn(() => {
    answerGraphql('QuestionThread', world(now), refresh);
    return Promise.resolve();
  });
  await refresh();
  await flush();
  const said = jest.fn();
  thread.element.addEventListener('lightning__showtoast', (event) => said((event as CustomEvent<object>).detail));
  return {
    thread,
    said,
    become: (next) => {
      now = next;
    },
  };
}

describe('an edit in a thread', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    create.mockImplementation(({ apiName = '' }) => Promise.resolve({ apiName, id: 'r9', fields: {} }));
    update.mockResolvedValue({ apiName: 'Question__c', id: 'q1', fields: {} });
  });
  afterEach(clearPage);

  it.each<[string, string, string, World, object, string]>([
    [
      'question',
      'c-question-text',
      'rewrite',
      { question: { Title__c: 'Hers?' }, revisions: [byAna({ Title__c: 'Is support included?' }), summary] },
      { questionTitle: 'Hers?' },
      'Hers?',
    ],
    [
      'answer',
      'c-question-answer',
      'edit',
      { answer: 'Hers.', revisions: [byAna({ Answer__c: 'a2', Body__c: 'One year.' }), summary] },
      { answer: expect.objectContaining({ body: 'Hers.' }) },
      'Hers.',
    ],
    [
      'summary',
      'c-question-summary',
      'summarise',
      { revisions: [byAna({ Kind__c: 'Summary', Body__c: 'Hers.' }), summary] },
      { summary: 'Hers.' },
      'Mine.',
    ],
  ])(
    'of a %s that somebody changed meanwhile waits until both were seen',
    async (_, selector, type, now, has, kept) => {
      const { thread, said, become } = await show();
      become(now);
      const refused = jest.fn();
      const mine = { title: 'Mine?', body: 'Mine.', refused };
      await thread.fire(selector, type, mine);
      await flush();
      expect(create).not.toHaveBeenCalled();
      expect(update).not.toHaveBeenCalled();
      expect(refused).toHaveBeenCalledTimes(1);
      expect(said.mock.calls).toMatchObject([
        [{ message: expect.stringContaining('Ana Ruiz changed this meanwhile') }],
      ]);
      expect(thread.find(selector)).toMatchObject(has);

      await thread.fire(selector, type, mine);
      await flush();
      expect(said).toHaveBeenCalledTimes(1);
      expect(Object.values(create.mock.calls[0]?.[0].fields ?? {})).toContain(kept);
    },
  );

  it('is not saved where the org cannot be asked how the text reads now', async () => {
    const { thread, said } = await show();
    const refresh = answerGraphql('QuestionThread', world());
    refresh.mockRejectedValue(new TypeError('Failed to fetch'));
    await thread.fire('c-question-text', 'rewrite', { title: 'Mine?', body: 'Mine.', refused: jest.fn() });
    await flush();
    expect(create).not.toHaveBeenCalled();
    expect(said.mock.calls).toMatchObject([[{ message: expect.stringContaining('cannot be reached') }]]);
  });

  it('and an acceptance are a moderator’s too', async () => {
    const { thread, become } = await show();
    become({ question: { OwnerId: '005B' } });
    answerGraphql('QuestionThread', world({ question: { OwnerId: '005B' } }));
    await flush();
    expect(thread.find('c-question-text').canEdit).toBe(true);
    expect(thread.find('c-question-answer')).toMatchObject({ canAccept: true, canModerate: true });
  });
});
