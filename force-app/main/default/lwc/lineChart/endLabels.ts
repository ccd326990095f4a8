/** Mean width of a character at the chart's text size; measuring text would need it to be drawn first. */
const CHARACTER = 6.6;
const LINE = 15;

/** About how many pixels a text takes. */
export function textWidth(text: string): number {
  return Math.ceil(text.length * CHARACTER);
}

/**
 * Heights for labels that want to stand at `wanted`, each a line away from the next, in the same order from top to
 * bottom, within `top`–`bottom` as far as there is room.
 */
export function spreadLabels(wanted: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  const placed: { y: number; index: number }[] = [];
  for (const { y, index } of order) placed.push({ y: Math.max(y, (placed.at(-1)?.y ?? top - LINE) + LINE), index });
  let floor = bottom;
  for (const each of [...placed].reverse()) {
    each.y = Math.min(each.y, floor);
    floor = each.y - LINE;
  }
  return placed.sort((a, b) => a.index - b.index).map(({ y }) => y);
}
