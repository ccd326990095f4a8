import locale from '@salesforce/i18n/locale';
import { DAY_MS } from 'c/dates';
import { commonLabels, chartLabels as labels, format } from 'c/labels';
import { bandAt, dayOf, valueAt } from './numericSeries';
import type { NumericSeries, XKind, YFormat } from './types';

/** How the axes of a chart are written. */
export interface Writing {
  readonly xKind: XKind;
  /** What x counts, e.g. "Days since the start". */
  readonly xLabel?: string;
  readonly yFormat: YFormat;
}

export function writeY(value: number, yFormat: YFormat): string {
  return yFormat === 'percent'
    ? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value / 100)
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** An x as the table and a reading say it: "12 October 2026", "118". */
export function writeX(x: number, { xKind }: Writing): string {
  if (xKind === 'number') return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(x);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${dayOf(x)}T00:00:00Z`),
  );
}

/** An x as it stands under the axis: "12 Oct", "Oct", in a January the year. */
export function writeTick(x: number, unit: 'day' | 'month' | 'number'): string {
  if (unit === 'number') return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(x);
  const date = new Date(x * DAY_MS);
  const style: Intl.DateTimeFormatOptions =
    unit === 'day'
      ? { day: 'numeric', month: 'short' }
      : date.getUTCMonth() === 0
        ? { year: 'numeric' }
        : { month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(date);
}

/** "62", or "62, likely between 55 and 70". Undefined where the series says nothing at that x. */
export function writeValue(series: NumericSeries, x: number, yFormat: YFormat): string | undefined {
  const value = valueAt(series, x);
  if (value === undefined) return undefined;
  const written = writeY(value, yFormat);
  const band = bandAt(series, x);
  if (!band) return written;
  const likely = format(commonLabels.likelyBetween, writeY(band.lower, yFormat), writeY(band.upper, yFormat));
  return format(labels.valueAndRange, written, likely);
}

/** What all lines say at an x: "12 Oct 2026: Readiness 62, likely between 55 and 70; Team 58". */
export function writeReading(series: readonly NumericSeries[], x: number, writing: Writing): string {
  const values = series.flatMap((each) => {
    const value = writeValue(each, x, writing.yFormat);
    return value === undefined ? [] : [format(labels.seriesValue, each.name, value)];
  });
  const at = writing.xLabel ? format(labels.seriesValue, writing.xLabel, writeX(x, writing)) : writeX(x, writing);
  return format(labels.reading, at, values.join(`${labels.listSeparator} `));
}

/** The chart in a sentence, for who does not see it. */
export function writeSummary(
  label: string,
  series: readonly NumericSeries[],
  target: number | undefined,
  writing: Writing,
): string {
  const lines = series.flatMap(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return [];
    const write = (y: number): string => writeY(y, writing.yFormat);
    return [
      format(labels.fromTo, name, write(first.y), writeX(first.x, writing), write(last.y), writeX(last.x, writing)),
    ];
  });
  const goal = target === undefined ? [] : [format(commonLabels.target, writeY(target, writing.yFormat))];
  return format(labels.reading, label, [...lines, ...goal].join(`${labels.listSeparator} `));
}
