import fc from 'fast-check';
import { byQuarter, proficiencyCase, quarterOf } from './cohorts.ts';
import { shareWithin, timeToProficiency } from './kaplan-meier.ts';
import type { ProficiencyCase } from './types.ts';

const reached = (...days: number[]): ProficiencyCase[] => days.map((each) => ({ days: each, outcome: 'reached' }));
const underway = (...days: number[]): ProficiencyCase[] => days.map((each) => ({ days: each, outcome: 'underway' }));

/**
 * Weeks of remission of 21 leukaemia patients under 6-MP (Freireich et al. 1963), the standard example of the
 * product-limit estimate; a plus marks the censored: 6, 6, 6, 6+, 7, 9+, 10, 10+, 11+, 13, 16, 17+, 19+, 20+, 22, 23,
 * 25+, 32+, 32+, 34+, 35+.
 */
const REMISSION = [
  ...reached(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...underway(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

describe('the product-limit estimate', () => {
  it('gives the published survival of the 6-MP patients', () => {
    const { curve } = timeToProficiency(REMISSION);
    expect(
      curve.map(({ days, atRisk, reached: events, share }) => [days, atRisk, events, (1 - share).toFixed(3)]),
    ).toEqual([
      [6, 21, 3, '0.857'],
      [7, 17, 1, '0.807'],
      [10, 15, 1, '0.753'],
      [13, 12, 1, '0.690'],
      [16, 11, 1, '0.627'],
      [22, 7, 1, '0.538'],
      [23, 6, 1, '0.448'],
    ]);
  });

  it('gives the published 95 % intervals on the log-log scale, and the median with its interval', () => {
    const { curve, median } = timeToProficiency(REMISSION, 1.959964);
    const survival = curve.map(({ lower, upper }) => [(1 - upper).toFixed(3), (1 - lower).toFixed(3)]);
    expect([survival[0], survival.at(-1)]).toEqual([
      ['0.620', '0.952'],
      ['0.188', '0.680'],
    ]);
    expect(median).toEqual({ days: 23, lower: 13, upper: undefined });
  });

  it('is the plain share where nobody is censored', () => {
    const { curve, median } = timeToProficiency(reached(10, 20, 30, 40));
    expect(curve.map(({ share }) => share)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(median.days).toBe(20);
    expect([9, 10, 35, 100].map((days) => shareWithin(curve, days))).toEqual([0, 0.25, 0.75, 1]);
  });

  it('says nothing of a median that few have reached', () => {
    expect(timeToProficiency([...reached(10), ...underway(50, 60, 70)]).median.days).toBeUndefined();
    expect(timeToProficiency([])).toMatchObject({ people: 0, curve: [], median: {} });
  });

  it('refuses days that are none', () => {
    expect(() => timeToProficiency(reached(-1))).toThrow(/-1 days/);
  });

  const cases = fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 400 }),
      outcome: fc.constantFrom('reached' as const, 'left' as const, 'underway' as const),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('never falls, lies within its interval, and does not mind the order', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const { curve } = timeToProficiency(all);
        curve.forEach(({ share, lower, upper }, at) => {
          expect(share).toBeGreaterThan(curve[at - 1]?.share ?? 0);
          expect(lower).toBeLessThanOrEqual(share + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
          expect(Math.max(share, upper)).toBeLessThanOrEqual(1);
          expect(lower).toBeGreaterThanOrEqual(0);
        });
        expect(timeToProficiency([...all].reverse()).curve).toEqual(curve);
      }),
    );
  });

  it('is higher than the plain share where somebody left early: leaving is not the same as not getting there', () => {
    const all: ProficiencyCase[] = [{ days: 5, outcome: 'left' }, ...reached(10, 20)];
    expect(timeToProficiency(all).curve.at(-1)?.share).toBe(1);
    expect(timeToProficiency(all)).toMatchObject({ people: 3, reached: 2, left: 1 });
  });
});

describe('a case', () => {
  it.each([
    ['who is there', { proficientOn: '2026-03-01' }, { days: 59, outcome: 'reached' }],
    ['who is not yet', {}, { days: 181, outcome: 'underway' }],
    ['who left before', { leftOn: '2026-02-01' }, { days: 31, outcome: 'left' }],
    ['who was there and left', { proficientOn: '2026-01-20', leftOn: '2026-02-01' }, { days: 19, outcome: 'reached' }],
    [
      'who left before being there',
      { proficientOn: '2026-03-01', leftOn: '2026-02-01' },
      { days: 31, outcome: 'left' },
    ],
    ['who will leave', { leftOn: '2027-01-01' }, { days: 181, outcome: 'underway' }],
    ['who was there from the start', { proficientOn: '2025-12-01' }, { days: 0, outcome: 'reached' }],
  ] as const)('of someone %s', (_who, history, expected) => {
    expect(proficiencyCase({ startedOn: '2026-01-01', ...history }, '2026-07-01')).toEqual(expected);
  });

  it('is none before the start', () => {
    expect(proficiencyCase({ startedOn: '2026-08-01' }, '2026-07-01')).toBeUndefined();
  });
});

describe('cohorts', () => {
  it('are quarters, latest first', () => {
    expect(quarterOf('2026-09-30')).toBe('2026-Q3');
    expect(quarterOf('soon')).toBeUndefined();
    const all = ['2025-12-31', '2026-01-01', '2026-02-02', 'soon'].map((day) => ({ day }));
    expect(byQuarter(all, ({ day }) => day).map(({ quarter, members }) => [quarter, members.length])).toEqual([
      ['2026-Q1', 2],
      ['2025-Q4', 1],
    ]);
  });
});
