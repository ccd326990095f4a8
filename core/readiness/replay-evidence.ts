import { sortedEvidence } from './order-evidence.ts';
import { DEFAULT_PARAMETERS, type ReadinessParameters } from './parameters.ts';
import { createReplay } from './replay.ts';
import { memoryStore } from './replay-store.ts';
import type { Contribution, Evidence, ItemState, PersonState, ReadinessState, SkillState } from './types.ts';

/** How many contributions are kept for each person and skill. */
export const KEPT_CONTRIBUTIONS = 20;

/** One person in a replay. */
export interface ReplayedPerson {
  readonly person: PersonState;
  readonly states: ReadonlyMap<string, ReadinessState>;
  /** Latest first, at most 20 a skill. */
  readonly contributions: Pick<ReadonlyMap<string, readonly Contribution[]>, 'get'>;
}

export interface ReplayedEvidence {
  readonly people: ReadonlyMap<string, ReplayedPerson>;
  readonly items: Map<string, ItemState>;
  readonly skills: Map<string, SkillState>;
}

export interface ReplayInput {
  /** In any order. */
  readonly evidence: readonly Evidence[];
  /** People to hold even without evidence; each starts from `prior`, else from what the role's people have shown. */
  readonly people?: readonly { readonly personId: string; readonly role?: string; readonly prior?: number }[];
  /** Difficulties to start from. */
  readonly items?: ReadonlyMap<string, ItemState>;
  readonly skills?: ReadonlyMap<string, SkillState>;
  /** Moments (epoch milliseconds, ascending) at which to look at the replay. */
  readonly checkpoints?: readonly number[];
  /** The moment up to which to go beyond the last evidence. */
  readonly until?: number;
  readonly parameters?: ReadinessParameters;
}

/**
 * Replays all evidence in memory. `atCheckpoint` sees the replay with all evidence up to and including that moment;
 * it must not change it.
 */
export function replayEvidence(
  input: ReplayInput,
  atCheckpoint: (moment: number, replay: ReplayedEvidence) => void = () => undefined,
): ReplayedEvidence {
  const { evidence, people = [], checkpoints = [], until, parameters = DEFAULT_PARAMETERS } = input;
  const store = memoryStore(input.items, input.skills);
  const given = new Map(people.map((person) => [person.personId, person]));
  const replay = createReplay({
    store,
    roleOf: (personId) => given.get(personId)?.role,
    priorOf: (personId) => given.get(personId)?.prior,
    parameters,
  });
  const contributions = new Map<string, Map<string, Contribution[]>>();
  const look = (): ReplayedEvidence => ({
    people: new Map(
      [...new Set([...given.keys(), ...store.persons.keys()])].map((personId) => [
        personId,
        {
          person: replay.personOf(personId),
          states: store.states.get(personId) ?? new Map<string, ReadinessState>(),
          contributions: contributions.get(personId) ?? new Map<string, Contribution[]>(),
        },
      ]),
    ),
    items: store.items,
    skills: store.skills,
  });
  let next = 0;
  const passCheckpoints = (before: number): void => {
    for (let moment = checkpoints[next]; moment !== undefined && moment < before; moment = checkpoints[next]) {
      replay.passTo(moment);
      atCheckpoint(moment, look());
      next += 1;
    }
  };
  for (const { piece, moment } of sortedEvidence(evidence)) {
    passCheckpoints(moment);
    const contribution = replay.take(piece, moment);
    if (contribution !== undefined) keep(contributions, piece, contribution);
  }
  passCheckpoints(Infinity);
  if (until !== undefined) replay.passTo(until);
  return look();
}

function keep(all: Map<string, Map<string, Contribution[]>>, piece: Evidence, contribution: Contribution): void {
  const own = all.get(piece.personId) ?? new Map<string, Contribution[]>();
  all.set(piece.personId, own);
  const list = own.get(piece.skillCode);
  if (list === undefined) {
    own.set(piece.skillCode, [contribution]);
    return;
  }
  list.unshift(contribution);
  if (list.length > KEPT_CONTRIBUTIONS) list.pop();
}
