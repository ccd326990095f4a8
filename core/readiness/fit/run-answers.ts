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

/** One place in memory for each estimate: a map is searched once an answer, not twice. */
interface Held<T> {
  now: T;
}

interface Known {
  person: PersonState;
  readonly states: Map<string, Held<ReadinessState>>;
}

/**
 * Goes through answers in the order given, which must be that of time for each person. `atAnswer` sees what is known
 * strictly before the answer counts. People start from nothing; items and skills from `learned`, which is brought up
 * to date at the end unless `frozen`.
 */
export function runAnswers(
  answers: readonly Answer[],
  learned: Learned,
  parameters: ReadinessParameters,
  atAnswer: (before: UpdateInput, answer: Answer, index: number) => void = () => undefined,
  frozen = false,
): void {
  const people = new Map<string, Known>();
  const items = new Map<string, Held<ItemState>>();
  const skills = new Map<string, Held<SkillState>>();
  const nobody = emptyPerson(0, parameters);
  const nothing = emptyState(parameters);
  let last: string | undefined;
  let known: Known = { person: nobody, states: new Map() };
  for (let i = 0; i < answers.length; i += 1) {
    const answer = answers[i] as Answer;
    const { personId, skillCode, itemId } = answer;
    if (personId !== last) {
      known = people.get(personId) ?? { person: nobody, states: new Map() };
      people.set(personId, known);
      last = personId;
    }
    const state = known.states.get(skillCode) ?? hold(known.states, skillCode, nothing);
    const skill =
      skills.get(skillCode) ??
      hold(skills, skillCode, learned.skills.get(skillCode) ?? emptySkill(parameters, skillCode));
    const item =
      itemId === undefined
        ? undefined
        : (items.get(itemId) ?? hold(items, itemId, learned.items.get(itemId) ?? emptyItem(parameters, itemId)));
    const before = { state: state.now, person: known.person, skill: skill.now, item: item?.now };
    atAnswer(before, answer, i);
    const after = observe(before, answer, parameters);
    known.person = after.person;
    state.now = after.state;
    if (frozen) continue;
    skill.now = after.skill;
    if (item && after.item) item.now = after.item;
  }
  if (frozen) return;
  for (const [code, skill] of skills) learned.skills.set(code, skill.now);
  for (const [id, item] of items) learned.items.set(id, item.now);
}

function hold<T>(map: Map<string, Held<T>>, key: string, now: T): Held<T> {
  const held = { now };
  map.set(key, held);
  return held;
}
