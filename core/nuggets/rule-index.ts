import { dayOf } from '../situation/days.ts';
import type { SignalRegistry, Situation } from '../situation/types.ts';
import { holds } from './condition.ts';
import { type Fact, factOf } from './fact.ts';
import { compileGroups } from './group-rules.ts';
import { heldRule, isBetter } from './match.ts';
import { type IndexedGroup, PostingsBuilder } from './postings.ts';
import { type Predicate, PredicateTable } from './predicate-table.ts';
import type { Match, NuggetSummary, RuleFault, RuleIndex } from './types.ts';

/**
 * Compiles the rules of all nuggets, so that a situation touches only groups whose most selective equalities it
 * meets. Each such group's remaining rules are then looked up in a memo: equal rules are evaluated once.
 */
export function buildRuleIndex(nuggets: readonly NuggetSummary[], registry: SignalRegistry): RuleIndex {
  const faults: RuleFault[] = [];
  const predicates = new PredicateTable();
  const postings = new PostingsBuilder(predicates);
  nuggets.forEach((nugget, position) => {
    for (const group of compileGroups(nugget, registry)) {
      faults.push(...group.faults);
      if (group.faults.length === 0) postings.add(position, group);
    }
  });
  const { groups, candidates } = postings.build();
  const seen = new Uint32Array(groups.length);
  const bestOf: (IndexedGroup | undefined)[] = nuggets.map(() => undefined);
  const memo = new PredicateMemo(predicates.all);
  let round = 0;

  function match(situation: Situation): Match[] {
    // Rounds mark what was seen, so that nothing is cleared between situations.
    round += 1;
    const facts = factsOf(situation, registry);
    memo.begin(facts, dayOf(situation.now.getTime()));
    const matched: number[] = [];
    candidates(facts, (id) => {
      const group = groups[id];
      if (group === undefined || seen[id] === round) return;
      seen[id] = round;
      for (const predicate of group.remaining) if (!memo.holds(predicate)) return;
      const best = bestOf[group.position];
      if (best === undefined) matched.push(group.position);
      if (best === undefined || isBetter(group.specificity, best.specificity) || isEarlierTie(group, best)) {
        bestOf[group.position] = group;
      }
    });
    return matched
      .sort((a, b) => a - b)
      .flatMap((position) => {
        const best = bestOf[position];
        const nugget = nuggets[position];
        bestOf[position] = undefined;
        return best && nugget ? [matchOf(nugget, best, situation)] : [];
      });
  }

  return { match, faults };
}

function isEarlierTie(group: IndexedGroup, best: IndexedGroup): boolean {
  return group.specificity === best.specificity && group.group < best.group;
}

function matchOf(nugget: NuggetSummary, { group, specificity, rules }: IndexedGroup, situation: Situation): Match {
  return { nugget, group, specificity, held: rules.map((rule) => heldRule(rule, situation)) };
}

function factsOf(situation: Situation, registry: SignalRegistry): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const [code, value] of situation.facts) {
    const signal = registry.signals.get(code);
    const fact = signal && factOf(value, signal);
    if (fact) facts.set(code, fact);
  }
  return facts;
}

/** Evaluates each predicate at most once a situation. */
class PredicateMemo {
  readonly #predicates: readonly Predicate[];
  readonly #evaluatedIn: Uint32Array;
  readonly #truth: Uint8Array;
  #facts: ReadonlyMap<string, Fact> = new Map();
  #today = 0;
  #round = 0;

  constructor(predicates: readonly Predicate[]) {
    this.#predicates = predicates;
    this.#evaluatedIn = new Uint32Array(predicates.length);
    this.#truth = new Uint8Array(predicates.length);
  }

  begin(facts: ReadonlyMap<string, Fact>, today: number): void {
    this.#facts = facts;
    this.#today = today;
    this.#round += 1;
  }

  holds(id: number): boolean {
    const predicate = this.#predicates[id];
    if (predicate === undefined) return false;
    if (this.#evaluatedIn[id] !== this.#round) {
      this.#evaluatedIn[id] = this.#round;
      this.#truth[id] = holds(predicate.condition, this.#facts.get(predicate.signal), this.#today) ? 1 : 0;
    }
    return this.#truth[id] === 1;
  }
}
