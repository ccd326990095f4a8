import ChooseQuestion from 'c/chooseQuestion';
import QuestionModeration from 'c/questionModeration';
import { mount, type Mounted } from 'test/mount';
import { flush } from 'test/wires';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const show = (thread: object): Promise<Mounted> =>
  mount('c-question-moderation', QuestionModeration, { thread: { id: 'q1', title: 'Who?', ...thread } });
const actions = (card: Mounted): unknown[] => card.findAll('.moderate').map(({ dataset }) => dataset.action);

describe('c-question-moderation', () => {
  it.each([
    [{ status: 'Open' }, ['duplicate', 'outdated', 'close']],
    [{ status: 'Answered', outdated: true }, ['duplicate', 'current', 'close']],
    [{ status: 'Duplicate' }, ['notDuplicate', 'outdated']],
    [{ status: 'Closed' }, ['outdated', 'reopen']],
  ])('of %j offers %j', async (thread, expected) => {
    const card = await show(thread);
    expect(actions(card)).toEqual(expected);
    await expect(card.element).toBeAccessible();
  });

  it('tells what to do; for a duplicate once the original is chosen', async () => {
    const open = jest.spyOn(ChooseQuestion, 'open').mockResolvedValueOnce(undefined);
    const card = await show({ status: 'Open' });
    const moderate = jest.fn();
    card.element.addEventListener('moderate', moderate);
    await card.fire('[data-action="duplicate"]', 'click');
    await flush();
    expect(open).toHaveBeenCalledWith(expect.objectContaining({ exceptId: 'q1', initialText: 'Who?' }));
    expect(moderate).not.toHaveBeenCalled();
    open.mockResolvedValueOnce({ id: 'q0', title: 'Who is it?' });
    await card.fire('[data-action="duplicate"]', 'click');
    await flush();
    await card.fire('[data-action="close"]', 'click');
    expect(moderate.mock.calls.map(([{ detail }]) => detail)).toEqual([
      { action: 'duplicate', original: { id: 'q0', title: 'Who is it?' } },
      { action: 'close' },
    ]);
  });

  it('keeps the focus where the button that was used goes away', async () => {
    const card = await show({ status: 'Open' });
    await card.fire('[data-action="close"]', 'click');
    const focus = jest.fn();
    jest.spyOn(HTMLElement.prototype, 'focus').mockImplementation(function focused(this: HTMLElement) {
      focus(this.dataset.action);
    });
    Object.assign(card.element, { thread: { id: 'q1', title: 'Who?', status: 'Closed' } });
    await flush();
    expect(focus.mock.calls).toEqual([['outdated']]);
    jest.restoreAllMocks();
  });
});
