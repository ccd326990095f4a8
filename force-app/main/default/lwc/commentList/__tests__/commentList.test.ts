import CommentList from 'c/commentList';
import { mount, type Mounted } from 'test/mount';
import { clearPage } from 'test/wires';

const comments = [{ id: 'c1', author: 'Ana Ruiz', at: '2026-03-04T10:00:00.000Z', body: 'Which plan?' }];
const show = (): Promise<Mounted> => mount('c-comment-list', CommentList, { comments, about: 'the question' });

describe('c-comment-list', () => {
  afterEach(clearPage);

  it('is accessible, read and written', async () => {
    const list = await show();
    await expect(list.element).toBeAccessible();
    await list.fire('.start', 'click');
    await expect(list.element).toBeAccessible();
  });

  it('tells what was written, trimmed, and nothing for nothing', async () => {
    const list = await show();
    const comment = jest.fn();
    list.element.addEventListener('comment', comment);
    await list.fire('.start', 'click');
    await list.fire('.send', 'click');
    expect(comment).not.toHaveBeenCalled();
    await list.fire('.text', 'change', { value: ' The basic one. ' });
    await list.fire('.send', 'click');
    expect(comment.mock.calls[0]?.[0].detail).toMatchObject({ body: 'The basic one.' });
    expect(list.has('.text')).toBe(false);
  });
});
