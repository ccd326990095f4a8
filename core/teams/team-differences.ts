import { roundTo } from '../readiness/round.ts';
import { normalCdf, normalQuantile } from '../statistics/normal.ts';
import type { Measured } from '../statistics/pooled-mean.ts';
import { sum } from '../statistics/sum.ts';

/** How far something is from the mean of all, with the interval that holds it 8 times in 10. */
export interface Difference {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** Before anything is seen, true means of teams are taken to differ by about this many points (half-normal). */
const USUAL_SPREAD = 8;
/** Equally likely standard deviations between teams, by that assumption. */
const SPREADS = Array.from({ length: 25 }, (_, part) => USUAL_SPREAD * normalQuantile(0.5 + (part + 0.5) / 50));

/** A normal distribution, and how much it counts among others. */
interface Part {
  readonly mean: number;
  readonly deviation: number;
  readonly weight: number;
}

/**
 * Each team's true mean less the mean of all true means, in the order of `teams`: a hierarchical normal model, averaged
 * over how much true means may differ, because a few teams hardly tell (Gelman 2006, Bayesian Analysis 1). The less a
 * team is known and the more alike the teams are, the nearer to 0.
 */
export function differencesOf(teams: readonly Measured[]): Difference[] {
  if (teams.length === 0) return [];
  const bySpread = SPREADS.map((spread) => givenSpread(teams, spread));
  const likeliest = Math.max(...bySpread.map(({ logLikelihood }) => logLikelihood));
  return teams.map((_, position) => {
    const parts = bySpread.map(({ logLikelihood, differences }): Part => {
      const { mean = 0, deviation = 1 } = differences[position] ?? {};
      return { mean, deviation, weight: Math.exp(logLikelihood - likeliest) };
    });
    const total = sum(parts.map(({ weight }) => weight));
    return {
      mean: roundTo(sum(parts.map(({ mean, weight }) => mean * weight)) / total, 2),
      lower: roundTo(quantileOf(parts, 0.1 * total), 2),
      upper: roundTo(quantileOf(parts, 0.9 * total), 2),
    };
  });
}

/** The same if true means had this standard deviation, and how likely what was seen would then be. */
function givenSpread(
  teams: readonly Measured[],
  spread: number,
): { readonly logLikelihood: number; readonly differences: readonly Omit<Part, 'weight'>[] } {
  const variances = teams.map(({ error }) => error ** 2 + spread ** 2);
  const precision = sum(variances.map((variance) => 1 / variance));
  const middle = sum(teams.map(({ value }, i) => value / (variances[i] ?? 1))) / precision;
  const logLikelihood =
    -(Math.log(precision) + sum(teams.map(({ value }, i) => logDensity(value - middle, variances[i] ?? 1)))) / 2;

  const shares = variances.map((variance) => spread ** 2 / variance);
  const shrunk = teams.map(({ value }, i) => (shares[i] ?? 0) * (value - middle));
  const left = teams.map(({ error }, i) => (shares[i] ?? 0) * error ** 2);
  const [share, average, others] = [shares, shrunk, left].map((each) => sum(each) / teams.length);
  const differences = teams.map((_, i) => {
    const own = (left[i] ?? 0) * (1 - 2 / teams.length) + (others ?? 0) / teams.length;
    // An error of the middle moves all teams; those that follow it more than the average, against the average.
    const common = ((shares[i] ?? 0) - (share ?? 0)) ** 2 / precision;
    return { mean: (shrunk[i] ?? 0) - (average ?? 0), deviation: Math.sqrt(own + common) };
  });
  return { logLikelihood, differences };
}

/** −2 × the logarithm of a normal density, but for a constant. */
function logDensity(distance: number, variance: number): number {
  return Math.log(variance) + distance ** 2 / variance;
}

/** The value below which so much of the weight of the parts lies, by bisection. */
function quantileOf(parts: readonly Part[], below: number): number {
  let low = Math.min(...parts.map(({ mean, deviation }) => mean - 8 * deviation));
  let high = Math.max(...parts.map(({ mean, deviation }) => mean + 8 * deviation));
  while (high - low > 0.002) {
    const middle = (low + high) / 2;
    const weight = sum(
      parts.map((part) => part.weight * normalCdf((middle - part.mean) / Math.max(1e-9, part.deviation))),
    );
    if (weight < below) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
