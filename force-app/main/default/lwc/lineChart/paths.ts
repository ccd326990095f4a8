/** A point in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const place = ({ x, y }: Pixel): string => `${round(x)},${round(y)}`;

/** The corners of a step: each value holds until the next x. */
function stepped(points: readonly Pixel[]): Pixel[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? [{ x: point.x, y: before.y }, point] : [point];
  });
}

/** The `d` of an SVG path through points, straight or in steps; empty without points. */
export function linePath(points: readonly Pixel[], step: boolean): string {
  const corners = step ? stepped(points) : points;
  return corners.length === 0 ? '' : `M${corners.map(place).join('L')}`;
}

/** The `d` of the area between two lines over the same x; empty for fewer than two points. */
export function bandPath(upper: readonly Pixel[], lower: readonly Pixel[], step: boolean): string {
  if (upper.length < 2) return '';
  const [top, bottom] = step ? [stepped(upper), stepped(lower)] : [upper, lower];
  return `M${[...top, ...[...bottom].reverse()].map(place).join('L')}Z`;
}

/**
 * Shapes by which lines are told apart without colour, around 0,0: disc, square, triangle, diamond, plus, triangle on
 * its head, cross, lying and standing bar, hourglass. As many as a person has domains, and the whole.
 */
const MARKERS = [
  'M-4,0A4,4 0 1,0 4,0A4,4 0 1,0 -4,0Z',
  'M-3.5,-3.5H3.5V3.5H-3.5Z',
  'M0,-4.5L4.5,3.5H-4.5Z',
  'M0,-5L5,0L0,5L-5,0Z',
  'M-4,-1.3H-1.3V-4H1.3V-1.3H4V1.3H1.3V4H-1.3V1.3H-4Z',
  'M0,4.5L4.5,-3.5H-4.5Z',
  'M-4,-2.4L-2.4,-4L0,-1.6L2.4,-4L4,-2.4L1.6,0L4,2.4L2.4,4L0,1.6L-2.4,4L-4,2.4L-1.6,0Z',
  'M-5,-2H5V2H-5Z',
  'M-2,-5H2V5H-2Z',
  'M-4,-4.5H4L-4,4.5H4Z',
] as const;

/** How many looks there are; a further line starts again with the first. */
export const LOOKS = MARKERS.length;

export function markerPath(look: number): string {
  return MARKERS[look % LOOKS] ?? MARKERS[0];
}
