import fc from 'fast-check';
import { dayTicks } from '../dayTicks';
import { spreadLabels } from '../endLabels';
import { bandAt, numericSeries, valueAt, xNumber } from '../numericSeries';
import { bandPath, linePath } from '../paths';
import { layOut } from '../plot';
import { linearScale, niceRange, numberTicks } from '../scale';

const day = (iso: string): number => xNumber(iso, 'day');

describe('linearScale', () => {
  it('maps the ends to the ends, also upside down', () => {
    const scale = linearScale(0, 100, 200, 20);
    expect([scale.at(0), scale.at(50), scale.at(100)]).toEqual([200, 110, 20]);
  });

  it('puts a single value in the middle', () => {
    expect(linearScale(5, 5, 0, 100).at(5)).toBe(50);
  });
});

describe('numberTicks', () => {
  it.each([
    [0, 100, 4, [0, 50, 100]],
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [3, 19, 4, [5, 10, 15]],
    [7, 7, 4, [7]],
  ])('from %d to %d, at most %d steps', (from, to, most, ticks) => {
    expect(numberTicks(from, to, most)).toEqual(ticks);
  });

  it('are ascending, inside, and not too many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (from, span, most) => {
          const ticks = numberTicks(from, from + span, most);
          const slack = span * 1e-6;
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          for (const [at, tick] of ticks.entries()) {
            expect(tick).toBeGreaterThanOrEqual(from - slack);
            expect(tick).toBeLessThanOrEqual(from + span + slack);
            expect(tick).toBeGreaterThan(ticks[at - 1] ?? -Infinity);
          }
        },
      ),
    );
  });
});

describe('niceRange', () => {
  it.each([
    [[42, 61], undefined, undefined, [40, 65]],
    [[42, 61], 0, 100, [0, 100]],
    [[50], undefined, undefined, [49, 51]],
    [[], undefined, undefined, [0, 1]],
  ])('of %j with ends %p and %p', (values, least, greatest, range) => {
    expect(niceRange(values, least, greatest)).toEqual(range);
  });
});

describe('dayTicks', () => {
  it.each([
    ['2026-03-01', '2026-03-05', ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'], 'day'],
    ['2026-03-03', '2026-03-31', ['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'], 'day'],
    ['2025-11-20', '2026-04-10', ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'], 'month'],
  ])('from %s to %s are days people count by', (from, to, ticks, unit) => {
    expect(dayTicks(day(from), day(to), 5)).toEqual({ ticks: ticks.map(day), unit });
  });

  it('are inside and not too many for any span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 1, max: 8000 }), (from, span) => {
        const { ticks } = dayTicks(from, from + span, 6);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every((tick) => tick >= from && tick <= from + span)).toBe(true);
      }),
    );
  });
});

describe('paths', () => {
  const points = [
    { x: 0, y: 10 },
    { x: 20, y: 4 },
  ];

  it('join points straight or in steps', () => {
    expect(linePath(points, false)).toBe('M0,10L20,4');
    expect(linePath(points, true)).toBe('M0,10L20,10L20,4');
    expect(linePath([], true)).toBe('');
  });

  it('close a band around its line', () => {
    const lower = points.map(({ x, y }) => ({ x, y: y + 3 }));
    expect(bandPath(points, lower, false)).toBe('M0,10L20,4L20,7L0,13Z');
    expect(bandPath([], [], true)).toBe('');
  });
});

describe('spreadLabels', () => {
  it('keeps labels a line apart, in order, inside', () => {
    expect(spreadLabels([100, 100, 20], 16, 190)).toEqual([100, 115, 20]);
    expect(spreadLabels([188, 190], 16, 190)).toEqual([175, 190]);
  });
});

describe('numericSeries', () => {
  const [series] = numericSeries(
    [
      {
        name: 'Ready',
        step: true,
        points: [
          { x: '2026-03-10', y: 4 },
          { x: '2026-03-01', y: 1 },
          { x: 'soon', y: 9 },
        ],
        band: [{ x: '2026-03-01', lower: 0, upper: 2 }],
      },
    ],
    'day',
  );

  it('sorts by day and leaves out what is none', () => {
    expect(series?.points.map(({ y }) => y)).toEqual([1, 4]);
  });

  it('holds a step until the next one', () => {
    const at = (iso: string) => series && [valueAt(series, day(iso)), bandAt(series, day(iso))?.upper];
    expect([at('2026-02-28'), at('2026-03-09'), at('2026-03-12')]).toEqual([
      [undefined, undefined],
      [1, 2],
      [4, 2],
    ]);
  });
});

describe('layOut', () => {
  const input = {
    xKind: 'number',
    yFormat: 'number',
    width: 600,
    series: numericSeries([{ name: 'Team', points: [0, 5, 10].map((x) => ({ x, y: x * 10 })) }], 'number'),
  } as const;

  it('is nothing without a point', () => {
    expect(layOut({ ...input, series: [] })).toBeUndefined();
  });

  it('names lines at their ends where there is room, and below where there is none', () => {
    const wide = layOut(input);
    expect(wide?.hasLegend).toBe(false);
    expect(wide?.lines[0]?.end?.x).toBeGreaterThan(wide?.right ?? Infinity);
    const narrow = layOut({ ...input, width: 120 });
    expect([narrow?.hasLegend, narrow?.lines[0]?.end]).toEqual([true, undefined]);
  });

  it('puts the marker before each of several names, and none where there is one line', () => {
    expect(layOut(input)?.lines[0]?.endMark).toBeUndefined();
    const series = numericSeries(
      ['A', 'B'].map((name) => ({ name, points: [{ x: 0, y: 1 }] })),
      'number',
    );
    const [first, second] = layOut({ ...input, series })?.lines ?? [];
    expect(first?.endMark).toMatch(/^translate/);
    expect(second?.endMark).not.toBe(first?.endMark);
    expect(layOut({ ...input, series, width: 60 })?.lines[0]?.endMark).toBeUndefined();
  });

  it('gives each line a dash and a marker of its own, as many as there are domains and the whole', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    const series = numericSeries(
      names.map((name) => ({ name, points: [{ x: 0, y: 1 }] })),
      'number',
    );
    const lines = layOut({ ...input, series })?.lines ?? [];
    expect(new Set(lines.map(({ lineClass }) => lineClass)).size).toBe(names.length);
    expect(new Set(lines.map(({ marker }) => marker)).size).toBe(names.length);
  });

  it('makes room for target and band', () => {
    const plot = layOut({ ...input, target: 180 });
    expect(plot?.target?.y).toBeGreaterThanOrEqual(plot?.top ?? Infinity);
  });
});
