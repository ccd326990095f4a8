import LineChart from 'c/lineChart';
import { mount, type Mounted } from 'test/mount';
import { clearPage, flush } from 'test/wires';

const series = [
  {
    name: 'Readiness',
    points: [
      { x: '2026-03-01', y: 42 },
      { x: '2026-03-08', y: 50.4 },
      { x: '2026-03-15', y: 61.7 },
    ],
    band: [{ x: '2026-03-08', lower: 44, upper: 57 }],
  },
  { name: 'Team', points: [{ x: '2026-03-08', y: 48 }] },
];

const show = (properties: object = {}): Promise<Mounted> =>
  mount('c-line-chart', LineChart, { series, label: 'Readiness by week', target: 70, ...properties });

async function press(chart: Mounted, ...keys: string[]): Promise<void> {
  for (const key of keys) chart.find('.frame').dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  await flush();
}

const spoken = (chart: Mounted): string => chart.text('[aria-live]');

describe('c-line-chart', () => {
  afterEach(clearPage);

  it('says what it shows, and is accessible', async () => {
    const chart = await show();
    expect(chart.find('.frame').getAttribute('aria-label')).toBe(
      'Readiness by week: Readiness from 42 (Mar 1, 2026) to 61.7 (Mar 15, 2026); ' +
        'Team from 48 (Mar 8, 2026) to 48 (Mar 8, 2026); Target 70',
    );
    await expect(chart.element).toBeAccessible();
  });

  it('says so when there is nothing to draw', async () => {
    const chart = await show({ series: [{ name: 'Readiness', points: [] }] });
    expect(chart.text()).toBe('There is nothing to draw yet.');
    await expect(chart.element).toBeAccessible();
  });

  it('is read by the arrow keys, point by point, and stops at the ends', async () => {
    const chart = await show();
    expect(spoken(chart)).toBe('');
    await press(chart, 'ArrowRight');
    expect(spoken(chart)).toBe('Mar 1, 2026: Readiness 42');
    await press(chart, 'ArrowRight');
    expect(spoken(chart)).toBe('Mar 8, 2026: Readiness 50.4 (likely between 44 and 57); Team 48');
    await press(chart, 'End', 'ArrowRight');
    expect(spoken(chart)).toBe('Mar 15, 2026: Readiness 61.7');
    await press(chart, 'Home', 'ArrowLeft');
    expect(spoken(chart)).toBe('Mar 1, 2026: Readiness 42');
    await press(chart, 'Escape');
    expect(spoken(chart)).toBe('');
  });

  it('reads the point nearest to the pointer', async () => {
    const chart = await show();
    chart.find('svg').dispatchEvent(new MouseEvent('pointermove', { clientX: 470 }));
    await flush();
    expect(spoken(chart)).toBe('Mar 15, 2026: Readiness 61.7');
    expect(chart.has('.cursor')).toBe(true);
    chart.find('svg').dispatchEvent(new MouseEvent('pointerleave'));
    await flush();
    expect(chart.has('.cursor')).toBe(false);
  });

  it('shows the same numbers as a table, and the chart again', async () => {
    const chart = await show();
    await chart.click('.toggle');
    expect(chart.findAll('thead th').map((cell) => cell.textContent)).toEqual(['Day', 'Readiness', 'Team']);
    expect(chart.findAll('tbody tr').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Mar 1, 2026', '42', '–'],
      ['Mar 8, 2026', '50.4 (likely between 44 and 57)', '48'],
      ['Mar 15, 2026', '61.7', '–'],
    ]);
    expect(chart.has('svg')).toBe(false);
    await expect(chart.element).toBeAccessible();
    await chart.click('.toggle');
    expect(chart.has('svg.plot')).toBe(true);
  });

  it('writes numbers on the x axis with what they count, and percentages', async () => {
    const points = [0, 60, 120].map((x) => ({ x, y: x / 2 }));
    const chart = await show({
      series: [{ name: 'At target', points, step: true }],
      xKind: 'number',
      xLabel: 'Days since the start',
      yFormat: 'percent',
      target: undefined,
    });
    await press(chart, 'End');
    expect(spoken(chart)).toBe('Days since the start 120: At target 60%');
    await chart.click('.toggle');
    expect(chart.text('thead th')).toBe('Days since the start');
  });
});
