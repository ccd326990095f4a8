import { dayOf } from '../situation/days.ts';
import type { SignalRegistry, Situation } from '../situation/types.ts';
import { holds } from './condition.ts';
import { factOf } from './fact.ts';
import { compileGroups } from './group-rules.ts';
import { heldRule, isBetter } from './match.ts';
import type { Match, NuggetSummary } from './types.ts';

/** Evaluates every rule of every nugget: what the index must agree with, at the cost the index avoids. */
export function matchNaively(
  nuggets: readonly NuggetSummary[],
  registry: SignalRegistry,
  situation: Situation,
): Match[] {
  const today = dayOf(situation.now.getTime());
  const matches: Match[] = [];
  for (const nugget of nuggets) {
    let best: Match | undefined;
    for (const { group, rules, faults } of compileGroups(nugget, registry)) {
      if (faults.length > 0) continue;
      const held = rules.every(({ signal, condition }) =>
        holds(condition, factOf(situation.facts.get(signal.code), signal), today),
      );
      if (!held) continue;
      const specificity = rules.reduce((sum, { strength }) => sum + strength, 0);
      if (best && !isBetter(specificity, best.specificity)) continue;
      best = { nugget, group, specificity, held: rules.map((rule) => heldRule(rule, situation)) };
    }
    if (best) matches.push(best);
  }
  return matches;
}
