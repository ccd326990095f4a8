/** A mean and the interval that holds it 95 times in 100. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % quantile of the standard normal distribution. */
const NORMAL = 1.959964;

/**
 * Mean and 95 % interval (Student's t) of what was measured once a seed; for a comparison, of the differences seed by
 * seed. Throws a RangeError for fewer than five values: the quantile is an approximation (Cornish and Fisher 1938)
 * that holds from four degrees of freedom on.
 */
export function intervalOf(values: readonly number[]): Interval {
  if (values.length < 5) throw new RangeError(`An interval needs at least 5 seeds, not ${values.length}.`);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const freedom = values.length - 1;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / freedom;
  const half = studentQuantile(freedom) * Math.sqrt(variance / values.length);
  return { mean, low: mean - half, high: mean + half };
}

/** 97.5 % quantile of Student's t. */
function studentQuantile(freedom: number): number {
  const z = NORMAL;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}
