import { DAY_MS, millisecondsOf } from 'c/dates';
import type { ChartSeries, NumericSeries, XKind, XValue } from './types';

/** The number at which an x is drawn: days since 1970-01-01 for an ISO day; NaN for what cannot be read. */
export function xNumber(x: XValue, kind: XKind): number {
  if (kind === 'number' || typeof x === 'number') return Number(x);
  return millisecondsOf(x) / DAY_MS;
}

/** The ISO day of a number of days since 1970-01-01. */
export function dayOf(days: number): string {
  return new Date(Math.round(days) * DAY_MS).toISOString().slice(0, 10);
}

/** The series as numbers in the order of x; what cannot be drawn (no number, no day) is left out. */
export function numericSeries(series: readonly ChartSeries[], kind: XKind): NumericSeries[] {
  return series.map(({ name, points, band = [], step = false }) => ({
    name,
    step,
    points: points
      .map(({ x, y }) => ({ x: xNumber(x, kind), y }))
      .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
      .sort((a, b) => a.x - b.x),
    band: band
      .map(({ x, lower, upper }) => ({ x: xNumber(x, kind), lower, upper }))
      .filter(({ x, lower, upper }) => [x, lower, upper].every(Number.isFinite))
      .sort((a, b) => a.x - b.x),
  }));
}

/** What a series says at an x: its point there, or for steps the last one before it. */
export function valueAt({ points, step }: NumericSeries, x: number): number | undefined {
  return step ? points.filter((point) => point.x <= x).at(-1)?.y : points.find((point) => point.x === x)?.y;
}

/** The likely range of a series at an x, by the same rule. */
export function bandAt({ band, step }: NumericSeries, x: number): { lower: number; upper: number } | undefined {
  return step ? band.filter((point) => point.x <= x).at(-1) : band.find((point) => point.x === x);
}

/** Every x at which any series has a point, ascending, each once. */
export function distinctXs(series: readonly NumericSeries[]): number[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
}
