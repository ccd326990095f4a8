import { tableCell, TABLE_CELLS } from '../features/skill-features.ts';
import { withOwn } from '../empty-states.ts';
import type { ReadinessParameters } from '../parameters.ts';
import { roundTo } from '../round.ts';
import type { UpdateInput } from '../types.ts';
import { fitContexts } from './fit-contexts.ts';
import { monotoneTable } from './monotone-table.ts';
import { type Answer, type Learned, runAnswers } from './run-answers.ts';
import { addAnswer, newSums, residuals, type Sums } from './sums.ts';

/** Ridges of the residual tables, in units of information (a quarter for an even chance). */
const TABLE_RIDGE = 20;
const SKILL_TABLE_RIDGE = 4;

/** Tables of what ability, item and skill leave unexplained, each learned from what the ones before it leave. */
export function fitTables(
  answers: readonly Answer[],
  start: ReadinessParameters,
): { learned: Learned; parameters: ReadinessParameters } {
  const parameters = { ...start, skillTables: undefined, contexts: undefined };
  const learned: Learned = { items: new Map(), skills: new Map() };
  runAnswers(answers, learned, parameters);
  const base = new Float64Array(answers.length);
  const cells = new Uint8Array(answers.length);
  runAnswers(
    answers,
    learned,
    parameters,
    (before, _answer, i) => {
      base[i] = baseLogOdds(before, parameters);
      cells[i] = tableCell(before.state);
    },
    true,
  );
  const table = generalTable(answers, base, cells);
  const skillTables = tablesBySkill(answers, base, cells, table);
  for (let i = 0; i < base.length; i += 1) {
    const own = skillTables.get(answers[i]?.skillCode ?? '');
    base[i] = (base[i] ?? 0) + (own?.[cells[i] ?? 0] ?? 0);
  }
  const contexts = fitContexts(answers, learned, parameters, base);
  const fitted = { ...parameters, table, skillTables, contexts };
  for (const [code, skill] of learned.skills) learned.skills.set(code, withOwn(skill, code, fitted));
  for (const [id, item] of learned.items) {
    const context = contexts.questions.get(id);
    if (context) learned.items.set(id, { ...item, context });
  }
  return { learned, parameters: fitted };
}

function baseLogOdds({ state, person, skill, item }: UpdateInput, { intercept }: ReadinessParameters): number {
  return intercept + person.mean + state.ability - skill.mean - (item?.mean ?? 0);
}

function generalTable(answers: readonly Answer[], base: Float64Array, cells: Uint8Array): number[] {
  const sums = newSums(TABLE_CELLS);
  answers.forEach((answer, i) => {
    if (answer.kind === 'check') addAnswer(sums, cells[i] ?? 0, answer.value, base[i] ?? 0);
  });
  return monotoneTable(residuals(sums, TABLE_RIDGE)).map((each) => roundTo(each, 3));
}

function tablesBySkill(
  answers: readonly Answer[],
  base: Float64Array,
  cells: Uint8Array,
  table: readonly number[],
): Map<string, number[]> {
  const bySkill = new Map<string, Sums>();
  answers.forEach((answer, i) => {
    if (answer.kind !== 'check') return;
    const sums = bySkill.get(answer.skillCode) ?? newSums(TABLE_CELLS);
    bySkill.set(answer.skillCode, sums);
    const cell = cells[i] ?? 0;
    addAnswer(sums, cell, answer.value, (base[i] ?? 0) + (table[cell] ?? 0));
  });
  return new Map(
    [...bySkill].map(([code, sums]) => {
      const own = residuals(sums, SKILL_TABLE_RIDGE).map((each, cell) => each + (table[cell] ?? 0));
      return [code, monotoneTable(own).map((each) => roundTo(each, 3))];
    }),
  );
}
