import AsOf from 'c/asOf';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

describe('c-as-of', () => {
  afterEach(clearPage);

  it('says when the data is from, with the exact moment on hover', async () => {
    const asOf = await mount('c-as-of', AsOf, { value: '2026-11-23T14:48:00.000+0000' });
    expect(asOf.find('lightning-relative-date-time').value).toBe(Date.parse('2026-11-23T14:48:00Z'));
    expect(asOf.find('[title*="2026"]').title).toContain('November 23');
    await expect(asOf.element).toBeAccessible();
  });

  it('says so when nothing was computed yet', async () => {
    const asOf = await mount('c-as-of', AsOf, {});
    expect(asOf.text()).toBe('not computed yet');
  });

  it('fires refresh, and not while it refreshes', async () => {
    const asOf = await mount('c-as-of', AsOf, { value: '2026-11-23T14:48:00Z' });
    const refresh = jest.fn();
    asOf.element.addEventListener('refresh', refresh);
    await asOf.click('.refresh');
    expect(refresh).toHaveBeenCalledTimes(1);
    asOf.element.refreshing = true;
    await Promise.resolve();
    expect(asOf.find('.refresh').disabled).toBe(true);
  });
});
