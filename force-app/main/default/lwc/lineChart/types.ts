/** What the x axis counts: calendar days, or plain numbers. */
export type XKind = 'day' | 'number';

/** How a y value is written: as it is, or as a percentage (of values 0–100). */
export type YFormat = 'number' | 'percent';

/** An x as it is given: an ISO day (`2026-03-31`) or a number, after the chart's `x-kind`. */
export type XValue = string | number;

export interface ChartPoint {
  readonly x: XValue;
  readonly y: number;
}

export interface BandPoint {
  readonly x: XValue;
  readonly lower: number;
  readonly upper: number;
}

/** One line of the chart. */
export interface ChartSeries {
  /** Stands at the line's end, in the legend and over the table's column; unique in the chart. */
  readonly name: string;
  readonly points: readonly ChartPoint[];
  /** Where the value is likely to lie. */
  readonly band?: readonly BandPoint[];
  /** The value holds until the next point, as in a survival curve; without it, points are joined straight. */
  readonly step?: boolean;
}

/** A series with its x as numbers (days since 1970 for days), sorted. */
export interface NumericSeries {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly band: readonly { readonly x: number; readonly lower: number; readonly upper: number }[];
  readonly step: boolean;
}
