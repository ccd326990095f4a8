import { createWireSources, type SourcesPage } from 'c/wireSources';

type Source = 'deal' | 'team';

describe('the sources of a page', () => {
  let page: SourcesPage<Source>;
  let used: unknown[];
  const use = (data: unknown): void => {
    used.push(data);
  };

  beforeEach(() => {
    page = { errors: {} };
    used = [];
  });

  it('give what was answered, and take the error before away', () => {
    const sources = createWireSources<Source>(page);
    sources.take('deal', { errors: [{ message: 'The server is away.' }] }, use);
    expect(page.errors).toEqual({ deal: 'The server is away.' });
    sources.take('deal', { data: { uiapi: {} } }, use);
    expect(page.errors.deal).toBeUndefined();
    expect(used).toEqual([{ uiapi: {} }]);
  });

  it('leave the error where a wire answers neither data nor error', () => {
    const sources = createWireSources<Source>(page);
    sources.setError('deal', 'No access.');
    sources.take('deal', {}, use);
    expect(page.errors).toEqual({ deal: 'No access.' });
    expect(used).toEqual([]);
  });

  it('ask those anew that failed, and only those; what fails again says so', async () => {
    const sources = createWireSources<Source>(page);
    const deal = jest.fn().mockRejectedValue('Still away.');
    const team = jest.fn().mockResolvedValue(undefined);
    sources.take('deal', { errors: [{ message: 'The server is away.' }], refresh: deal }, use);
    sources.take('team', { data: {}, refresh: team }, use);
    await sources.retry();
    expect(deal).toHaveBeenCalledTimes(1);
    expect(team).not.toHaveBeenCalled();
    expect(page.errors).toEqual({ deal: 'Still away.' });
  });
});
