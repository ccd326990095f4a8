import { DAY } from '../situation/index.ts';
import { emptyPerson, emptySkill, emptyState, predict, replayEvidence } from './index.ts';
import type { Evidence, UpdateInput } from './types.ts';

/** The day on which the evidence of these tests begins. */
const START = Date.UTC(2026, 0, 5, 9);
/** So many days later. */
export const day = (days: number) => new Date(START + days * DAY);

let serial = 0;
/** An answer of Ana to a new question of skill `a`. */
export function check(days: number, value: number, change: Partial<Evidence> = {}): Evidence {
  serial += 1;
  const id = `e${String(serial).padStart(4, '0')}`;
  return {
    id,
    kind: 'check',
    personId: 'ana',
    skillCode: 'a',
    itemId: id,
    at: day(days).toISOString(),
    value,
    ...change,
  };
}

/** What a replay of the evidence knows of Ana in skill `a`. */
export function after(evidence: readonly Evidence[]): UpdateInput {
  const { people, skills } = replayEvidence({ evidence });
  const ana = people.get('ana');
  return {
    state: ana?.states.get('a') ?? emptyState(),
    person: ana?.person ?? emptyPerson(),
    skill: skills.get('a') ?? emptySkill(),
  };
}

/** The score so many days later. */
export const scoreOf = ({ state, person, skill }: UpdateInput, days: number) =>
  predict(state, person, skill, day(days));
