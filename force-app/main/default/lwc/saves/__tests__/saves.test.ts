import { attempt, createSaveQueue, toastError } from 'c/saves';

function toPage(): { page: EventTarget; toast: jest.Mock } {
  const page = new EventTarget();
  const toast = jest.fn();
  page.addEventListener('lightning__showtoast', toast);
  return { page, toast };
}

describe('toastError', () => {
  it('says what was not done, and the most precise message of why', () => {
    const { page, toast } = toPage();
    toastError(page, 'Not saved', { body: { message: 'You cannot vote for your own answer.' } });
    expect(toast.mock.calls[0]?.[0].detail).toEqual({
      title: 'Not saved',
      message: 'You cannot vote for your own answer.',
      variant: 'error',
    });
  });
});

describe('attempt', () => {
  it('tells that the org took it, and says nothing', async () => {
    const { page, toast } = toPage();
    await expect(attempt(page, 'Not saved', () => Promise.resolve('id'))).resolves.toBe(true);
    expect(toast).not.toHaveBeenCalled();
  });

  it('says what the org refused, and does not reject', async () => {
    const { page, toast } = toPage();
    const refuse = () => Promise.reject(new Error('The server is away.'));
    await expect(attempt(page, 'Not saved', refuse)).resolves.toBe(false);
    expect(toast.mock.calls[0]?.[0].detail).toMatchObject({ title: 'Not saved', message: 'The server is away.' });
  });
});

describe('createSaveQueue', () => {
  it('saves in the order in which things were decided, however long each takes', async () => {
    const order: string[] = [];
    const save = createSaveQueue(toPage().page, 'Not saved');
    let finishFirst = (): void => undefined;
    const first = save(async () => {
      await new Promise<void>((resolve) => (finishFirst = resolve));
      order.push('first');
    });
    const second = save(() => Promise.resolve(order.push('second')));
    await Promise.resolve();
    expect(order).toEqual([]);
    finishFirst();
    await expect(Promise.all([first, second])).resolves.toEqual([true, true]);
    expect(order).toEqual(['first', 'second']);
  });

  it('takes back what was refused, says so, and goes on', async () => {
    const { page, toast } = toPage();
    const refused = jest.fn();
    const save = createSaveQueue(page, 'Not saved');
    await expect(save(() => Promise.reject(new Error('The server is away.')), refused)).resolves.toBe(false);
    expect(refused).toHaveBeenCalledTimes(1);
    expect(toast.mock.calls[0]?.[0].detail).toMatchObject({ title: 'Not saved', message: 'The server is away.' });
    await expect(save(() => Promise.resolve())).resolves.toBe(true);
  });

  it('goes on where the page could not take back', async () => {
    const { page, toast } = toPage();
    const save = createSaveQueue(page, 'Not saved');
    const refuse = () => Promise.reject(new Error('The server is away.'));
    const refused = () => {
      throw new Error('Nothing to take back.');
    };
    await expect(save(refuse, refused)).resolves.toBe(false);
    expect(toast).toHaveBeenCalledTimes(2);
    await expect(save(() => Promise.resolve())).resolves.toBe(true);
  });
});
