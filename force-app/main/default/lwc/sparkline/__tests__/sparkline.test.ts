import Sparkline from 'c/sparkline';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';
import { linePoints } from '../linePoints';

describe('linePoints', () => {
  it('is empty without values', () => {
    expect(linePoints([], 100, 40)).toBe('');
  });

  it('is flat for one value', () => {
    expect(linePoints([50], 100, 40)).toBe('4,20 96,20');
  });

  it('draws higher values higher, from edge to edge', () => {
    expect(linePoints([40, 60], 100, 40)).toBe('4,36 96,4');
  });

  it('shows small moves small', () => {
    expect(linePoints([50, 51], 100, 40)).toBe('4,21.6 96,18.4');
  });
});

describe('c-sparkline', () => {
  afterEach(clearPage);

  it('says first, last and time span', async () => {
    const line = await mount('c-sparkline', Sparkline, { values: [42.2, 50, 61.7], weeks: 12 });
    expect(line.find('svg').getAttribute('aria-label')).toBe('From 42 to 62 over 12 weeks');
    await expect(line.element).toBeAccessible();
  });
});
