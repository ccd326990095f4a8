import { commonLabels, format } from 'c/labels';
import { dayTicks } from './dayTicks';
import { spreadLabels, textWidth } from './endLabels';
import { distinctXs } from './numericSeries';
import { bandPath, linePath, LOOKS, markerPath } from './paths';
import { linearScale, niceRange, numberTicks, type Scale } from './scale';
import type { NumericSeries } from './types';
import { writeTick, writeY, type Writing } from './writeValues';

/** What a chart is drawn from. */
export interface PlotInput extends Writing {
  readonly series: readonly NumericSeries[];
  /** Width in pixels. */
  readonly width: number;
  readonly target?: number;
  readonly yMin?: number;
  readonly yMax?: number;
}

export interface PlotMark {
  readonly key: string;
  readonly transform: string;
}

export interface PlotLine {
  readonly key: string;
  readonly name: string;
  readonly line: string;
  readonly band: string;
  readonly marker: string;
  readonly marks: readonly PlotMark[];
  readonly lineClass: string;
  readonly markClass: string;
  readonly bandClass: string;
  /** Its name at its end; absent where the names stand in a legend. */
  readonly end?: { readonly x: number; readonly y: number };
  /** Its marker before that name: where lines end close together, nothing else says whose name it is. */
  readonly endMark?: string;
}

export interface PlotTick {
  readonly key: string;
  readonly at: number;
  readonly text: string;
  /** `start`, `middle` or `end`, so that the text stays inside. */
  readonly className: string;
}

/** A chart laid out in pixels. */
export interface Plot {
  readonly viewBox: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the short strokes under the axis end, and where their texts stand. */
  readonly strokeEnd: number;
  readonly xTickY: number;
  readonly yTickX: number;
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  readonly target?: { readonly y: number; readonly textY: number; readonly text: string };
  readonly lines: readonly PlotLine[];
  /** Names do not fit beside the lines and stand below. */
  readonly hasLegend: boolean;
  /** Every x that can be read, and where it is. */
  readonly stops: readonly { readonly x: number; readonly at: number }[];
}

const HEIGHT = 220;
const TOP = 16;
const BOTTOM = 28;
const EDGE = 12;
const STROKE = 4;
/** Pixels a tick's text needs. */
const TICK_WIDTH = 64;
const TICK_HEIGHT = 34;
/** Closer than this, only the last point of a line is marked. */
const MARK_DISTANCE = 14;
/** Room for the marker before a name. */
const MARK_WIDTH = 14;
/** The names at the lines' ends take at most this share of the width. */
const NAMES_SHARE = 0.32;

/** Lays a chart out. Returns undefined where no series has a point. */
export function layOut(input: PlotInput): Plot | undefined {
  const series = input.series.filter(({ points }) => points.length > 0);
  const xs = distinctXs(series);
  const [firstX, lastX] = [xs[0], xs.at(-1)];
  if (firstX === undefined || lastX === undefined) return undefined;

  const ys = series.flatMap(({ points, band }) => [
    ...points.map((point) => point.y),
    ...band.flatMap(({ lower, upper }) => [lower, upper]),
  ]);
  const goal = input.target === undefined ? [] : [input.target];
  const [low, high] = niceRange([...ys, ...goal], input.yMin, input.yMax);
  const bottom = HEIGHT - BOTTOM;
  const yScale = linearScale(low, high, bottom, TOP);
  const yTexts = numberTicks(low, high, Math.floor((bottom - TOP) / TICK_HEIGHT)).map((value) => ({
    value,
    text: writeY(value, input.yFormat),
  }));
  const left = EDGE + Math.max(...yTexts.map(({ text }) => textWidth(text)));

  const marks = series.length > 1 ? MARK_WIDTH : 0;
  const names = Math.max(...series.map(({ name }) => textWidth(name))) + marks + EDGE;
  const hasLegend = names > input.width * NAMES_SHARE;
  const right = Math.max(left + 1, input.width - (hasLegend ? EDGE : names + 4));
  const xScale = linearScale(firstX, lastX, left, right);
  const target = input.target === undefined ? undefined : yScale.at(input.target);

  return {
    viewBox: `0 0 ${input.width} ${HEIGHT}`,
    left,
    right,
    top: TOP,
    bottom,
    strokeEnd: bottom + STROKE,
    xTickY: bottom + 18,
    yTickX: left - 6,
    xTicks: xTicksOf(xScale, left, right, input),
    yTicks: yTexts.map(({ value, text }) => ({
      key: String(value),
      at: yScale.at(value),
      text,
      className: 'tick tick_end',
    })),
    ...(target === undefined || input.target === undefined
      ? {}
      : {
          target: {
            y: target,
            textY: target < TOP + 14 ? target + 14 : target - 5,
            text: format(commonLabels.target, writeY(input.target, input.yFormat)),
          },
        }),
    lines: linesOf(series, xScale, yScale, { hasLegend, right, bottom, marks }),
    hasLegend,
    stops: xs.map((x) => ({ x, at: xScale.at(x) })),
  };
}

function xTicksOf(scale: Scale, left: number, right: number, { xKind, width }: PlotInput): PlotTick[] {
  const most = Math.max(1, Math.floor((right - left) / TICK_WIDTH));
  const { ticks, unit } =
    xKind === 'day'
      ? dayTicks(scale.from, scale.to, most)
      : { ticks: numberTicks(scale.from, scale.to, most), unit: 'number' as const };
  return ticks.map((value) => {
    const at = scale.at(value);
    const text = writeTick(value, unit);
    const half = textWidth(text) / 2;
    const anchor = at - half < 0 ? 'start' : at + half > width ? 'end' : 'middle';
    return { key: String(value), at, text, className: `tick tick_${anchor}` };
  });
}

function linesOf(
  series: readonly NumericSeries[],
  xScale: Scale,
  yScale: Scale,
  { hasLegend, right, bottom, marks }: { hasLegend: boolean; right: number; bottom: number; marks: number },
): PlotLine[] {
  const pixel = (x: number, y: number) => ({ x: xScale.at(x), y: yScale.at(y) });
  const ends = spreadLabels(
    series.map(({ points }) => yScale.at(points.at(-1)?.y ?? 0)),
    TOP,
    bottom,
  );
  return series.map(({ name, points, band, step }, index) => {
    const pixels = points.map(({ x, y }) => pixel(x, y));
    const look = index % LOOKS;
    const isRoomy = pixels.every(({ x }, at) => at === 0 || x - (pixels[at - 1]?.x ?? 0) >= MARK_DISTANCE);
    return {
      key: name,
      name,
      line: linePath(pixels, step),
      band: bandPath(
        band.map(({ x, upper }) => pixel(x, upper)),
        band.map(({ x, lower }) => pixel(x, lower)),
        step,
      ),
      marker: markerPath(look),
      marks: (isRoomy ? pixels : pixels.slice(-1)).map(({ x, y }, at) => ({
        key: String(at),
        transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
      })),
      lineClass: `line line_${look}`,
      markClass: `mark look_${look}`,
      bandClass: `band band_${look}`,
      ...(hasLegend ? {} : { end: { x: right + marks + EDGE - 2, y: (ends[index] ?? 0) + 4 } }),
      ...(hasLegend || marks === 0 ? {} : { endMark: `translate(${right + EDGE + 2},${ends[index] ?? 0})` }),
    };
  });
}
