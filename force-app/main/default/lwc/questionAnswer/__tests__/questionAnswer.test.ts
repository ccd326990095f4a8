import QuestionAnswer from 'c/questionAnswer';
import { TEXT_LIMIT } from 'c/textLimit';
import { mount, type Mounted } from 'test/mount';
import { clearPage, flush } from 'test/wires';

const answer = {
  id: 'a1',
  author: 'Ben Okafor',
  at: '2026-03-02T10:00:00.000Z',
  body: '<p>One year.</p>',
  isOwn: false,
  byMail: false,
  score: 2,
  accepted: false,
  outdated: false,
  comments: [],
  revisions: [{ id: 'r1', author: 'Ben Okafor', at: '2026-03-03T10:00:00.000Z', body: '<p>Two years.</p>' }],
};

const show = (changes: object = {}, rights: object = {}): Promise<Mounted> =>
  mount('c-question-answer', QuestionAnswer, { answer: { ...answer, ...changes }, ...rights });

function heard(card: Mounted, name: string): jest.Mock {
  const listener = jest.fn();
  card.element.addEventListener(name, listener);
  return listener;
}

describe('c-question-answer', () => {
  afterEach(clearPage);

  it('is accessible in each of its forms', async () => {
    const verification = { kind: 'Verified', author: 'Dan Keller', at: '2026-03-04T10:00:00.000Z' };
    for (const changes of [{}, { accepted: true, verification }, { outdated: true }, { isOwn: true }]) {
      const card = await show(changes, { canAccept: true, canModerate: true });
      await expect(card.element).toBeAccessible();
      clearPage();
    }
  });

  it.each([
    [undefined, '.vote-up', 1],
    [{ id: 'v', value: 1 }, '.vote-up', 0],
    [{ id: 'v', value: 1 }, '.vote-down', -1],
  ])('with the vote %j, %s means %i', async (ownVote, button, value) => {
    const card = await show({ ownVote });
    const vote = heard(card, 'vote');
    await card.fire(button, 'click');
    expect(vote.mock.calls[0]?.[0].detail).toEqual({ value });
  });

  it('gives no vote for one’s own answer', async () => {
    const card = await show({ isOwn: true });
    expect(card.find('.vote-up').disabled).toBe(true);
  });

  it('lets experts verify what others answered and what is not outdated', async () => {
    const verifies = async (changes: Parameters<typeof show>[0]): Promise<[boolean, boolean]> => {
      const card = await show(changes, { canVerify: true });
      return [card.has('.verify'), card.has('.outdate')];
    };
    expect(await verifies({})).toEqual([true, false]);
    expect(await verifies({ isOwn: true })).toEqual([false, false]);
    expect(await verifies({ outdated: true })).toEqual([false, false]);
  });

  it('is accepted by whoever asked only, and verified by those who may', async () => {
    const reader = await show();
    expect([reader.has('.accept'), reader.has('.verify'), reader.has('.edit')]).toEqual([false, false, false]);
    clearPage();
    const asker = await show({}, { canAccept: true });
    const accept = heard(asker, 'accept');
    await asker.fire('.accept', 'click');
    expect(accept.mock.calls[0]?.[0].detail).toEqual({ accepted: true });
    clearPage();
    const trainer = await show({}, { canModerate: true });
    const verify = heard(trainer, 'verify');
    await trainer.fire('.outdate', 'click');
    expect(verify.mock.calls[0]?.[0].detail).toEqual({ kind: 'Outdated' });
  });

  it('is edited by its author, and says nothing where nothing changed', async () => {
    const card = await show({ isOwn: true });
    const edit = heard(card, 'edit');
    await card.fire('.edit', 'click');
    await expect(card.element).toBeAccessible();
    await card.fire('.save-edit', 'click');
    expect(edit).not.toHaveBeenCalled();
    await card.fire('.edit', 'click');
    await card.fire('.edit-body', 'change', { value: '<p>Three.</p>' });
    await card.fire('.save-edit', 'click');
    expect(edit.mock.calls[0]?.[0].detail).toMatchObject({ body: '<p>Three.</p>' });
  });

  it('shows how it read before', async () => {
    const card = await show();
    expect(card.has('.revisions')).toBe(false);
    await card.fire('.history', 'click');
    expect(card.find('.revisions lightning-formatted-rich-text').value).toBe('<p>Two years.</p>');
    await expect(card.element).toBeAccessible();
  });

  it('says before it is saved that a text is too long', async () => {
    const card = await show({ isOwn: true });
    await card.fire('.edit', 'click');
    await card.fire('.edit-body', 'change', { value: 'x'.repeat(TEXT_LIMIT + 1) });
    expect(card.text('.problem')).toContain('32,768 fit');
    expect(card.find('.save-edit').disabled).toBe(true);
    await expect(card.element).toBeAccessible();
  });

  it('shows how it reads now where somebody changed it while it is edited', async () => {
    const card = await show({}, { canModerate: true });
    await card.fire('.edit', 'click');
    await card.fire('.edit-body', 'change', { value: 'Mine.' });
    expect(card.has('c-changed-meanwhile')).toBe(false);
    Object.assign(card.element, { answer: { ...answer, body: 'Hers.' } });
    await flush();
    expect(card.find('c-changed-meanwhile')).toMatchObject({ by: 'Ben Okafor', body: 'Hers.' });
    expect(card.find('.edit-body').value).toBe('Mine.');
    await expect(card.element).toBeAccessible();
  });
});
