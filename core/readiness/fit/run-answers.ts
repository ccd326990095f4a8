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

/** Everything known, by the numbers of an {@link AnswerIndex}: looking ids up would take longer than the model. */
export interface Run {
  readonly index: AnswerIndex;
  readonly people: PersonState[];
  readonly states: ReadinessState[];
  readonly skills: SkillState[];
  readonly items: ItemState[];
}

/** The answers' ids as numbers; `state` numbers a person in a skill, and no item is −1. */
export interface AnswerIndex {
  readonly answers: readonly Answer[];
  readonly person: Int32Array;
  readonly skill: Int32Array;
  readonly item: Int32Array;
  readonly state: Int32Array;
  readonly people: number;
  readonly states: number;
  readonly skillCodes: readonly string[];
  readonly itemIds: readonly string[];
}

/** Numbers what the answers speak of. */
export function indexAnswers(answers: readonly Answer[]): AnswerIndex {
  const [people, skills, items] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const states = new Map<string, number>();
  const number = (map: Map<string, number>, id: string) => {
    const found = map.get(id) ?? map.size;
    map.set(id, found);
    return found;
  };
  const person = Int32Array.from(answers, ({ personId }) => number(people, personId));
  const skill = Int32Array.from(answers, ({ skillCode }) => number(skills, skillCode));
  const item = Int32Array.from(answers, ({ itemId }) => (itemId === undefined ? -1 : number(items, itemId)));
  const state = person.map((each, i) => number(states, `${each} ${skill[i] ?? 0}`));
  return {
    answers,
    person,
    skill,
    item,
    state,
    people: people.size,
    states: states.size,
    skillCodes: [...skills.keys()],
    itemIds: [...items.keys()],
  };
}

/** People about whom nothing is known, with items and skills as learned. */
export function startRun(index: AnswerIndex, { items, skills }: Learned, parameters: ReadinessParameters): Run {
  const nobody = emptyPerson(0, parameters);
  const nothing = emptyState(parameters);
  return {
    index,
    people: Array.from({ length: index.people }, () => nobody),
    states: Array.from({ length: index.states }, () => nothing),
    skills: index.skillCodes.map((code) => skills.get(code) ?? emptySkill(parameters, code)),
    items: index.itemIds.map((id) => items.get(id) ?? emptyItem(parameters, id)),
  };
}

/**
 * Goes through the answers in the order given, which must be that of time for each person. `atAnswer` sees what is
 * known strictly before the answer counts. `frozen` keeps items and skills as they were.
 */
export function advanceRun(
  run: Run,
  parameters: ReadinessParameters,
  atAnswer: (before: UpdateInput, answer: Answer, index: number) => void = () => undefined,
  frozen = false,
): void {
  const { index, people, states, skills, items } = run;
  for (let i = 0; i < index.answers.length; i += 1) {
    const answer = index.answers[i] as Answer;
    const [personAt, stateAt] = [index.person[i] as number, index.state[i] as number];
    const [skillAt, itemAt] = [index.skill[i] as number, index.item[i] as number];
    const before: UpdateInput = {
      state: states[stateAt] as ReadinessState,
      person: people[personAt] as PersonState,
      skill: skills[skillAt] as SkillState,
      item: itemAt < 0 ? undefined : items[itemAt],
    };
    atAnswer(before, answer, i);
    const after = observe(before, answer, parameters);
    people[personAt] = after.person;
    states[stateAt] = after.state;
    if (frozen) continue;
    skills[skillAt] = after.skill;
    if (itemAt >= 0 && after.item !== undefined) items[itemAt] = after.item;
  }
}

/** {@link advanceRun} from `learned`, which is brought up to date at the end unless `frozen`. */
export function runAnswers(
  answers: readonly Answer[],
  learned: Learned,
  parameters: ReadinessParameters,
  atAnswer?: (before: UpdateInput, answer: Answer, index: number) => void,
  frozen = false,
): void {
  const run = startRun(indexAnswers(answers), learned, parameters);
  advanceRun(run, parameters, atAnswer, frozen);
  if (frozen) return;
  run.index.skillCodes.forEach((code, i) => learned.skills.set(code, run.skills[i] as SkillState));
  run.index.itemIds.forEach((id, i) => learned.items.set(id, run.items[i] as ItemState));
}
