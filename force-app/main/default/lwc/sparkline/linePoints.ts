/** Kept free above and below, so that the line's width is not cut off. */
const MARGIN = 4;
/** The smallest range of scores that fills the height: smaller moves are shown small. */
const LEAST_RANGE = 10;

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * The `points` of an SVG polyline for values spread evenly over the width; the higher the value, the smaller its y.
 *
 * @returns `x,y` pairs separated by spaces; empty without values, a flat line for one value
 */
export function linePoints(values: readonly number[], width: number, height: number): string {
  if (values.length === 0) return '';
  const series = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values;
  const middle = (Math.min(...series) + Math.max(...series)) / 2;
  const range = Math.max(LEAST_RANGE, Math.max(...series) - Math.min(...series));
  const step = (width - 2 * MARGIN) / (series.length - 1);
  return series
    .map((value, index) => {
      const share = (value - middle) / range + 0.5;
      return `${round(MARGIN + index * step)},${round(height - MARGIN - share * (height - 2 * MARGIN))}`;
    })
    .join(' ');
}
