import { ANSWER_WIDTH, CONTEXTS, writeAnswerFeatures } from '../features/answer-features.ts';
import { logit } from '../features/log-odds.ts';
import { SKILL_SIGNS, SKILL_TABLE_FEATURE, SKILL_WIDTH, writeSkillFeatures } from '../features/skill-features.ts';
import { DEFAULT_PARAMETERS, type FittedWeights, type ReadinessParameters } from '../parameters.ts';
import { roundTo } from '../round.ts';
import { fitTables } from './fit-tables.ts';
import { fitWeights } from './fit-weights.ts';
import { type Answer, type Learned, runAnswers } from './run-answers.ts';

const FOLDS = 5;
const RIDGE = 5;
const WIDTH = SKILL_WIDTH + ANSWER_WIDTH;
/** What is known of questions is free to go either way: it is no part of a skill's score. */
const SIGNS: readonly number[] = [...SKILL_SIGNS, 1, ...new Array<number>(ANSWER_WIDTH - 1).fill(0)];

export interface FittedParameters {
  readonly parameters: ReadinessParameters;
  /** Difficulties as learned from the answers. */
  readonly learned: Learned;
}

export interface FitOptions {
  /** Whether the question and what came just before it count (default: they do). */
  readonly contexts?: boolean;
  /** Whether each skill has a table of its own beside the general one (default: it has). */
  readonly skillTables?: boolean;
}

/** The features of checks as they were before each answer, one row after the other, and the answers. */
export interface Examples {
  readonly rows: Float64Array;
  readonly values: Float64Array;
}

/**
 * Fits weights and tables on answers (in the order of time for each person), keeping the start's variances and decays.
 * Deterministic. The features that the weights are fitted on are cross-fitted by person: tables and difficulties
 * come from other people, as they do where the model is used. Weights of features that do not vary stay 0.
 */
export function fitParameters(
  answers: readonly Answer[],
  start: ReadinessParameters = DEFAULT_PARAMETERS,
  options: FitOptions = {},
): FittedParameters {
  const parameters = withIntercept(answers, start);
  const { rows, values } = crossFitted(answers, parameters);
  leaveOut(rows, options);
  return withWeights(answers, parameters, fitWeights(rows, values, SIGNS, RIDGE));
}

/** Makes features 0 throughout, so that their weights stay 0. */
function leaveOut(rows: Float64Array, { contexts = true, skillTables = true }: FitOptions): void {
  for (let end = WIDTH; end <= rows.length; end += WIDTH) {
    if (!contexts) rows.fill(0, end - CONTEXTS, end);
    if (!skillTables) rows[end - WIDTH + SKILL_TABLE_FEATURE] = 0;
  }
}

/** Weights and general table for several sets of answers at once, each with its own people, questions and skills. */
export function fitSharedWeights(
  sets: readonly (readonly Answer[])[],
  start: ReadinessParameters = DEFAULT_PARAMETERS,
): FittedWeights {
  const examples = sets.map((answers) => crossFitted(answers, withIntercept(answers, start)));
  const rows = new Float64Array(examples.reduce((sum, each) => sum + each.rows.length, 0));
  const values = new Float64Array(rows.length / WIDTH);
  let at = 0;
  for (const each of examples) {
    rows.set(each.rows, at * WIDTH);
    values.set(each.values, at);
    at += each.values.length;
  }
  leaveOut(rows, { contexts: false, skillTables: false });
  const together = sets.flatMap((answers, i) => answers.map((answer) => ofSet(answer, i)));
  const { intercept, skillWeights, answerWeights, table } = withWeights(
    together,
    start,
    fitWeights(rows, values, SIGNS, RIDGE),
  ).parameters;
  return { intercept, skillWeights, answerWeights, table };
}

function ofSet(answer: Answer, set: number): Answer {
  const name = (id: string) => `${set}:${id}`;
  const { personId, skillCode, itemId = '' } = answer;
  return { ...answer, personId: name(personId), skillCode: name(skillCode), itemId: name(itemId) };
}

/** Tables and difficulties from the answers, with weights given (skill features, then answer features). */
export function withWeights(
  answers: readonly Answer[],
  start: ReadinessParameters,
  weights: readonly number[],
): FittedParameters {
  const rounded = weights.map((weight) => roundTo(weight, 4));
  const { learned, parameters } = fitTables(answers, {
    ...withIntercept(answers, start),
    skillWeights: rounded.slice(0, SKILL_WIDTH),
    answerWeights: rounded.slice(SKILL_WIDTH),
  });
  return { learned, parameters };
}

function withIntercept(answers: readonly Answer[], start: ReadinessParameters): ReadinessParameters {
  const checks = answers.filter(({ kind }) => kind === 'check');
  if (checks.length === 0) return start;
  const share = checks.reduce((sum, { value }) => sum + value, 0) / checks.length;
  return { ...start, intercept: roundTo(logit(share), 4) };
}

function crossFitted(answers: readonly Answer[], parameters: ReadinessParameters): Examples {
  const folds = foldsByPerson(answers);
  const checks = answers.reduce((sum, { kind }) => sum + (kind === 'check' ? 1 : 0), 0);
  const rows = new Float64Array(checks * WIDTH);
  const values = new Float64Array(checks);
  let at = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const fitted = fitTables(
      answers.filter((_answer, i) => folds[i] !== fold),
      parameters,
    );
    runAnswers(
      answers.filter((_answer, i) => folds[i] === fold),
      fitted.learned,
      fitted.parameters,
      (before, answer) => {
        if (answer.kind !== 'check') return;
        const from = at * WIDTH;
        writeSkillFeatures(rows, from, before.state, before.person, before.skill, answer.moment, fitted.parameters);
        writeAnswerFeatures(rows, from + SKILL_WIDTH, before);
        values[at] = answer.value;
        at += 1;
      },
    );
  }
  return { rows, values };
}

/** The fold of each answer: people in the order of their first answer, dealt out in turn. */
export function foldsByPerson(answers: readonly Answer[], folds = FOLDS): Uint8Array {
  const order = new Map<string, number>();
  return Uint8Array.from(answers, ({ personId }) => {
    const index = order.get(personId) ?? order.size;
    order.set(personId, index);
    return index % folds;
  });
}
