import type { CompiledRule } from './compile-rule.ts';
import { type Condition, conditionKey, holds } from './condition.ts';
import type { Fact } from './fact.ts';

/** A condition on a signal. */
export interface Predicate {
  readonly signal: string;
  readonly condition: Condition;
}

/** Numbers the different predicates of a library: rules that ask the same share one. */
export interface PredicateTable {
  idOf(rule: CompiledRule): number;
  readonly all: readonly Predicate[];
}

/** An empty table. */
export function createPredicateTable(): PredicateTable {
  const ids = new Map<string, number>();
  const all: Predicate[] = [];
  return {
    all,
    idOf({ signal, condition }) {
      const key = `${signal.code} ${conditionKey(condition)}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = all.length;
      ids.set(key, id);
      all.push({ signal: signal.code, condition });
      return id;
    },
  };
}

/** Evaluates each predicate at most once a situation. */
export interface PredicateMemo {
  /** Forgets the last situation. */
  begin(facts: ReadonlyMap<string, Fact>, today: number): void;
  /** Do the predicates `ids[from]` to `ids[to - 1]` all hold? */
  allHold(ids: Int32Array, from: number, to: number): boolean;
}

/** A memo over the predicates of a table that is complete. */
export function createPredicateMemo(predicates: readonly Predicate[]): PredicateMemo {
  // Rounds mark what was evaluated, so that nothing is cleared between situations.
  const evaluatedIn = new Uint32Array(predicates.length);
  const truth = new Uint8Array(predicates.length);
  let round = 0;
  let current: ReadonlyMap<string, Fact> = new Map();
  let day = 0;

  function evaluate(id: number): void {
    const predicate = predicates[id];
    evaluatedIn[id] = round;
    truth[id] = predicate && holds(predicate.condition, current.get(predicate.signal), day) ? 1 : 0;
  }

  return {
    begin(facts, today) {
      current = facts;
      day = today;
      round += 1;
    },
    allHold(ids, from, to) {
      for (let place = from; place < to; place += 1) {
        const id = ids[place] ?? 0;
        if (evaluatedIn[id] !== round) evaluate(id);
        if (truth[id] === 0) return false;
      }
      return true;
    },
  };
}
