import { emptyItem, emptyPerson, emptySkill, emptyState } from '../empty-states.ts';
import { observe } from '../observe.ts';
import type { ReadinessParameters } from '../parameters.ts';
import type { ItemState, Observation, PersonState, ReadinessState, SkillState, UpdateInput } from '../types.ts';

/** One piece of evidence of one person. */
export interface Answer extends Observation {
  readonly personId: string;
}

/** What is known before or between answers. */
export interface Learned {
  readonly items: Map<string, ItemState>;
  readonly skills: Map<string, SkillState>;
}

interface Known {
  person: PersonState;
  readonly states: Map<string, ReadinessState>;
}

/**
 * Goes through answers in the order given, which must be that of time for each person. `atAnswer` sees what is known
 * strictly before the answer counts. People start from nothing; items and skills from `learned`, which is brought up
 * to date unless `frozen`.
 */
export function runAnswers(
  answers: readonly Answer[],
  { items, skills }: Learned,
  parameters: ReadinessParameters,
  atAnswer: (before: UpdateInput, answer: Answer, index: number) => void = () => undefined,
  frozen = false,
): void {
  const people = new Map<string, Known>();
  const nobody = emptyPerson(0, parameters);
  const nothing = emptyState(parameters);
  const unasked = emptyItem(parameters);
  let index = 0;
  let last: string | undefined;
  let known: Known = { person: nobody, states: new Map() };
  for (const answer of answers) {
    const { personId, skillCode, itemId } = answer;
    if (personId !== last) {
      known = people.get(personId) ?? { person: nobody, states: new Map() };
      people.set(personId, known);
      last = personId;
    }
    const before = {
      state: known.states.get(skillCode) ?? nothing,
      person: known.person,
      skill: skills.get(skillCode) ?? emptySkill(parameters, skillCode),
      item: itemId === undefined ? undefined : (items.get(itemId) ?? unasked),
    };
    atAnswer(before, answer, index);
    const after = observe(before, answer, parameters);
    known.person = after.person;
    known.states.set(skillCode, after.state);
    if (!frozen) {
      skills.set(skillCode, after.skill);
      if (itemId !== undefined && after.item !== undefined) items.set(itemId, after.item);
    }
    index += 1;
  }
}
