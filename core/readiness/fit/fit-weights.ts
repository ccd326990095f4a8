import { logistic } from '../features/log-odds.ts';

const ROUNDS = 8;
const SWEEPS = 300;
const CLOSE_ENOUGH = 1e-7;

/**
 * Ridge logistic regression with the sign of each weight given (0: free), by Newton's method; the bounded quadratic
 * problem of each step is solved one coordinate at a time. The first feature is the constant 1. `rows` holds one
 * answer after the other; the ridge is in units of each feature's spread.
 */
export function fitWeights(
  rows: Float64Array,
  values: Float64Array,
  signs: readonly number[],
  ridge: number,
): number[] {
  const width = signs.length;
  const penalty = spreads(rows, width).map((variance) => ridge * variance);
  const weights = new Array<number>(width).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { gradient, hessian } = derivatives(rows, values, weights);
    for (let j = 0; j < width; j += 1) {
      hessian[j * width + j] = (hessian[j * width + j] ?? 0) + (penalty[j] ?? 0);
      gradient[j] = (gradient[j] ?? 0) - (penalty[j] ?? 0) * (weights[j] ?? 0);
    }
    const step = boundedStep(gradient, hessian, weights, signs);
    for (let j = 0; j < width; j += 1) weights[j] = (weights[j] ?? 0) + (step[j] ?? 0);
    if (step.every((move) => Math.abs(move) < CLOSE_ENOUGH)) break;
  }
  return weights;
}

function spreads(rows: Float64Array, width: number): number[] {
  const count = rows.length / width;
  return Array.from({ length: width }, (_unused, j) => {
    let [sum, squares] = [0, 0];
    for (let i = j; i < rows.length; i += width) {
      sum += rows[i] ?? 0;
      squares += (rows[i] ?? 0) ** 2;
    }
    return j === 0 ? 1 : Math.max(0, squares / count - (sum / count) ** 2);
  });
}

function derivatives(rows: Float64Array, values: Float64Array, weights: readonly number[]) {
  const width = weights.length;
  const gradient = new Float64Array(width);
  const hessian = new Float64Array(width * width);
  for (let i = 0; i < values.length; i += 1) {
    const from = i * width;
    let logOdds = 0;
    for (let j = 0; j < width; j += 1) logOdds += (weights[j] ?? 0) * (rows[from + j] ?? 0);
    const chance = logistic(logOdds);
    const surprise = (values[i] ?? 0) - chance;
    const information = chance * (1 - chance);
    for (let j = 0; j < width; j += 1) {
      const feature = rows[from + j] ?? 0;
      if (feature === 0) continue;
      gradient[j] = (gradient[j] ?? 0) + surprise * feature;
      const scaled = information * feature;
      for (let k = 0; k <= j; k += 1)
        hessian[j * width + k] = (hessian[j * width + k] ?? 0) + scaled * (rows[from + k] ?? 0);
    }
  }
  for (let j = 0; j < width; j += 1) {
    for (let k = 0; k < j; k += 1) hessian[k * width + j] = hessian[j * width + k] ?? 0;
  }
  return { gradient, hessian };
}

/** The step that a weight of the wrong sign stops at 0. */
function boundedStep(
  gradient: Float64Array,
  hessian: Float64Array,
  weights: readonly number[],
  signs: readonly number[],
): number[] {
  const width = weights.length;
  const step = new Array<number>(width).fill(0);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let largest = 0;
    for (let j = 0; j < width; j += 1) {
      const curvature = hessian[j * width + j] ?? 0;
      // A feature that never varies, such as recency where there are no times, keeps its weight.
      if (curvature < 1e-6) continue;
      let slope = gradient[j] ?? 0;
      for (let k = 0; k < width; k += 1) slope -= (hessian[j * width + k] ?? 0) * (step[k] ?? 0);
      let next = (step[j] ?? 0) + slope / curvature;
      const bound = -(weights[j] ?? 0);
      if ((signs[j] ?? 0) > 0) next = Math.max(next, bound);
      if ((signs[j] ?? 0) < 0) next = Math.min(next, bound);
      largest = Math.max(largest, Math.abs(next - (step[j] ?? 0)));
      step[j] = next;
    }
    if (largest < CLOSE_ENOUGH) break;
  }
  return step;
}
