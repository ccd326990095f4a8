import type { ContextResiduals, PersonState, ReadinessState, UpdateInput } from '../types.ts';
import { tableCell, TABLE_CELLS } from './skill-features.ts';

/** What a question is and what came just before it: a fixed curriculum makes it tell much. */
export interface AnswerContexts {
  readonly questions: ReadonlyMap<string, ContextResiduals>;
  readonly skills: ReadonlyMap<string, ContextResiduals>;
}

/**
 * What the probability of one answer takes beside the skill's features, in the order of `parameters.answerWeights`:
 * the question's easiness, whether nobody answered it yet, then one residual of each context.
 */
export const ANSWER_FEATURES = [
  'itemEasiness',
  'newItem',
  'afterQuestion',
  'afterSkill',
  'skillPosition',
  'itemAfterSkillAnswer',
  'itemLevel',
] as const;

export const ANSWER_WIDTH = ANSWER_FEATURES.length;
/** How many of them, the last ones, are residuals of contexts. */
export const CONTEXTS = ANSWER_WIDTH - 2;

/** Slots of a question's `own` and `after`, and of a skill's. */
export const QUESTION_SLOTS = { own: 11, after: 3 };
export const SKILL_SLOTS = { own: TABLE_CELLS, after: 1 };

/** Slot by the answer that a streak ends with: missed 0, none 1, passed 2. */
export function answerSlot(streak: number): number {
  return 1 + Math.sign(streak);
}

/** Slot in a question's `own` by the level of ability, in eight steps of half a log-odd. */
export function levelSlot(person: PersonState, state: ReadinessState): number {
  const level = Math.floor((person.mean + state.ability + 2) * 2);
  return 3 + Math.max(0, Math.min(7, level));
}

/** Writes the features of one question, for a person as before the answer, into `row` from `at` on. */
export function writeAnswerFeatures(row: Float64Array, at: number, { state, person, skill, item }: UpdateInput): void {
  const question = item?.context;
  const before = question === undefined || question.after.size === 0 ? undefined : question.after;
  row[at] = item === undefined ? 0 : -item.mean;
  row[at + 1] = item === undefined || item.count === 0 ? 1 : 0;
  row[at + 2] = before?.get(person.lastItem ?? '')?.[answerSlot(person.streak)] ?? 0;
  row[at + 3] = skill.context?.after.get(person.lastSkill ?? '')?.[0] ?? 0;
  row[at + 4] = skill.context?.own[tableCell(state)] ?? 0;
  row[at + 5] = question?.own[answerSlot(state.streak)] ?? 0;
  row[at + 6] = question?.own[levelSlot(person, state)] ?? 0;
}
