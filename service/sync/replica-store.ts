import {
  type ItemState,
  type PersonState,
  type PersonStart,
  type ReadinessParameters,
  type ReadinessState,
  type ReplayStore,
  type SkillState,
} from '../../core/index.ts';
import type { RawSql } from '../replica/index.ts';
import { type Encoded, itemCodec, personCodec, skillCodec, startCodec } from './state-codecs.ts';
import { type StateCache, objectCache, packedCache } from './state-cache.ts';

interface Kinds {
  readonly person: PersonState;
  readonly start: PersonStart;
  readonly state: ReadinessState;
  readonly item: ItemState;
  readonly skill: SkillState;
}
export type StateKind = keyof Kinds;

/** What a replay has learned, kept in the replica, with what is in use held in memory. */
export interface ReplicaStore extends ReplayStore {
  /** Reads states that will be needed, many at a time; what is not read ahead is read when it is asked for. */
  readAhead(kind: StateKind, keys: Iterable<string>): void;
  /** Writes what changed, and what it was at the newest checkpoint. Inside a transaction. */
  flush(): void;
  /** Lets go of what is in memory where that is much; flushes first. */
  shed(): void;
}

const ROWS_A_STATEMENT = 5_000;
/** States in memory: about 250 bytes each. */
const MOST_STATES = 600_000;
const MOST_OBJECTS = 100_000;

/** The key of a person's state in a skill. */
export function stateKey(personId: string, skillCode: string): string {
  return `${personId}:${skillCode}`;
}

export function replicaStore(sql: RawSql, parameters: ReadinessParameters): ReplicaStore {
  const caches: { readonly [K in StateKind]: StateCache<Kinds[K]> } = {
    person: objectCache(personCodec),
    start: objectCache(startCodec),
    state: packedCache(),
    item: objectCache(itemCodec(parameters)),
    skill: objectCache(skillCodec(parameters)),
  };
  const readAhead = (kind: StateKind, keys: Iterable<string>): void => {
    const cache = caches[kind];
    const unread = [...new Set(keys)].filter((key) => !cache.has(key)).sort();
    for (const some of slices(unread, ROWS_A_STATEMENT)) {
      const known = new Map(
        sql.rows<[string, Encoded]>(
          `SELECT json_array(s.key, json(s.value)) AS row FROM json_each(?) j
           CROSS JOIN replay_state s ON s.kind = '${kind}' AND s.key = j.value`,
          JSON.stringify(some),
        ),
      );
      for (const key of some) cache.load(key, known.get(key));
    }
  };
  const read = <K extends StateKind>(kind: K, key: string): Kinds[K] | undefined => {
    const cache = caches[kind] as StateCache<Kinds[K]>;
    if (!cache.has(key)) readAhead(kind, [key]);
    return cache.get(key);
  };
  const flush = (): void => {
    const checkpoint = sql.value<number | null>('SELECT MAX(moment) FROM replay_checkpoint') ?? undefined;
    for (const kind of Object.keys(caches) as StateKind[]) {
      for (const some of slices(caches[kind].takeChanged(), ROWS_A_STATEMENT)) writeStates(sql, kind, some, checkpoint);
    }
  };
  return {
    person: (personId) => read('person', personId),
    setPerson: (personId, person) => caches.person.set(personId, person),
    startPerson: (personId, start) => caches.start.set(personId, start),
    state: (personId, skillCode) => read('state', stateKey(personId, skillCode)),
    setState: (personId, skillCode, state) => caches.state.set(stateKey(personId, skillCode), state),
    item: (itemId) => read('item', itemId),
    setItem: (itemId, item) => caches.item.set(itemId, item),
    skill: (skillCode) => read('skill', skillCode),
    setSkill: (skillCode, skill) => caches.skill.set(skillCode, skill),
    people: function* () {
      flush();
      const rows = sql.rows<[string, Encoded]>(
        `SELECT json_array(key, json(value)) AS row FROM replay_state WHERE kind = 'person' ORDER BY key`,
      );
      for (const [personId, encoded] of rows) yield [personId, personCodec.decode(encoded, personId)] as const;
    },
    readAhead,
    flush,
    shed: () => {
      const objects = caches.person.size + caches.start.size + caches.item.size;
      if (caches.state.size <= MOST_STATES && objects <= MOST_OBJECTS) return;
      flush();
      for (const cache of Object.values(caches)) cache.clear();
    },
  };
}

/** Writes states; what they were at the newest checkpoint is kept the first time they change after it. */
export function writeStates(
  sql: RawSql,
  kind: string,
  states: readonly (readonly [key: string, value: unknown])[],
  checkpoint: number | undefined,
): void {
  const rows = JSON.stringify(states);
  if (checkpoint !== undefined)
    sql.run(
      `INSERT OR IGNORE INTO replay_undo SELECT ?, ?, j.value ->> 0, s.value FROM json_each(?) j
       LEFT JOIN replay_state s ON s.kind = ? AND s.key = j.value ->> 0`,
      checkpoint,
      kind,
      rows,
      kind,
    );
  sql.run(
    `INSERT INTO replay_state (kind, key, value) SELECT ?, value ->> 0, value ->> 1 FROM json_each(?) WHERE TRUE
     ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value`,
    kind,
    rows,
  );
  if (kind !== 'person') return;
  sql.run(
    `INSERT OR IGNORE INTO changed_person SELECT p.value, j.value ->> 0
     FROM json_each('["publish","training"]') p CROSS JOIN json_each(?) j`,
    rows,
  );
}

/** A list in pieces of at most so many. */
export function slices<T>(list: readonly T[], size: number): T[][] {
  const all: T[][] = [];
  for (let start = 0; start < list.length; start += size) all.push(list.slice(start, start + size));
  return all;
}
