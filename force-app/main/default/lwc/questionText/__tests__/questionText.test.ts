import QuestionText from 'c/questionText';
import { TEXT_LIMIT } from 'c/textLimit';
import { mount } from 'test/mount';
import { flush } from 'test/wires';

const show = (more: object = {}) =>
  mount('c-question-text', QuestionText, { questionTitle: 'Who?', body: '<p>Me.</p>', canEdit: true, ...more });

describe('c-question-text', () => {
  it('is read by everybody, edited by who may', async () => {
    const text = await show({ canEdit: false });
    expect(text.find('lightning-formatted-rich-text').value).toBe('<p>Me.</p>');
    expect(text.has('.edit')).toBe(false);
    await expect(text.element).toBeAccessible();
  });

  it('shows everybody how it read before each edit', async () => {
    const at = '2026-03-04T10:00:00.000Z';
    const revisions = [{ id: 'r1', author: 'Ana Ruiz', at, title: 'Whom?', body: '<p>You.</p>' }];
    const text = await show({ canEdit: false, revisions });
    expect(text.has('.revisions')).toBe(false);
    await text.fire('.history', 'click');
    expect(text.text('.revisions')).toContain('Ana Ruiz');
    expect(text.text('.earlier-title')).toBe('Whom?');
    await expect(text.element).toBeAccessible();
    await text.fire('.history', 'click');
    expect(text.has('.revisions')).toBe(false);
  });

  it('tells what was rewritten, and keeps it where it is refused', async () => {
    const text = await show();
    const rewrite = jest.fn();
    text.element.addEventListener('rewrite', rewrite);
    await text.fire('.edit', 'click');
    await text.fire('.edit-title', 'change', { value: ' Who pays? ' });
    await expect(text.element).toBeAccessible();
    await text.fire('.save', 'click');
    const { detail } = rewrite.mock.calls[0]?.[0] ?? {};
    expect(detail).toMatchObject({ title: 'Who pays?', body: '<p>Me.</p>' });
    expect(text.has('.edit-title')).toBe(false);
    detail.refused();
    await Promise.resolve();
    expect(text.find('.edit-title').value).toBe('Who pays?');
  });

  it('wants a title, and says nothing where nothing changed', async () => {
    const text = await show();
    const rewrite = jest.fn();
    text.element.addEventListener('rewrite', rewrite);
    await text.fire('.edit', 'click');
    await text.fire('.edit-title', 'change', { value: ' ' });
    expect(text.find('.save').disabled).toBe(true);
    await text.fire('.edit-title', 'change', { value: 'Who?' });
    await text.fire('.save', 'click');
    expect(rewrite).not.toHaveBeenCalled();
  });

  it('says before it is saved that a text is too long', async () => {
    const text = await show();
    await text.fire('.edit', 'click');
    await text.fire('.edit-body', 'change', { value: 'x'.repeat(TEXT_LIMIT + 1) });
    expect(text.text('.problem')).toContain('32,768 fit');
    expect(text.find('.save').disabled).toBe(true);
    await expect(text.element).toBeAccessible();
  });

  it('shows how it reads now where somebody changed it while it is edited', async () => {
    const text = await show();
    await text.fire('.edit', 'click');
    await text.fire('.edit-body', 'change', { value: 'Mine.' });
    expect(text.has('c-changed-meanwhile')).toBe(false);
    const revisions = [{ id: 'r1', author: 'Ana', at: '2026-03-04T10:00:00.000Z', body: '<p>Me.</p>' }];
    Object.assign(text.element, { body: 'Hers.', revisions });
    await flush();
    expect(text.find('c-changed-meanwhile')).toMatchObject({ by: 'Ana', body: 'Hers.' });
    expect(text.find('.edit-body').value).toBe('Mine.');
    await expect(text.element).toBeAccessible();
  });
});
