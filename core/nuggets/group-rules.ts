import type { SignalRegistry } from '../situation/types.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import type { NuggetSummary, RuleFault, SituationRule } from './types.ts';

/** The rules of one group; faults where some of them cannot be evaluated (then the group never holds). */
export interface CompiledGroup {
  readonly group: number;
  readonly rules: readonly CompiledRule[];
  readonly faults: readonly RuleFault[];
}

/** A nugget's groups in ascending order, each with its rules in the order given. */
export function compileGroups(nugget: NuggetSummary, registry: SignalRegistry): CompiledGroup[] {
  return [...groupRules(nugget.rules)].map(([group, members]) => {
    const rules: CompiledRule[] = [];
    const faults: RuleFault[] = [];
    for (const rule of members) {
      const compiled = compileRule(rule, registry);
      if ('condition' in compiled) rules.push(compiled);
      else faults.push({ ...compiled, nuggetId: nugget.id });
    }
    return { group, rules, faults };
  });
}

/** Rules by their group number, ascending. */
export function groupRules(rules: readonly SituationRule[]): Map<number, SituationRule[]> {
  const groups = new Map<number, SituationRule[]>();
  for (const rule of rules) {
    const members = groups.get(rule.group);
    if (members) members.push(rule);
    else groups.set(rule.group, [rule]);
  }
  return new Map([...groups].sort(([a], [b]) => a - b));
}
