import StatePanel from 'c/statePanel';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

const show = (properties: object) => mount('c-state-panel', StatePanel, properties);

describe('c-state-panel', () => {
  afterEach(clearPage);

  it('shows a stencil with as many rows as asked, and says that it loads', async () => {
    const panel = await show({ state: 'loading', rows: 4, stencil: 'grid' });
    expect(panel.findAll('.stencil-row')).toHaveLength(4);
    expect(panel.text('[role="status"]')).toBe('Loading');
    await expect(panel.element).toBeAccessible();
  });

  it('says what is missing when empty', async () => {
    const panel = await show({ state: 'empty', heading: 'Nothing here', message: 'Do this next.' });
    expect(panel.text()).toBe('Nothing here Do this next.');
    expect(panel.has('.retry')).toBe(false);
    await expect(panel.element).toBeAccessible();
  });

  it('says what happened on an error, and fires retry', async () => {
    const panel = await show({ state: 'error', heading: 'Not loaded', message: 'The server is away.' });
    const retry = jest.fn();
    panel.element.addEventListener('retry', retry);
    await panel.click('.retry');
    expect(retry).toHaveBeenCalledTimes(1);
    expect(panel.text('[role="alert"]')).toContain('The server is away.');
    await expect(panel.element).toBeAccessible();
  });

  it('shows the content, and nothing of the other states, when ready', async () => {
    const panel = await show({ state: 'ready', heading: 'Old heading', message: 'Old error' });
    expect(panel.has('slot')).toBe(true);
    expect(panel.text()).toBe('');
  });
});
