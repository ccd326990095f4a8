import type { Answer } from '../../core/readiness/fit/index.ts';

/** Learns from one set of answers, then predicts each of another strictly before it is seen. */
export type Baseline = (train: readonly Answer[], test: readonly Answer[]) => Float64Array;

const EPOCHS = 12;

const sigmoid = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

class Weights {
  private readonly values = new Map<string, { weight: number; squares: number }>();

  get(key: string): number {
    return this.values.get(key)?.weight ?? 0;
  }

  /** One step of AdaGrad (Duchi et al. 2011) with a ridge. */
  move(key: string, gradient: number, ridge: number): void {
    const entry = this.values.get(key) ?? { weight: 0, squares: 1 };
    this.values.set(key, entry);
    const slope = gradient - ridge * entry.weight;
    entry.squares += slope * slope;
    entry.weight += (0.3 * slope) / Math.sqrt(entry.squares);
  }
}

/** A person's own share of right answers so far, from the share of all to begin with. */
export const runningAverage: Baseline = (train, test) => {
  const share = train.reduce((sum, { value }) => sum + value, 0) / Math.max(1, train.length);
  const people = new Map<string, { passed: number; count: number }>();
  return Float64Array.from(test, ({ personId, value }) => {
    const known = people.get(personId) ?? { passed: 2 * share, count: 2 };
    people.set(personId, known);
    const probability = known.passed / known.count;
    known.passed += value;
    known.count += 1;
    return probability;
  });
};

/** Item response theory (Rasch 1960): question difficulties from training; ability follows each answer. */
export const itemResponse: Baseline = (train, test) => {
  const weights = new Weights();
  const run = (answers: readonly Answer[], learn: boolean) => {
    const abilities = new Map<string, { mean: number; variance: number }>();
    return Float64Array.from(answers, ({ personId, itemId = '', value }) => {
      const known = abilities.get(personId) ?? { mean: 0, variance: 1 };
      abilities.set(personId, known);
      const probability = sigmoid(weights.get('') + known.mean + weights.get(itemId));
      const surprise = value - probability;
      if (learn) {
        weights.move('', surprise, 0);
        weights.move(itemId, surprise, 0.02);
      }
      known.variance = 1 / (1 / known.variance + probability * (1 - probability));
      known.mean += known.variance * surprise;
      return probability;
    });
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) run(train, true);
  return run(test, false);
};

/** Performance factors analysis (Pavlik et al. 2009): skill easiness, and each skill's own worth of passes and misses. */
export const performanceFactors: Baseline = (train, test) => {
  const weights = new Weights();
  const run = (answers: readonly Answer[], learn: boolean) => {
    const counts = new Map<string, { passes: number; misses: number }>();
    return Float64Array.from(answers, ({ personId, skillCode, value }) => {
      const key = `${personId} ${skillCode}`;
      const known = counts.get(key) ?? { passes: 0, misses: 0 };
      counts.set(key, known);
      const [easy, pass, miss] = [`${skillCode}`, `${skillCode} pass`, `${skillCode} miss`];
      const [passes, misses] = [Math.min(known.passes, 30) / 10, Math.min(known.misses, 30) / 10];
      const probability = sigmoid(weights.get(easy) + passes * weights.get(pass) + misses * weights.get(miss));
      const surprise = value - probability;
      if (learn) {
        weights.move(easy, surprise, 0.001);
        weights.move(pass, surprise * passes, 0.001);
        weights.move(miss, surprise * misses, 0.001);
      }
      known.passes += value;
      known.misses += 1 - value;
      return probability;
    });
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) run(train, true);
  return run(test, false);
};
