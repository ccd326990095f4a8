import type { CompiledRule } from './compile-rule.ts';
import { type Condition, conditionKey } from './condition.ts';

/** A condition on a signal. */
export interface Predicate {
  readonly signal: string;
  readonly condition: Condition;
}

/** Numbers the different predicates of a library: rules that ask the same share one. */
export class PredicateTable {
  readonly #ids = new Map<string, number>();
  readonly #predicates: Predicate[] = [];

  idOf({ signal, condition }: CompiledRule): number {
    const key = `${signal.code} ${conditionKey(condition)}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#predicates.length;
    this.#ids.set(key, id);
    this.#predicates.push({ signal: signal.code, condition });
    return id;
  }

  get all(): readonly Predicate[] {
    return this.#predicates;
  }
}
