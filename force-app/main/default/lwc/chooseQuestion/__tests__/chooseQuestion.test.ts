import ChooseQuestion from 'c/chooseQuestion';
import find from '@salesforce/apex/KnowledgeSearch.find';
import { mount, type Mounted } from 'test/mount';
import { flush } from 'test/wires';

jest.mock('@salesforce/apex/KnowledgeSearch.find', () => ({ default: jest.fn() }), { virtual: true });

const org = jest.mocked(find);

async function show(): Promise<Mounted> {
  const properties = { label: 'Which?', initialText: 'Globex support', exceptId: 'q1' };
  const dialog = await mount('c-choose-question', ChooseQuestion, properties);
  await flush();
  return dialog;
}

describe('c-choose-question', () => {
  beforeEach(() => {
    const questions = [
      { Id: 'q1', Title__c: 'Globex support' },
      { Id: 'q2', Title__c: 'Does Globex include support?' },
    ];
    org.mockResolvedValue([questions, [], [{ Id: 'n1', Name: 'Globex support' }], []]);
  });

  it('offers the questions found, not the one itself', async () => {
    const dialog = await show();
    expect(dialog.find('.choices').options).toEqual([{ label: 'Does Globex include support?', value: 'q2' }]);
    await expect(dialog.element).toBeAccessible();
  });

  it('closes with what was chosen, once something is', async () => {
    const dialog = await show();
    const close = jest.fn();
    dialog.element.addEventListener('close', close);
    expect(dialog.find('.choose').disabled).toBe(true);
    await dialog.fire('.choices', 'change', { value: 'q2' });
    await dialog.fire('.choose', 'click');
    expect(close.mock.calls[0]?.[0].detail).toEqual({ id: 'q2', title: 'Does Globex include support?' });
  });

  it('says when nothing is found, and what went wrong', async () => {
    org.mockResolvedValueOnce([[], [], [], []]);
    const dialog = await show();
    expect(dialog.text('[role="status"]')).not.toBe('');
    org.mockRejectedValueOnce({ body: { message: 'The search is away.' } });
    await dialog.fire('.text', 'change', { value: 'other words' });
    await flush();
    expect(dialog.text('[role="status"]')).toBe('The search is away.');
    await expect(dialog.element).toBeAccessible();
  });
});
