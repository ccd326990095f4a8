/** What fits the model: for the service and the benchmarks, no part of the page's module. */
export { type Accuracy, accuracyOf, answerLoss } from './accuracy.ts';
export {
  type FittedParameters,
  fitParameters,
  fitSharedWeights,
  foldsByPerson,
  withWeights,
} from './fit-parameters.ts';
export { advanceRun, type Answer, indexAnswers, type Learned, runAnswers, startRun } from './run-answers.ts';
export { calibrate, type Calibration, LEAST_CHECKS, LEAST_PEOPLE } from './calibrate.ts';
export { parseParameters, serializeParameters } from './serialize-parameters.ts';
