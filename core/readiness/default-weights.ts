import type { FittedWeights } from './parameters.ts';

/** Written by `npm run fit:readiness`. */
export const DEFAULT_WEIGHTS: FittedWeights = {
  intercept: 0.65,
  skillWeights: [0.24, 0.77, 0.48, 0.88, 0.5, 1, 0, 0.09, 0.07, 0.05, 0.083, -0.097, 0.05, -0.1, 0.4],
  answerWeights: [0.9, -0.05, 0, 0, 0, 0, 0],
  table: [],
};
