/** From data to pixels, linearly. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  at(value: number): number;
}

/** Maps `from`–`to` onto `start`–`end` (pixels; `end` may be smaller). One single value lies in the middle. */
export function linearScale(from: number, to: number, start: number, end: number): Scale {
  return {
    from,
    to,
    at: (value) => (from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start)),
  };
}

/** Steps people count in: 1, 2 and 5 with any number of zeros. */
function niceStep(span: number, most: number): number {
  const rough = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Takes away what binary fractions add: 0.30000000000000004. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** Round numbers within `from`–`to`, at most `most` + 1 of them. */
export function numberTicks(from: number, to: number, most: number): number[] {
  if (!(to > from)) return [from];
  const step = niceStep(to - from, most);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
}

/** The least range around the values whose ends are round; given ends are kept. */
export function niceRange(values: readonly number[], least?: number, greatest?: number): [number, number] {
  const low = least ?? Math.min(...values);
  const high = greatest ?? Math.max(...values);
  if (values.length === 0 && (least === undefined || greatest === undefined)) return [least ?? 0, (least ?? 0) + 1];
  const [from, to] = low < high ? [low, high] : [low - (least === undefined ? 1 : 0), low + 1];
  const step = niceStep(to - from, 5);
  return [least ?? clean(Math.floor(from / step) * step), greatest ?? clean(Math.ceil(to / step) * step)];
}
