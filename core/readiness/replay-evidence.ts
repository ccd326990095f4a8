import { emptyItem, emptyPerson, emptySkill, emptyState } from './empty-states.ts';
import { momentOf } from './evidence-moment.ts';
import { orderEvidence } from './order-evidence.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import type { Contribution, Evidence, ItemState, PersonState, ReadinessState, SkillState } from './types.ts';
import { update } from './update.ts';

/** How many contributions are kept for each person and skill. */
const KEPT_CONTRIBUTIONS = 20;

/** One person in a replay. */
export interface ReplayedPerson {
  person: PersonState;
  readonly states: Map<string, ReadinessState>;
  /** Latest first, at most 20 a skill. */
  readonly contributions: Map<string, Contribution[]>;
}

export interface Replay {
  readonly people: Map<string, ReplayedPerson>;
  readonly items: Map<string, ItemState>;
  readonly skills: Map<string, SkillState>;
}

export interface ReplayInput {
  /** In any order. */
  readonly evidence: readonly Evidence[];
  /** People to hold even without evidence, and the ability each starts from. */
  readonly people?: readonly { readonly personId: string; readonly prior?: number }[];
  /** Difficulties to start from. */
  readonly items?: ReadonlyMap<string, ItemState>;
  readonly skills?: ReadonlyMap<string, SkillState>;
  /** Moments (epoch milliseconds, ascending) at which to look at the replay. */
  readonly checkpoints?: readonly number[];
  readonly parameters?: ReadinessParameters;
}

/**
 * Goes through everybody's evidence in its one order, so that difficulties of items and skills are learned from
 * all. `atCheckpoint` sees the replay with all evidence up to and including that moment; it must not change it.
 */
export function replayEvidence(
  { evidence, people = [], items, skills, checkpoints = [], parameters = DEFAULT_PARAMETERS }: ReplayInput,
  atCheckpoint: (moment: number, replay: Replay) => void = () => undefined,
): Replay {
  const replay: Replay = { people: new Map(), items: new Map(items), skills: new Map(skills) };
  for (const { personId, prior } of people) replay.people.set(personId, newPerson(prior, parameters));
  let next = 0;
  const passCheckpoints = (until: number) => {
    for (let moment = checkpoints[next]; moment !== undefined && moment < until; moment = checkpoints[next]) {
      atCheckpoint(moment, replay);
      next += 1;
    }
  };
  for (const piece of orderEvidence(evidence)) {
    passCheckpoints(momentOf(piece));
    apply(replay, piece, parameters);
  }
  passCheckpoints(Infinity);
  return replay;
}

function apply({ people, items, skills }: Replay, piece: Evidence, parameters: ReadinessParameters): void {
  const { personId, skillCode, itemId } = piece;
  const known = people.get(personId) ?? newPerson(0, parameters);
  const result = update(
    {
      state: known.states.get(skillCode) ?? emptyState(parameters),
      person: known.person,
      skill: skills.get(skillCode) ?? emptySkill(parameters, skillCode),
      item: itemId === undefined ? undefined : (items.get(itemId) ?? emptyItem(parameters, itemId)),
    },
    piece,
    parameters,
  );
  known.person = result.person;
  known.states.set(skillCode, result.state);
  keep(known.contributions, skillCode, result.contribution);
  people.set(personId, known);
  skills.set(skillCode, result.skill);
  if (itemId !== undefined && result.item) items.set(itemId, result.item);
}

function keep(contributions: Map<string, Contribution[]>, skillCode: string, contribution: Contribution): void {
  const list = contributions.get(skillCode);
  if (!list) {
    contributions.set(skillCode, [contribution]);
    return;
  }
  list.unshift(contribution);
  if (list.length > KEPT_CONTRIBUTIONS) list.pop();
}

function newPerson(prior: number | undefined, parameters: ReadinessParameters): ReplayedPerson {
  return { person: emptyPerson(prior, parameters), states: new Map(), contributions: new Map() };
}
