import type { ReadinessParameters } from '../parameters.ts';
import type { PersonState, ReadinessState, SkillState } from '../types.ts';
import { decayOf, recency } from './time.ts';

/** The residual tables go from 0 to this many passed and missed checks; more count as this many. */
export const MOST_COUNTED = 7;
const SIDE = MOST_COUNTED + 1;
/** Cells of a residual table: passes × {@link SIDE} + misses. */
export const TABLE_CELLS = SIDE * SIDE;

/** What the score of a skill is made of, in the order of `parameters.skillWeights`. */
export const SKILL_FEATURES = [
  'intercept',
  'person',
  'ability',
  'easiness',
  'table',
  'skillTable',
  'skillResidual',
  'personResidual',
  'skillStreak',
  'personStreak',
  'personPasses',
  'personMisses',
  'successes',
  'failures',
  'recency',
] as const;

/**
 * The sign each weight must have, so that a success never lowers a score, a failure never raises it and waiting never
 * raises it: every feature moves one way with a success, and a weight of the other sign would turn that round.
 */
export const SKILL_SIGNS: readonly (-1 | 0 | 1)[] = [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1, 1];

export const SKILL_WIDTH = SKILL_FEATURES.length;
/** Where features are that are needed by themselves. */
export const PERSON_FEATURE = 1;
export const ABILITY_FEATURE = 2;
export const SKILL_TABLE_FEATURE = 5;

/** The cell of a residual table for a person in a skill. */
export function tableCell({ passes, misses }: ReadinessState): number {
  return Math.min(passes, MOST_COUNTED) * SIDE + Math.min(misses, MOST_COUNTED);
}

/** Writes the features of a skill at `now` (epoch milliseconds) into `row` from `at` on. */
export function writeSkillFeatures(
  row: Float64Array,
  at: number,
  state: ReadinessState,
  person: PersonState,
  skill: SkillState,
  now: number,
  parameters: ReadinessParameters,
): void {
  const cell = tableCell(state);
  const general = parameters.table[cell] ?? 0;
  row[at] = 1;
  row[at + PERSON_FEATURE] = person.mean;
  row[at + ABILITY_FEATURE] = state.ability;
  row[at + 3] = -skill.mean;
  row[at + 4] = general;
  row[at + SKILL_TABLE_FEATURE] = skill.table?.[cell] ?? general;
  row[at + 6] = state.residual;
  row[at + 7] = person.residual;
  row[at + 8] = signedLog(state.streak);
  row[at + 9] = signedLog(person.streak);
  row[at + 10] = logOfCount(person.passes);
  row[at + 11] = logOfCount(person.misses);
  row[at + 12] = Math.log(1 + state.successes * decayOf(state, now, parameters));
  // Failures count in full until new evidence arrives: waiting alone makes nobody better.
  row[at + 13] = Math.log(1 + state.failures);
  row[at + 14] = recency(state, now);
}

/** log(1 + n) of small whole numbers: the logarithms would be most of a prediction's cost. */
const LOGS = Float64Array.from({ length: 1024 }, (_unused, n) => Math.log(1 + n));

function logOfCount(count: number): number {
  return LOGS[count] ?? Math.log(1 + count);
}

function signedLog(streak: number): number {
  return streak < 0 ? -logOfCount(-streak) : logOfCount(streak);
}
