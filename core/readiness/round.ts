const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;

/** Rounds to at most six decimals, never to −0. */
export function roundTo(value: number, decimals: 0 | 1 | 2 | 3 | 4 | 5 | 6): number {
  const power = POWERS[decimals];
  return Math.round(value * power) / power + 0;
}
