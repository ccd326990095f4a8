import QuestionSummary from 'c/questionSummary';
import { TEXT_LIMIT } from 'c/textLimit';
import { mount } from 'test/mount';
import { flush } from 'test/wires';

const summaries = [
  { id: 'r2', author: 'Ben', at: '2026-03-05T10:00:00.000Z', body: 'One year.' },
  { id: 'r1', author: 'Ana', at: '2026-03-04T10:00:00.000Z', body: 'It depends.' },
];

describe('c-question-summary', () => {
  it('invites to sum up where nobody did', async () => {
    const card = await mount('c-question-summary', QuestionSummary);
    expect(card.text()).toContain('Nobody has summed this up yet.');
    expect(card.find('.edit').label).toBe('Write a summary');
    await expect(card.element).toBeAccessible();
  });

  it('shows who wrote it last, and how it read before', async () => {
    const card = await mount('c-question-summary', QuestionSummary, { summary: 'One year.', summaries });
    expect(card.text()).toMatch(/Written by Ben, \S/);
    expect(card.text()).not.toContain('Before the edit');
    await card.fire('.history', 'click');
    expect(card.findAll('.revisions lightning-formatted-rich-text').map(({ value }) => value)).toEqual(['It depends.']);
    await expect(card.element).toBeAccessible();
  });

  it('says of a summary that was taken back who did, and keeps it among the earlier versions', async () => {
    const [latest, first] = summaries;
    const takenBack = [{ ...latest, author: 'Dan Keller', body: '' }, first, { ...latest, id: 'r0', body: undefined }];
    const card = await mount('c-question-summary', QuestionSummary, { summary: '', summaries: takenBack });
    expect(card.text()).toMatch(/Dan Keller took the summary back, \S/);
    expect(card.text()).not.toContain('Nobody has summed');
    expect(card.text()).not.toContain('Written by');
    expect(card.find('.history').label).toBe('Earlier versions (1)');
    await card.fire('.history', 'click');
    expect(card.findAll('.revisions li')).toHaveLength(1);
    await expect(card.element).toBeAccessible();
  });

  it('tells what was written, gives it back where it is refused, and says nothing of no change', async () => {
    const card = await mount('c-question-summary', QuestionSummary, { summary: 'One year.', summaries });
    const summarise = jest.fn();
    card.element.addEventListener('summarise', summarise);
    await card.fire('.edit', 'click');
    await card.fire('.save', 'click');
    expect(summarise).not.toHaveBeenCalled();
    await card.fire('.edit', 'click');
    await card.fire('.edit-body', 'change', { value: 'Two.' });
    await expect(card.element).toBeAccessible();
    await card.fire('.save', 'click');
    const { detail } = summarise.mock.calls[0]?.[0] ?? {};
    expect(detail.body).toBe('Two.');
    detail.refused();
    await flush();
    expect(card.find('.edit-body').value).toBe('Two.');
  });

  it('says before it is saved that a text is too long', async () => {
    const card = await mount('c-question-summary', QuestionSummary);
    await card.fire('.edit', 'click');
    await card.fire('.edit-body', 'change', { value: 'x'.repeat(TEXT_LIMIT + 1) });
    expect(card.text('.problem')).toContain('32,768 fit');
    expect(card.find('.save').disabled).toBe(true);
    await expect(card.element).toBeAccessible();
  });

  it('shows how it reads now where somebody changed it while it is edited', async () => {
    const card = await mount('c-question-summary', QuestionSummary, { summary: 'One year.', summaries });
    await card.fire('.edit', 'click');
    await card.fire('.edit-body', 'change', { value: 'Mine.' });
    expect(card.has('c-changed-meanwhile')).toBe(false);
    Object.assign(card.element, { summary: 'Hers.' });
    await flush();
    expect(card.find('c-changed-meanwhile')).toMatchObject({ by: 'Ben', body: 'Hers.' });
    expect(card.find('.edit-body').value).toBe('Mine.');
    await expect(card.element).toBeAccessible();
  });
});
