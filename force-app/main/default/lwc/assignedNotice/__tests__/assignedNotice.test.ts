import AssignedNotice from 'c/assignedNotice';
import { withdraw } from 'c/assignments';
import { mount, type Mounted } from 'test/mount';
import { clearPage, flush } from 'test/wires';

jest.mock('c/assignments');

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-assigned-notice', AssignedNotice, { assignmentIds: ['a1', 'a2'], ...properties });

describe('c-assigned-notice', () => {
  afterEach(() => {
    clearPage();
    jest.mocked(withdraw).mockReset();
  });

  it('says nothing while nothing was assigned, and is there for a screen reader', async () => {
    const notice = await show();
    expect(notice.has('.notice')).toBe(false);
    expect(notice.has('[role="status"]')).toBe(true);
    await expect(notice.element).toBeAccessible();
  });

  it('takes back what was assigned, and says so to its parent', async () => {
    jest.mocked(withdraw).mockResolvedValue();
    const undone = jest.fn();
    const notice = await show({ text: 'Training is assigned to Marcus Webb.' });
    notice.element.addEventListener('undone', undone);
    expect(notice.text('.notice')).toContain('Training is assigned to Marcus Webb.');
    await expect(notice.element).toBeAccessible();
    await notice.click('.undo');
    await flush();
    expect(withdraw).toHaveBeenCalledWith(['a1', 'a2']);
    expect(undone).toHaveBeenCalledTimes(1);
  });

  it('says why it could not be taken back, and can be tried again', async () => {
    jest.mocked(withdraw).mockRejectedValue(new Error('The org does not answer.'));
    const undone = jest.fn();
    const notice = await show({ text: 'Training is assigned to 2 people.' });
    notice.element.addEventListener('undone', undone);
    await notice.click('.undo');
    await flush();
    expect(notice.text('[role="alert"]')).toBe('The org does not answer.');
    expect(notice.find('.undo').disabled).toBe(false);
    expect(undone).not.toHaveBeenCalled();
    await expect(notice.element).toBeAccessible();
  });
});
