import QuestionThread from 'c/questionThread';
import USER_ID from '@salesforce/user/Id';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { mount, type Mounted } from 'test/mount';
import { answerGraphql, clearPage, connection, failGraphql, flush, graphqlVariables } from 'test/wires';
import { world, type World } from './world';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

async function show(some: World = {}): Promise<{ thread: Mounted; refresh: jest.Mock }> {
  const thread = await mount('c-question-thread', QuestionThread, { recordId: 'q1' });
  const refresh = answerGraphql('QuestionThread', world(some));
  await flush();
  return { thread, refresh };
}

const cards = (thread: Mounted): { answer: { id: string; score: number; accepted: boolean } }[] =>
  [...(thread.element.shadowRoot?.querySelectorAll('c-question-answer') ?? [])] as never;

describe('c-question-thread', () => {
  afterEach(clearPage);

  it('asks for the question, with the reader’s own votes', async () => {
    await show();
    expect(graphqlVariables('QuestionThread')).toEqual({ questionId: 'q1', userId: USER_ID });
  });

  it('is a stencil while loading', async () => {
    const thread = await mount('c-question-thread', QuestionThread, { recordId: 'q1' });
    expect(thread.find('c-state-panel').state).toBe('loading');
    await expect(thread.element).toBeAccessible();
  });

  it('says that a question one may not see is not here', async () => {
    const thread = await mount('c-question-thread', QuestionThread, { recordId: 'q1' });
    answerGraphql('QuestionThread', { ...world(), Question__c: connection([]) });
    await flush();
    expect(thread.find('c-state-panel').state).toBe('empty');
    await expect(thread.element).toBeAccessible();
  });

  it('says what happened on an error, and tries again', async () => {
    const thread = await mount('c-question-thread', QuestionThread, { recordId: 'q1' });
    const refresh = failGraphql('QuestionThread', 'The server is away.');
    await flush();
    expect(thread.find('c-state-panel').message).toBe('The server is away.');
    await expect(thread.element).toBeAccessible();
    await thread.fire('c-state-panel', 'retry');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('shows the question and its answers', async () => {
    const { thread } = await show();
    expect(cards(thread).map(({ answer }) => answer.id)).toEqual(['a2', 'a1']);
    await expect(thread.element).toBeAccessible();
  });

  it('shows a vote at once, and saves it', async () => {
    create.mockResolvedValueOnce({ apiName: 'Vote__c', id: 'v1', fields: {} });
    const { thread, refresh } = await show();
    await thread.fire('c-question-answer', 'vote', { value: 1 });
    expect(cards(thread)[0]?.answer.score).toBe(4);
    await flush();
    expect(create).toHaveBeenCalledWith(expect.objectContaining({ apiName: 'Vote__c' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('shows what the org has when it refuses a change, and says why', async () => {
    create.mockRejectedValueOnce({ body: { message: 'You cannot vote for your own answer.' } });
    const { thread } = await show();
    const toast = jest.fn();
    thread.element.addEventListener('lightning__showtoast', toast);
    await thread.fire('c-question-answer', 'vote', { value: 1 });
    await flush();
    expect(cards(thread)[0]?.answer.score).toBe(3);
    expect(toast.mock.calls[0]?.[0].detail).toMatchObject({ message: 'You cannot vote for your own answer.' });
  });

  it('saves the changes after one whose result could not be read', async () => {
    create.mockResolvedValue({ apiName: 'Vote__c', id: 'v1', fields: {} });
    const { thread, refresh } = await show();
    const toast = jest.fn();
    thread.element.addEventListener('lightning__showtoast', toast);
    refresh.mockRejectedValueOnce(new Error('The server is away.'));
    await thread.fire('c-question-answer', 'vote', { value: 1 });
    await thread.fire('c-question-answer', 'vote', { value: 0 });
    await flush();
    expect(create.mock.calls.filter(([{ apiName }]) => apiName === 'Vote__c')).toHaveLength(2);
    expect(toast.mock.calls[0]?.[0].detail).toMatchObject({ message: 'The server is away.' });
    create.mockReset();
  });

  it('accepts an answer', async () => {
    update.mockResolvedValueOnce({ apiName: 'Question__c', id: 'q1', fields: {} });
    const { thread } = await show();
    await thread.fire('c-question-answer', 'accept', { accepted: true });
    expect(cards(thread)[0]?.answer.accepted).toBe(true);
    expect(update).toHaveBeenCalledWith({
      fields: { Id: 'q1', Accepted_Answer__c: 'a2', Status__c: 'Answered' },
    });
  });

  it.each(['Closed', 'Duplicate'])('leaves a question that is %s so, where an answer is accepted', async (status) => {
    update.mockResolvedValueOnce({ apiName: 'Question__c', id: 'q1', fields: {} });
    const { thread } = await show({ question: { Status__c: status } });
    await thread.fire('c-question-answer', 'accept', { accepted: true });
    expect(update).toHaveBeenLastCalledWith({
      fields: { Id: 'q1', Accepted_Answer__c: 'a2', Status__c: status },
    });
    expect(thread.has('.new-answer')).toBe(false);
  });

  it('keeps a written answer in the editor when it could not be saved', async () => {
    create.mockRejectedValueOnce(new Error('The server is away.'));
    const { thread } = await show();
    await thread.fire('.new-answer', 'change', { value: '<p>Yes</p>' });
    await thread.fire('.post', 'click');
    await flush();
    expect(thread.find('.new-answer').value).toBe('<p>Yes</p>');
    create.mockResolvedValueOnce({ apiName: 'Answer__c', id: 'a3', fields: {} });
    await thread.fire('.post', 'click');
    await flush();
    expect(thread.find('.new-answer').value).toBe('');
  });

  it('says before it is posted that an answer is too long', async () => {
    const { thread } = await show();
    await thread.fire('.new-answer', 'change', { value: 'x'.repeat(140_000) });
    expect(thread.text('.problem')).toContain('140,000 characters');
    expect(thread.find('.post').disabled).toBe(true);
    await expect(thread.element).toBeAccessible();
  });

  it('takes no answers to a closed question', async () => {
    const { thread } = await show({ question: { Status__c: 'Closed' } });
    expect(thread.has('.new-answer')).toBe(false);
  });

  it('lets whoever asked edit, keeping what was before', async () => {
    create.mockResolvedValueOnce({ apiName: 'Revision__c', id: 'r1', fields: {} });
    const { thread } = await show();
    expect(thread.find('c-question-text')).toMatchObject({ canEdit: true, questionTitle: 'Is support included?' });
    const [title, body] = ['Is support free?', '<p>They say so.</p>'];
    await thread.fire('c-question-text', 'rewrite', { title, body, refused: jest.fn() });
    await flush();
    expect(create.mock.calls.at(-1)?.[0]).toMatchObject({
      apiName: 'Revision__c',
      fields: { Title__c: 'Is support included?' },
    });
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'q1', Title__c: title, Body__c: body } });
  });

  it.each([
    ['c-question-text', 'rewrite'],
    ['c-question-answer', 'edit'],
    ['c-question-answer', 'comment'],
  ])('gives what was written back to %s where the org refuses to %s', async (selector, type) => {
    create.mockRejectedValueOnce(new Error('The server is away.'));
    const refused = jest.fn();
    const { thread } = await show();
    await thread.fire(selector, type, { title: 'New', body: 'New', refused });
    await flush();
    expect(refused).toHaveBeenCalledTimes(1);
    expect(thread.find('c-question-text').questionTitle).toBe('Is support included?');
  });

  it('marks a duplicate at once, leads to the original, and takes it back', async () => {
    update.mockResolvedValue({ apiName: 'Question__c', id: 'q1', fields: {} });
    const { thread } = await show();
    const original = { id: 'q0', title: 'Support?' };
    await thread.fire('c-question-moderation', 'moderate', { action: 'duplicate', original });
    expect(thread.find('.open-original').textContent).toBe('Support?');
    expect(thread.has('.new-answer')).toBe(false);
    await flush();
    expect(update).toHaveBeenLastCalledWith({
      fields: { Id: 'q1', Status__c: 'Duplicate', Duplicate_Of__c: 'q0', Outdated__c: false },
    });
    expect(thread.text('.done')).toContain('points to the one it repeats');
    await expect(thread.element).toBeAccessible();
    await thread.fire('.undo', 'click');
    await flush();
    expect(update).toHaveBeenLastCalledWith({
      fields: { Id: 'q1', Status__c: 'Open', Duplicate_Of__c: null, Outdated__c: false },
    });
    expect(thread.has('.open-original')).toBe(false);
  });

  it('leads to the deal in which it was asked whoever may see it', async () => {
    const { thread } = await show({ question: { Opportunity__r: { Id: '006A', Name: 'Globex renewal' } } });
    expect(thread.text('.open-deal')).toBe('Globex renewal');
    expect(thread.find('.open-deal').dataset).toMatchObject({ id: '006A', object: 'Opportunity' });
    await expect(thread.element).toBeAccessible();
    clearPage();
    const other = (await show({ question: { Opportunity__r: null } })).thread;
    expect(other.has('.open-deal')).toBe(false);
  });

  it('opens a question again as answered where an answer is accepted', async () => {
    const { thread } = await show({ question: { Status__c: 'Closed', Accepted_Answer__c: 'a1' } });
    await thread.fire('c-question-moderation', 'moderate', { action: 'reopen' });
    expect(update.mock.calls.at(-1)?.[0]).toMatchObject({ fields: { Status__c: 'Answered' } });
  });

  it('lets only the asker and moderators close a question', async () => {
    const { thread } = await show({ question: { OwnerId: '005B' } });
    expect(thread.has('c-question-moderation')).toBe(false);
    expect(thread.find('c-question-text').canEdit).toBe(false);
  });

  it('verifies an answer, and takes it back', async () => {
    create.mockResolvedValueOnce({ apiName: 'Verification__c', id: 'v1', fields: {} });
    const { thread } = await show();
    await thread.fire('c-question-answer', 'verify', { kind: 'Outdated' });
    await flush();
    expect(update.mock.calls.at(-1)?.[0]).toEqual({ fields: { Id: 'a2', Outdated__c: true } });
    await thread.fire('.undo', 'click');
    await flush();
    await flush();
    expect(jest.mocked(deleteRecord)).toHaveBeenCalledWith('v1');
    expect(update.mock.calls.at(-1)?.[0]).toEqual({ fields: { Id: 'a2', Outdated__c: false } });
  });

  it('sums a long thread up: everybody may, and the latest counts', async () => {
    const { thread } = await show();
    expect(thread.has('c-question-summary')).toBe(false);
    const revision = (id: string, body: string): object => {
      return { Id: id, Kind__c: 'Summary', Body__c: body, CreatedBy: { Name: 'Ben' }, CreatedDate: '2026-03-05' };
    };
    answerGraphql('QuestionThread', {
      ...world(),
      Revision__c: connection([revision('r2', 'One year.'), revision('r1', 'It depends.')]),
    });
    await flush();
    expect(thread.find('c-question-summary')).toMatchObject({ summary: 'One year.' });
    create.mockResolvedValue({ apiName: 'Revision__c', id: 'r3', fields: {} });
    await thread.fire('c-question-summary', 'summarise', { body: 'One year, by e-mail.', refused: jest.fn() });
    expect(thread.find('c-question-summary').summary).toBe('One year, by e-mail.');
    await flush();
    expect(create.mock.calls.at(-1)?.[0].fields).toEqual({
      Question__c: 'q1',
      Kind__c: 'Summary',
      Body__c: 'One year, by e-mail.',
    });
    await thread.fire('.undo', 'click');
    await flush();
    expect(create.mock.calls.at(-1)?.[0].fields).toMatchObject({ Body__c: 'One year.' });
  });

  it('takes a request back at once, and offers to renew it', async () => {
    update.mockResolvedValue({ apiName: 'Expert_Request__c', id: 'r1', fields: {} });
    const requests = [{ Id: 'r1', Person__c: '005D', Person__r: { Name: 'Dan Keller' }, Told_At__c: '2026-03-02' }];
    const { thread } = await show({ requests });
    const line = thread.find('c-asked-experts');
    expect(line).toMatchObject({
      isAsker: true,
      isOpen: true,
      requests: [{ id: 'r1', name: 'Dan Keller', told: true }],
    });
    await thread.fire('c-asked-experts', 'withdraw', { id: 'r1' });
    expect(line).toMatchObject({ requests: [{ withdrawn: true }] });
    await flush();
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'r1', Withdrawn__c: true } });
    expect(thread.text('.done')).toContain('You took the request to Dan Keller back.');
    await expect(thread.element).toBeAccessible();
    await thread.fire('.undo', 'click');
    await flush();
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'r1', Withdrawn__c: false } });
  });

  it('lets whoever is asked decline, and shows what the org has where it refuses', async () => {
    let refuse: (reason: unknown) => void = () => undefined;
    update.mockReturnValueOnce(new Promise((_resolve, reject) => (refuse = reject)));
    const requests = [{ Id: 'r1', Person__c: USER_ID, Person__r: { Name: 'Me' } }];
    const { thread } = await show({ requests, question: { OwnerId: '005D' } });
    const line = thread.find('c-asked-experts');
    expect(line).toMatchObject({ isAsker: false, requests: [{ isOwn: true, told: false, declined: false }] });
    await thread.fire('c-asked-experts', 'decline', { id: 'r1', declined: true });
    expect(line).toMatchObject({ requests: [{ declined: true }] });
    refuse({ body: { message: 'The server is away.' } });
    await flush();
    expect(line).toMatchObject({ requests: [{ declined: false }] });
    await thread.fire('c-asked-experts', 'decline', { id: 'r1', declined: true });
    await flush();
    expect(update).toHaveBeenLastCalledWith({ fields: { Id: 'r1', Declined__c: true } });
    expect(thread.text('.done')).toContain('It no longer waits for you.');
  });

  it('shows as what else it was asked', async () => {
    const { thread } = await show();
    answerGraphql('QuestionThread', { ...world(), duplicates: connection([{ Id: 'q7', Title__c: 'Free support?' }]) });
    await flush();
    expect(thread.find('.open-duplicate').textContent).toBe('Free support?');
    await expect(thread.element).toBeAccessible();
  });
});
