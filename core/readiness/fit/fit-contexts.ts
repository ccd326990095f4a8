import {
  type AnswerContexts,
  answerSlot,
  levelSlot,
  QUESTION_SLOTS,
  SKILL_SLOTS,
} from '../features/answer-features.ts';
import { tableCell } from '../features/skill-features.ts';
import type { ReadinessParameters } from '../parameters.ts';
import type { ContextResiduals } from '../types.ts';
import { type Answer, type Learned, runAnswers } from './run-answers.ts';
import { addAnswer, newSums, residuals, type Sums } from './sums.ts';

const QUESTION_RIDGE = 4;
const SKILL_RIDGE = 8;
/** In units of an answer's information: a quarter for an even chance. */
const LEAST_INFORMATION = 0.15;

interface ContextSums {
  readonly after: Map<string, Sums>;
  readonly own: Sums;
}

/**
 * What question, skill and the answer just before leave unexplained. `base` holds the log-odds of each answer by all
 * else; `learned` is not changed.
 */
export function fitContexts(
  answers: readonly Answer[],
  learned: Learned,
  parameters: ReadinessParameters,
  base: Float64Array,
): AnswerContexts {
  const questions = new Map<string, ContextSums>();
  const skills = new Map<string, ContextSums>();
  runAnswers(
    answers,
    learned,
    parameters,
    ({ person, state }, { kind, itemId = '', skillCode, value }, i) => {
      if (kind !== 'check') return;
      const logOdds = base[i] ?? 0;
      const question = sumsOf(questions, itemId, QUESTION_SLOTS.own);
      const skill = sumsOf(skills, skillCode, SKILL_SLOTS.own);
      const before = afterOf(question, person.lastItem, QUESTION_SLOTS.after);
      addAnswer(before, answerSlot(person.streak), value, logOdds);
      addAnswer(question.own, answerSlot(state.streak), value, logOdds);
      addAnswer(question.own, levelSlot(person, state), value, logOdds);
      addAnswer(afterOf(skill, person.lastSkill, SKILL_SLOTS.after), 0, value, logOdds);
      addAnswer(skill.own, tableCell(state), value, logOdds);
    },
    true,
  );
  return { questions: residualsOf(questions, QUESTION_RIDGE), skills: residualsOf(skills, SKILL_RIDGE) };
}

function sumsOf(all: Map<string, ContextSums>, key: string, slots: number): ContextSums {
  const found = all.get(key);
  if (found !== undefined) return found;
  const created = { after: new Map<string, Sums>(), own: newSums(slots) };
  all.set(key, created);
  return created;
}

function afterOf({ after }: ContextSums, key = '', slots: number): Sums {
  const found = after.get(key);
  if (found !== undefined) return found;
  const created = newSums(slots);
  after.set(key, created);
  return created;
}

/** Leaves out what too few answers tell about. */
function residualsOf(all: ReadonlyMap<string, ContextSums>, ridge: number): Map<string, ContextResiduals> {
  const found = new Map<string, ContextResiduals>();
  for (const [key, { after, own }] of all) {
    if (informationOf(own) < LEAST_INFORMATION) continue;
    const told = [...after].filter(([_before, sums]) => informationOf(sums) >= LEAST_INFORMATION);
    found.set(key, {
      after: new Map(told.map(([before, sums]) => [before, residuals(sums, ridge)])),
      own: residuals(own, ridge),
    });
  }
  return found;
}

function informationOf({ information }: Sums): number {
  return information.reduce((sum, each) => sum + each, 0);
}
