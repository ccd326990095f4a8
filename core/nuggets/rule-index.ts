import { dayOf } from '../situation/days.ts';
import type { SignalRegistry, Situation } from '../situation/types.ts';
import type { CompiledRule } from './compile-rule.ts';
import { type Fact, factOf } from './fact.ts';
import { compileGroups } from './group-rules.ts';
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
  // Predicates that finding group g does not already guarantee stand from ends[g - 1] to ends[g].
  const remaining: number[] = [];
  const ends: number[] = [];
  nuggets.forEach((nugget, position) => {
    for (const { group, rules, faults: found } of compileGroups(nugget, registry)) {
      faults.push(...found);
      if (found.length > 0) continue;
      for (const rule of postings.add(groups.length, rules)) remaining.push(predicates.idOf(rule));
      ends.push(remaining.length);
      groups.push({ position, group, rules, specificity: rules.reduce((sum, { strength }) => sum + strength, 0) });
    }
  });
  return { match: createMatcher(), faults };

  function createMatcher(): RuleIndex['match'] {
    const memo = createPredicateMemo(predicates.all);
    const predicateIds = Int32Array.from(remaining);
    const endOf = Int32Array.from(ends);
    // Rounds mark what was seen, so that nothing is cleared between situations.
    const seenIn = new Uint32Array(groups.length);
    let round = 0;
    return (situation) => {
      round += 1;
      const facts = factsOf(situation, registry);
      memo.begin(facts, dayOf(situation.now.getTime()));
      const held: IndexedGroup[] = [];
      for (const list of postings.candidates(facts)) {
        for (const id of list) {
          if (seenIn[id] === round) continue;
          seenIn[id] = round;
          const group = groups[id];
          const from = id === 0 ? 0 : (endOf[id - 1] ?? 0);
          if (group && memo.allHold(predicateIds, from, endOf[id] ?? from)) held.push(group);
        }
      }
      return matchesOf(held, nuggets, situation);
    };
  }
}

/** One match a nugget, in the order of the nuggets: its most specific group speaks, on a tie the first. */
function matchesOf(held: IndexedGroup[], nuggets: readonly NuggetSummary[], situation: Situation): Match[] {
  held.sort((a, b) => a.position - b.position || b.specificity - a.specificity || a.group - b.group);
  const matches: Match[] = [];
  let last = -1;
  for (const { position, group, specificity, rules } of held) {
    const nugget = nuggets[position];
    if (position === last || nugget === undefined) continue;
    last = position;
    matches.push({ nugget, situation, group, specificity, held: rules });
  }
  return matches;
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
