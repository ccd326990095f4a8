import { type AnchorOption, anchorOptions, positiveEqualities } from './anchor-options.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { Fact } from './fact.ts';

/** Finds groups by the equalities they need. */
export interface Postings {
  /** Files a group and gives back the rules that being found does not already guarantee. */
  add(id: number, rules: readonly CompiledRule[]): readonly CompiledRule[];
  /** Lists of the ids of all groups that may hold; the same id may stand in several. */
  candidates(facts: ReadonlyMap<string, Fact>): readonly (readonly number[])[];
}

/** A group is filed under at most this many keys; longer lists are found by another equality, or evaluated. */
const MOST_KEYS = 64;
/** Fact ids stay below this, so that two make one exact integer. */
const PAIR_BASE = 2 ** 26;

/** Empty postings. Each group is filed under its most selective equality or pair; the rest go to a short list. */
export function createPostings(): Postings {
  const factIds = new Map<string, Map<string, number>>();
  const singles: number[][] = [];
  const pairs = new Map<number, number[]>();
  const unfiled: number[] = [];

  function factId({ signal }: CompiledRule, token: string): number {
    const ids = factIds.get(signal.code) ?? new Map<string, number>();
    factIds.set(signal.code, ids);
    const known = ids.get(token);
    if (known !== undefined) return known;
    const id = singles.length;
    ids.set(token, id);
    singles.push([]);
    return id;
  }

  function file(id: number, { parts }: AnchorOption): void {
    const [first, second] = parts.map(({ rule, tokens }) => tokens.map((token) => factId(rule, token)));
    for (const a of first ?? []) {
      if (!second) singles[a]?.push(id);
      else for (const b of second) pushTo(pairs, pairKey(a, b), id);
    }
  }

  return {
    add(id, rules) {
      const options = anchorOptions(
        positiveEqualities(rules),
        ({ rule }) => rule.signal.share,
        () => true,
      );
      const option = options.find(({ keys }) => keys <= MOST_KEYS);
      if (!option) {
        unfiled.push(id);
        return rules;
      }
      file(id, option);
      const guaranteed = new Set(option.parts.map(({ rule }) => rule));
      return rules.filter((rule) => !guaranteed.has(rule));
    },
    candidates(facts) {
      const present = presentFacts(facts, factIds);
      const lists: (readonly number[])[] = [unfiled];
      present.forEach((first, i) => {
        lists.push(singles[first] ?? []);
        for (let j = i + 1; j < present.length; j += 1) {
          const list = pairs.get(pairKey(first, present[j] ?? 0));
          if (list) lists.push(list);
        }
      });
      return lists;
    },
  };
}

/** Ids of the facts that some group asks for. */
function presentFacts(
  facts: ReadonlyMap<string, Fact>,
  factIds: ReadonlyMap<string, ReadonlyMap<string, number>>,
): number[] {
  const present: number[] = [];
  for (const [signal, fact] of facts) {
    const ids = factIds.get(signal);
    if (!ids) continue;
    for (const token of fact.tokens) {
      const id = ids.get(token);
      if (id !== undefined) present.push(id);
    }
  }
  return present;
}

function pairKey(a: number, b: number): number {
  return a < b ? a * PAIR_BASE + b : b * PAIR_BASE + a;
}

function pushTo(lists: Map<number, number[]>, key: number, id: number): void {
  const known = lists.get(key);
  if (known) known.push(id);
  else lists.set(key, [id]);
}
