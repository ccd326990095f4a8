const BINS = 10;
const LEAST = 1e-9;

/** How well probabilities told answers apart (auc), and how close they were (log loss, calibration error). */
export interface Accuracy {
  readonly auc: number;
  readonly logLoss: number;
  readonly ece: number;
}

/**
 * Area under the ROC curve (ties count half; NaN where all answers are alike), mean log loss, and expected calibration
 * error over ten bins of equal width. `values` are 1 or 0.
 */
export function accuracyOf(probabilities: ArrayLike<number>, values: ArrayLike<number>): Accuracy {
  return { auc: auc(probabilities, values), logLoss: logLoss(probabilities, values), ece: ece(probabilities, values) };
}

function auc(probabilities: ArrayLike<number>, values: ArrayLike<number>): number {
  const count = values.length;
  const order = Uint32Array.from({ length: count }, (_unused, i) => i).sort(
    (a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0),
  );
  let passes = 0;
  let ranks = 0;
  for (let i = 0; i < count;) {
    const probability = probabilities[order[i] ?? 0];
    let end = i;
    while (end < count && probabilities[order[end] ?? 0] === probability) end += 1;
    for (let k = i; k < end; k += 1) {
      if (values[order[k] ?? 0] !== 1) continue;
      passes += 1;
      ranks += (i + end + 1) / 2;
    }
    i = end;
  }
  return (ranks - (passes * (passes + 1)) / 2) / (passes * (count - passes));
}

function logLoss(probabilities: ArrayLike<number>, values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += answerLoss(probabilities[i] ?? 0, values[i] ?? 0);
  return sum / values.length;
}

/** Log loss of one answer. */
export function answerLoss(probability: number, value: number): number {
  const chance = value === 1 ? probability : 1 - probability;
  return -Math.log(Math.max(LEAST, chance));
}

function ece(probabilities: ArrayLike<number>, values: ArrayLike<number>): number {
  const gaps = new Float64Array(BINS);
  for (let i = 0; i < values.length; i += 1) {
    const probability = probabilities[i] ?? 0;
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + probability - (values[i] ?? 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / values.length;
}
