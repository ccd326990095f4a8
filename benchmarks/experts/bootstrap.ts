import { percentile } from '../percentile.ts';
import { seededRandom } from '../random.ts';

/** A mean with the interval that holds it in 95 of 100 resamples. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 10_000;
const SEED = 20260301;

/** Percentile bootstrap (Efron 1979) of the mean over questions; of paired differences where values are such. */
export function bootstrapMean(values: readonly number[]): Estimate {
  const random = seededRandom(SEED);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  });
  return { mean, low: percentile(means, 0.025), high: percentile(means, 0.975) };
}
