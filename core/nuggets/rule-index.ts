import { dayOf } from '../situation/days.ts';
import type { SignalRegistry, Situation } from '../situation/types.ts';
import type { CompiledRule } from './compile-rule.ts';
import { type Fact, factOf } from './fact.ts';
import { compileGroups } from './group-rules.ts';
import { heldRule, isBetter } from './match.ts';
import { createPostings } from './postings.ts';
import { createPredicateMemo, createPredicateTable } from './predicate-table.ts';
import type { Match, NuggetSummary, RuleFault, RuleIndex } from './types.ts';

/** A group as the index holds it. */
interface IndexedGroup {
  /** Where its nugget stands in the list given. */
  readonly position: number;
  readonly group: number;
  readonly specificity: number;
  readonly rules: readonly CompiledRule[];
  /** Predicates that its posting does not already guarantee. */
  readonly remaining: Int32Array;
}

/**
 * Compiles the rules of all nuggets, so that a situation touches only groups whose most selective equalities it
 * meets. Each such group's remaining rules are then looked up in a memo: equal rules are evaluated once.
 */
export function buildRuleIndex(nuggets: readonly NuggetSummary[], registry: SignalRegistry): RuleIndex {
  const faults: RuleFault[] = [];
  const predicates = createPredicateTable();
  const postings = createPostings();
  const groups: IndexedGroup[] = [];
  nuggets.forEach((nugget, position) => {
    for (const { group, rules, faults: found } of compileGroups(nugget, registry)) {
      faults.push(...found);
      if (found.length > 0) continue;
      const remaining = Int32Array.from(postings.add(groups.length, rules), (rule) => predicates.idOf(rule));
      const specificity = rules.reduce((sum, { strength }) => sum + strength, 0);
      groups.push({ position, group, rules, specificity, remaining });
    }
  });
  const memo = createPredicateMemo(predicates.all);
  // Rounds mark what was seen, so that nothing is cleared between situations.
  const seen = new Uint32Array(groups.length);
  let round = 0;

  function match(situation: Situation): Match[] {
    round += 1;
    const facts = factsOf(situation, registry);
    memo.begin(facts, dayOf(situation.now.getTime()));
    const best = new Map<number, IndexedGroup>();
    postings.candidates(facts, (id) => {
      const group = groups[id];
      if (group === undefined || seen[id] === round) return;
      seen[id] = round;
      if (!memo.allHold(group.remaining)) return;
      const known = best.get(group.position);
      if (known === undefined || speaksBefore(group, known)) best.set(group.position, group);
    });
    return [...best.values()]
      .sort((a, b) => a.position - b.position)
      .flatMap((group) => matchOf(nuggets[group.position], group, situation));
  }

  return { match, faults };
}

function speaksBefore(group: IndexedGroup, known: IndexedGroup): boolean {
  if (group.specificity === known.specificity) return group.group < known.group;
  return isBetter(group.specificity, known.specificity);
}

function matchOf(
  nugget: NuggetSummary | undefined,
  { group, specificity, rules }: IndexedGroup,
  situation: Situation,
): Match[] {
  if (nugget === undefined) return [];
  return [{ nugget, group, specificity, held: rules.map((rule) => heldRule(rule, situation)) }];
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
