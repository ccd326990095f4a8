import type { Situation } from '../situation/types.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { HeldRule } from './types.ts';

/** A rule that was found to hold, with the fact it looked at. */
export function heldRule({ rule, signal, strength }: CompiledRule, situation: Situation): HeldRule {
  return { rule, signal, strength, fact: situation.facts.get(signal.code) };
}

/** Of two groups that hold, the more specific one speaks for the nugget; on a tie the first. */
export function isBetter(specificity: number, best: number): boolean {
  return specificity > best;
}
