import { type AnchorOption, anchorOptions, positiveEqualities } from './anchor-options.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { Fact } from './fact.ts';
import type { CompiledGroup } from './group-rules.ts';
import type { PredicateTable } from './predicate-table.ts';

/** A group as the index holds it. */
export interface IndexedGroup {
  /** Where its nugget stands in the list given. */
  readonly position: number;
  readonly group: number;
  readonly specificity: number;
  readonly rules: readonly CompiledRule[];
  /** Predicates that its posting does not already guarantee. */
  readonly remaining: Int32Array;
}

export interface Postings {
  readonly groups: readonly IndexedGroup[];
  /** Calls back with the id of every group that may hold; the same id may come twice. */
  candidates(facts: ReadonlyMap<string, Fact>, found: (id: number) => void): void;
}

/** A group is filed under at most this many keys; longer lists are found by another equality, or evaluated. */
const MOST_KEYS = 64;
/** Fact ids stay below this, so that two make one exact integer. */
const PAIR_BASE = 2 ** 26;

/** Files each group under its most selective equality or pair of equalities; the rest go to a short list. */
export class PostingsBuilder {
  readonly #predicates: PredicateTable;
  readonly #groups: IndexedGroup[] = [];
  readonly #factIds = new Map<string, Map<string, number>>();
  readonly #singles: number[][] = [];
  readonly #pairs = new Map<number, number[]>();
  readonly #unfiled: number[] = [];

  constructor(predicates: PredicateTable) {
    this.#predicates = predicates;
  }

  add(position: number, { group, rules }: CompiledGroup): void {
    const id = this.#groups.length;
    const option = anchorOptions(
      positiveEqualities(rules),
      ({ rule }) => rule.signal.share,
      () => true,
    ).find(({ keys }) => keys <= MOST_KEYS);
    if (option) this.#file(id, option);
    else this.#unfiled.push(id);
    const guaranteed = new Set(option?.parts.map(({ rule }) => rule));
    this.#groups.push({
      position,
      group,
      rules,
      specificity: rules.reduce((sum, { strength }) => sum + strength, 0),
      remaining: Int32Array.from(
        rules.filter((rule) => !guaranteed.has(rule)),
        (rule) => this.#predicates.idOf(rule),
      ),
    });
  }

  build(): Postings {
    const factIds = this.#factIds;
    const singles = this.#singles.map((ids) => Int32Array.from(ids));
    const pairs = new Map([...this.#pairs].map(([key, ids]) => [key, Int32Array.from(ids)]));
    const unfiled = Int32Array.from(this.#unfiled);
    return {
      groups: this.#groups,
      candidates(facts, found) {
        const present: number[] = [];
        for (const [signal, fact] of facts) {
          const ids = factIds.get(signal);
          if (!ids) continue;
          for (const token of fact.tokens) {
            const id = ids.get(token);
            if (id !== undefined) present.push(id);
          }
        }
        for (let i = 0; i < present.length; i += 1) {
          const first = present[i] ?? 0;
          singles[first]?.forEach(found);
          for (let j = i + 1; j < present.length; j += 1) pairs.get(pairKey(first, present[j] ?? 0))?.forEach(found);
        }
        unfiled.forEach(found);
      },
    };
  }

  #file(id: number, { parts }: AnchorOption): void {
    const [first, second] = parts.map(({ rule, tokens }) => tokens.map((token) => this.#factId(rule, token)));
    for (const a of first ?? []) {
      if (!second) this.#singles[a]?.push(id);
      else for (const b of second) listAt(this.#pairs, pairKey(a, b)).push(id);
    }
  }

  #factId({ signal }: CompiledRule, token: string): number {
    let ids = this.#factIds.get(signal.code);
    if (!ids) this.#factIds.set(signal.code, (ids = new Map()));
    const known = ids.get(token);
    if (known !== undefined) return known;
    const id = this.#singles.length;
    ids.set(token, id);
    this.#singles.push([]);
    return id;
  }
}

function pairKey(a: number, b: number): number {
  return a < b ? a * PAIR_BASE + b : b * PAIR_BASE + a;
}

function listAt(lists: Map<number, number[]>, key: number): number[] {
  const known = lists.get(key);
  if (known) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}
