/** As the org keeps scores: with two decimals. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** As the org keeps a moment: without fractions of seconds. */
export function toTheSecond(moment: string | null | undefined): string | null {
  return moment === null || moment === undefined ? null : `${moment.slice(0, 19)}.000Z`;
}

/** Whether a number that the org holds is off by at least so much, or one of the two is none. */
export function isMoved(before: number | null, after: number | null, least: number): boolean {
  return before === null || after === null ? before !== after : Math.abs(before - after) >= least;
}
