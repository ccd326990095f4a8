import { sum } from './sum.ts';

/** One value with the standard error of its measurement. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

/** The mean of what the values are samples of, its standard error, and the variance between the true values. */
export interface PooledMean {
  readonly mean: number;
  readonly error: number;
  readonly between: number;
  readonly n: number;
}

/**
 * A random-effects mean: a value that is known badly counts less, and no value counts for everything because people
 * differ. The variance between people is DerSimonian and Laird's (Controlled Clinical Trials 7, 1986); the standard
 * error is Hartung and Knapp's (Statistics in Medicine 20, 2001), never smaller than the plain one, to be used with
 * Student's t of n − 1. Undefined without values; with one value the error is that of its measurement.
 */
export function pooledMean(values: readonly Measured[]): PooledMean | undefined {
  if (values.length === 0) return undefined;
  const between = varianceBetween(values);
  const weights = values.map(({ error }) => 1 / (error ** 2 + between));
  const total = sum(weights);
  const mean = sum(values.map(({ value }, i) => (weights[i] ?? 0) * value)) / total;
  const spread = sum(values.map(({ value }, i) => (weights[i] ?? 0) * (value - mean) ** 2));
  const inflation = values.length > 1 ? Math.max(1, spread / (values.length - 1)) : 1;
  return { mean, error: Math.sqrt(inflation / total), between, n: values.length };
}

function varianceBetween(values: readonly Measured[]): number {
  const weights = values.map(({ error }) => 1 / error ** 2);
  const total = sum(weights);
  const mean = sum(values.map(({ value }, i) => (weights[i] ?? 0) * value)) / total;
  const q = sum(values.map(({ value }, i) => (weights[i] ?? 0) * (value - mean) ** 2));
  const scale = total - sum(weights.map((weight) => weight ** 2)) / total;
  return scale > 0 ? Math.max(0, (q - (values.length - 1)) / scale) : 0;
}
