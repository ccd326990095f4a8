import CheckQuestion from 'c/checkQuestion';
import { mount, type Mounted } from 'test/mount';
import { clearPage, flush } from 'test/wires';

const question = {
  id: 'q1',
  prompt: 'What do you ask for in return for a discount?',
  options: [
    { option: 'A', text: 'Nothing' },
    { option: 'B', text: 'A longer term' },
    { option: 'C', text: 'A dinner' },
  ],
};
const show = (properties: object = {}) =>
  mount('c-check-question', CheckQuestion, { question, progress: 'Question 1 of 3', ...properties });

async function press(mounted: Mounted, key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  mounted.find('input').dispatchEvent(event);
  await flush();
}

function listen({ element }: Mounted, type: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(type, (event) => listener((event as CustomEvent).detail));
  return listener;
}

describe('c-check-question', () => {
  afterEach(clearPage);

  it('asks, with numbered options and the keys to press', async () => {
    const mounted = await show();
    expect(mounted.text('legend')).toBe(question.prompt);
    expect(mounted.findAll('.option-text').map(({ textContent }) => textContent)).toEqual([
      'Nothing',
      'A longer term',
      'A dinner',
    ]);
    expect(mounted.text('.hint')).toBe('Press 1 to 3 to choose and Enter to answer.');
    await expect(mounted.element).toBeAccessible();
  });

  it('chooses by number key', async () => {
    const mounted = await show();
    const choose = listen(mounted, 'choose');
    await press(mounted, '2');
    expect(choose).toHaveBeenCalledWith('B');
    expect(mounted.find<HTMLInputElement>('input[value="B"]').checked).toBe(true);
  });

  it('chooses by click', async () => {
    const mounted = await show();
    const choose = listen(mounted, 'choose');
    await mounted.click('input[value="C"]');
    expect(choose).toHaveBeenCalledWith('C');
  });

  it.each(['4', '0', 'x'])('ignores the key %s', async (key) => {
    const mounted = await show();
    const choose = listen(mounted, 'choose');
    await press(mounted, key);
    expect(choose).not.toHaveBeenCalled();
  });

  it('answers with Enter, once something is chosen', async () => {
    const mounted = await show();
    const answer = listen(mounted, 'answer');
    await press(mounted, 'Enter');
    expect(answer).not.toHaveBeenCalled();
    await press(mounted, '1');
    await press(mounted, 'Enter');
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it('locks while the result is read', async () => {
    const mounted = await show({ grading: true });
    const choose = listen(mounted, 'choose');
    await press(mounted, '1');
    expect(choose).not.toHaveBeenCalled();
    expect(mounted.find<HTMLFieldSetElement>('fieldset').disabled).toBe(true);
    expect(mounted.text('.outcome')).toBe('Reading the result');
    await expect(mounted.element).toBeAccessible();
  });

  it.each([
    [true, 'That is right'],
    [false, 'Not this time'],
  ])('says the result (%s) with its explanation', async (right, words) => {
    const mounted = await show({
      grade: { right, explanation: 'A concession without a return invites the next one.' },
    });
    expect(mounted.text('.graded-heading')).toBe(words);
    expect(mounted.text('.outcome')).toContain('invites the next one');
    expect(mounted.find('.outcome').getAttribute('aria-live')).toBe('polite');
    await expect(mounted.element).toBeAccessible();
  });

  it('offers to read the result again when that failed', async () => {
    const mounted = await show({ gradeError: 'The server is away.' });
    const again = listen(mounted, 'readresult');
    expect(mounted.text('.outcome')).toContain('Your answer is saved, but its result could not be read');
    await mounted.click('.read-result');
    expect(again).toHaveBeenCalledTimes(1);
    await expect(mounted.element).toBeAccessible();
  });

  it('forgets the choice when another question comes', async () => {
    const mounted = await show();
    await press(mounted, '2');
    mounted.element.question = { ...question, id: 'q2' };
    await flush();
    expect(mounted.findAll<HTMLInputElement>('input').some(({ checked }) => checked)).toBe(false);
  });

  it('puts the focus on the first option', async () => {
    const mounted = await show();
    mounted.element.focus();
    expect(mounted.element.shadowRoot?.activeElement).toBe(mounted.find('input'));
  });
});
