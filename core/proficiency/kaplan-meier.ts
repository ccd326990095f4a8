import { NORMAL_90 } from '../statistics/normal.ts';
import type { CurvePoint, MedianDays, Proficiency, ProficiencyCase } from './types.ts';

/**
 * Time to proficiency: the share that has reached the target by each day, estimated from people of whom some are
 * still underway and some left before (both are censored: they count for as long as they were seen).
 *
 * Product-limit estimate (Kaplan & Meier 1958) with Greenwood's variance; the interval is taken on the scale of
 * log(−log S), so that it stays between 0 and 1 (Kalbfleisch & Prentice 1980).
 *
 * @param width standard deviations on each side of the interval; the default holds 80 %, 1.96 holds 95 %
 * @throws RangeError for days that are no number or below 0
 */
export function timeToProficiency(cases: readonly ProficiencyCase[], width = NORMAL_90): Proficiency {
  const wrong = cases.find(({ days }) => !(days >= 0));
  if (wrong) throw new RangeError(`A time to proficiency of ${wrong.days} days is none: give 0 or more.`);
  const curve = curveOf(cases, width);
  const count = (outcome: ProficiencyCase['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length;
  return {
    people: cases.length,
    reached: count('reached'),
    left: count('left'),
    underway: count('underway'),
    curve,
    median: medianOf(curve),
  };
}

function curveOf(cases: readonly ProficiencyCase[], width: number): CurvePoint[] {
  const reachedBy = new Map<number, number>();
  for (const { days, outcome } of cases) {
    if (outcome === 'reached') reachedBy.set(days, (reachedBy.get(days) ?? 0) + 1);
  }
  let survival = 1;
  let greenwood = 0;
  return [...reachedBy]
    .sort(([a], [b]) => a - b)
    .map(([days, reached]) => {
      // Who is censored on a day is seen on it: the censored count as later than the event.
      const atRisk = cases.filter((each) => each.days >= days).length;
      survival *= 1 - reached / atRisk;
      greenwood += reached / (atRisk * (atRisk - reached));
      const [lower, upper] = intervalOf(survival, greenwood, width);
      return { days, share: 1 - survival, lower: 1 - upper, upper: 1 - lower, atRisk, reached };
    });
}

/** Interval of a survival probability: S^exp(±w·√(Greenwood)/|log S|). At 0, nothing is left to be uncertain about. */
function intervalOf(survival: number, greenwood: number, width: number): [number, number] {
  if (survival <= 0) return [0, 0];
  const spread = Math.exp((width * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return [survival ** spread, survival ** (1 / spread)];
}

/**
 * The median and its interval (Brookmeyer & Crowley 1982): the days on which the curve, and the ends of its interval,
 * first reach one half.
 */
function medianOf(curve: readonly CurvePoint[]): MedianDays {
  const firstAt = (read: (point: CurvePoint) => number): number | undefined =>
    curve.find((point) => read(point) >= 0.5 - 1e-12)?.days;
  return {
    days: firstAt(({ share }) => share),
    lower: firstAt(({ upper }) => upper),
    upper: firstAt(({ lower }) => lower),
  };
}

/** The share that has reached the target within some days; 0 before anybody has. */
export function shareWithin(curve: readonly CurvePoint[], days: number): number {
  return curve.filter((point) => point.days <= days).at(-1)?.share ?? 0;
}
