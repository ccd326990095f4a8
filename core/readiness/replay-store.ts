import type { ItemState, PersonState, ReadinessState, SkillState } from './types.ts';

/** What a person started from: log-odds, at the moment (epoch milliseconds) of the first evidence. */
export interface PersonStart {
  readonly prior: number;
  readonly moment: number;
}

/**
 * Where a replay keeps what it has learned so far. A getter answers undefined for what nothing was learned of. The
 * service keeps it in its replica; in memory it is {@link memoryStore}.
 */
export interface ReplayStore {
  person(personId: string): PersonState | undefined;
  setPerson(personId: string, person: PersonState): void;
  /** Called once a person, before the first `setPerson`. */
  startPerson(personId: string, start: PersonStart): void;
  state(personId: string, skillCode: string): ReadinessState | undefined;
  setState(personId: string, skillCode: string, state: ReadinessState): void;
  item(itemId: string): ItemState | undefined;
  setItem(itemId: string, item: ItemState): void;
  skill(skillCode: string): SkillState | undefined;
  setSkill(skillCode: string, skill: SkillState): void;
  /** Everybody with evidence so far, in the order of their ids. */
  people(): Iterable<readonly [string, PersonState]>;
}

export interface MemoryStore extends ReplayStore {
  readonly persons: Map<string, PersonState>;
  readonly starts: Map<string, PersonStart>;
  /** By person, then by skill code. */
  readonly states: Map<string, Map<string, ReadinessState>>;
  readonly items: Map<string, ItemState>;
  readonly skills: Map<string, SkillState>;
}

/** A store that holds everything in memory; `items` and `skills` are the difficulties to start from. */
export function memoryStore(
  items: ReadonlyMap<string, ItemState> = new Map(),
  skills: ReadonlyMap<string, SkillState> = new Map(),
): MemoryStore {
  const store: MemoryStore = {
    persons: new Map(),
    starts: new Map(),
    states: new Map(),
    items: new Map(items),
    skills: new Map(skills),
    person: (personId) => store.persons.get(personId),
    setPerson: (personId, person) => void store.persons.set(personId, person),
    startPerson: (personId, start) => void store.starts.set(personId, start),
    state: (personId, skillCode) => store.states.get(personId)?.get(skillCode),
    setState: (personId, skillCode, state) => {
      const own = store.states.get(personId) ?? new Map<string, ReadinessState>();
      store.states.set(personId, own.set(skillCode, state));
    },
    item: (itemId) => store.items.get(itemId),
    setItem: (itemId, item) => void store.items.set(itemId, item),
    skill: (skillCode) => store.skills.get(skillCode),
    setSkill: (skillCode, skill) => void store.skills.set(skillCode, skill),
    people: () => [...store.persons].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  return store;
}
