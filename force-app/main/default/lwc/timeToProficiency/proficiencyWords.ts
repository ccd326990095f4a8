import type { CurvePoint, MedianDays, Proficiency } from 'c/core';
import locale from '@salesforce/i18n/locale';
import { format, proficiencyLabels as labels } from 'c/labels';
import type { ChartSeries } from 'c/lineChart';

/** "Half reach their target within 118 days (likely 96 to 140)." */
export function medianText({ days, lower, upper }: MedianDays): string {
  if (days === undefined) return labels.noMedian;
  if (lower !== undefined && upper !== undefined) return format(labels.medianRange, days, lower, upper);
  return lower === undefined ? format(labels.median, days) : format(labels.medianFrom, days, lower);
}

/** "14 started, 6 are at their target, 2 left before (14%)." */
export function countsText({ people, reached, left }: Proficiency): string {
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(left / people);
  return left === 0 ? format(labels.counts, people, reached) : format(labels.countsLeft, people, reached, left, share);
}

/** "Q3 2026" of `2026-Q3`. */
export function quarterText(quarter: string): string {
  const [year = '', name = ''] = quarter.split('-');
  return format(labels.quarter, name, year);
}

/** The share at target by days since the start, in steps, from nobody on the first day to the last day seen. */
export function curveSeries(curve: readonly CurvePoint[], lastDay: number): ChartSeries[] {
  const points = [{ days: 0, share: 0, lower: 0, upper: 0 }, ...curve.filter(({ days }) => days > 0)];
  const atStart = curve.find(({ days }) => days === 0);
  if (atStart) points[0] = atStart;
  const end = points.at(-1);
  if (end && lastDay > end.days) points.push({ ...end, days: lastDay });
  return [
    {
      name: labels.atTarget,
      step: true,
      points: points.map(({ days, share }) => ({ x: days, y: 100 * share })),
      band: points.map(({ days, lower, upper }) => ({ x: days, lower: 100 * lower, upper: 100 * upper })),
    },
  ];
}
