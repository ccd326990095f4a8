import { DEFAULT_PARAMETERS, type ReadinessParameters } from '../parameters.ts';
import { predictAnswer } from '../predict-answer.ts';
import { roundTo } from '../round.ts';
import { type Accuracy, accuracyOf, answerLoss } from './accuracy.ts';
import { type FittedParameters, fitParameters, foldsByPerson } from './fit-parameters.ts';
import { type Answer, runAnswers } from './run-answers.ts';

/** With fewer checks or people than this a fit follows chance: the defaults stay. */
export const LEAST_CHECKS = 2000;
export const LEAST_PEOPLE = 30;
const FOLDS = 5;
/** Standard deviations on each side of a 95 % interval. */
const WIDTH_95 = 1.96;

export interface Calibration {
  readonly checks: number;
  readonly people: number;
  /** `tooLittle`: not tried; `noGain`: not surely better than the defaults, which stay; `better`: to be used. */
  readonly outcome: 'tooLittle' | 'noGain' | 'better';
  /** Cross-validated by person: with the defaults, and with parameters fitted on other people. */
  readonly before?: Accuracy;
  readonly after?: Accuracy;
  /** By how much the log loss of an answer falls, with a 95 % interval over people. */
  readonly gain?: { readonly mean: number; readonly lower: number; readonly upper: number };
  /** Fitted on everybody; only where the outcome is `better`. */
  readonly parameters?: ReadinessParameters;
}

/**
 * Fits the parameters on an org's own answers and compares them, on people they were not fitted on, with those in
 * `start`. Answers must be in the order of time. Deterministic. `version` is written into states that the fitted
 * parameters give.
 */
export function calibrate(
  answers: readonly Answer[],
  version: string,
  start: ReadinessParameters = DEFAULT_PARAMETERS,
): Calibration {
  const checked = answers.filter(({ kind }) => kind === 'check');
  const counts = { checks: checked.length, people: new Set(checked.map(({ personId }) => personId)).size };
  if (counts.checks < LEAST_CHECKS || counts.people < LEAST_PEOPLE) return { ...counts, outcome: 'tooLittle' };
  const before: number[] = [];
  const after: number[] = [];
  const values: number[] = [];
  const gains = new Map<string, number[]>();
  const folds = foldsByPerson(answers, FOLDS);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const train = answers.filter((_answer, i) => folds[i] !== fold);
    const test = answers.filter((_answer, i) => folds[i] === fold);
    const old = predictions(test, withDefaults(train, start));
    const fitted = predictions(test, fitParameters(train, start, { contexts: false }));
    for (const [i, answer] of test.filter(({ kind }) => kind === 'check').entries()) {
      const [was, is] = [old[i] ?? NaN, fitted[i] ?? NaN];
      before.push(was);
      after.push(is);
      values.push(answer.value);
      const own = gains.get(answer.personId) ?? [];
      gains.set(answer.personId, own);
      own.push(answerLoss(was, answer.value) - answerLoss(is, answer.value));
    }
  }
  const gain = gainOf([...gains.values()]);
  const report = { ...counts, before: accuracyOf(before, values), after: accuracyOf(after, values), gain };
  if (gain.lower <= 0) return { ...report, outcome: 'noGain' };
  const { parameters } = fitParameters(answers, start, { contexts: false });
  return { ...report, outcome: 'better', parameters: { ...parameters, contexts: undefined, version } };
}

function withDefaults(train: readonly Answer[], parameters: ReadinessParameters): FittedParameters {
  const learned = { items: new Map(), skills: new Map() };
  runAnswers(train, learned, parameters);
  return { parameters, learned };
}

/** The probability of each check, strictly before its answer. */
function predictions(test: readonly Answer[], { parameters, learned }: FittedParameters): number[] {
  const found: number[] = [];
  runAnswers(test, learned, parameters, (before, { kind, moment }) => {
    if (kind === 'check') found.push(predictAnswer(before, moment, parameters));
  });
  return found;
}

/** The mean over answers, and its interval where a person's answers go together (a ratio estimate over people). */
function gainOf(people: readonly (readonly number[])[]): { mean: number; lower: number; upper: number } {
  const count = people.reduce((sum, own) => sum + own.length, 0);
  const sumOf = (own: readonly number[]) => own.reduce((sum, each) => sum + each, 0);
  const mean = people.reduce((sum, own) => sum + sumOf(own), 0) / count;
  const squares = people.reduce((sum, own) => sum + (sumOf(own) - mean * own.length) ** 2, 0);
  const error = Math.sqrt((squares * people.length) / (people.length - 1)) / count;
  return {
    mean: roundTo(mean, 6),
    lower: roundTo(mean - WIDTH_95 * error, 6),
    upper: roundTo(mean + WIDTH_95 * error, 6),
  };
}
