import type { Signal, SignalRegistry, Situation } from '../situation/types.ts';
import { type AnchorOption, anchorOptions, type PositiveEquality, positiveEqualities } from './anchor-options.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { factOf } from './fact.ts';
import { groupRules } from './group-rules.ts';
import type { Selectivity, SituationRule } from './types.ts';

/** The key of a group that no equality can find: always a candidate. */
export const ANY_SITUATION = '*';
/** The key of a row that is never looked for. */
export const NO_ANCHOR = '-';
/** Length of Situation_Rule__c.Anchor_Key__c. */
const KEY_LENGTH = 255;

/**
 * The anchor keys of one rule group, one for each of its rows in the order given (see {@link NO_ANCHOR}).
 * The keys are those of the most selective equality, or pair of them, that needs no more keys than there are
 * rows; a group that has none is found by {@link ANY_SITUATION}. A group with a faulty rule never holds, and so
 * has no key at all.
 *
 * @param selectivity measured shares of deals by single key; signals' typical shares where absent
 */
export function anchorKeys(
  group: readonly SituationRule[],
  registry: SignalRegistry,
  selectivity: Selectivity = new Map(),
): string[] {
  const keys = keysOfGroup(group, registry, selectivity);
  return group.map((_rule, row) => keys[row] ?? NO_ANCHOR);
}

/** The anchor keys of all rows of a nugget, in the order given; see {@link anchorKeys}. */
export function anchorKeysByRule(
  rules: readonly SituationRule[],
  registry: SignalRegistry,
  selectivity: Selectivity = new Map(),
): string[] {
  const keyOf = new Map<SituationRule, string>();
  for (const group of groupRules(rules).values()) {
    const keys = anchorKeys(group, registry, selectivity);
    group.forEach((rule, row) => keyOf.set(rule, keys[row] ?? NO_ANCHOR));
  }
  return rules.map((rule) => keyOf.get(rule) ?? NO_ANCHOR);
}

/**
 * Every key under which a group that holds in this situation may be filed: the single equalities, the pairs, and
 * {@link ANY_SITUATION}. Sorted, each once. Groups found this way may hold; groups not found do not.
 */
export function anchorQueryKeys(situation: Situation, registry: SignalRegistry): string[] {
  const facts: { signal: Signal; token: string; text: string }[] = [];
  for (const signal of registry.signals.values()) {
    if (!signal.equality) continue;
    for (const token of factOf(situation.facts.get(signal.code), signal)?.tokens ?? []) {
      facts.push({ signal, token, text: partText(signal, token) });
    }
  }
  const keys = new Set([ANY_SITUATION]);
  facts.forEach((first, i) => {
    keys.add(keyText([first.text]));
    for (const second of facts.slice(i + 1)) {
      if (mayPair(first.signal, second.signal)) keys.add(keyText([first.text, second.text]));
    }
  });
  return [...keys].sort();
}

function keysOfGroup(
  group: readonly SituationRule[],
  registry: SignalRegistry,
  selectivity: Selectivity,
): readonly string[] {
  const rules: CompiledRule[] = [];
  for (const rule of group) {
    const compiled = compileRule(rule, registry);
    if (!('condition' in compiled)) return [];
    rules.push(compiled);
  }
  const anchorable = positiveEqualities(rules).filter(({ rule }) => rule.signal.equality);
  const shareOf = ({ rule }: PositiveEquality, token: string) =>
    selectivity.get(keyText([partText(rule.signal, token)])) ?? rule.signal.share;
  const fitting = anchorOptions(anchorable, shareOf, (first, second) =>
    mayPair(first.rule.signal, second.rule.signal),
  ).find((option) => option.keys <= group.length);
  return fitting ? keysOf(fitting) : [ANY_SITUATION];
}

function keysOf({ parts }: AnchorOption): string[] {
  const [first, second] = parts.map(({ rule, tokens }) => tokens.map((token) => partText(rule.signal, token)));
  if (!first) return [];
  return second ? first.flatMap((a) => second.map((b) => keyText([a, b]))) : first.map((a) => keyText([a]));
}

/** Pairs are of texts, and not of two lists: a deal with thirty products would ask for a thousand keys. */
function mayPair(first: Signal, second: Signal): boolean {
  return (
    first.code !== second.code &&
    first.type === 'text' &&
    second.type === 'text' &&
    !(first.multiple === true && second.multiple === true)
  );
}

function partText(signal: Signal, token: string): string {
  return `${signal.code}=${token}`;
}

function keyText(parts: readonly string[]): string {
  return [...parts].sort().join('&').slice(0, KEY_LENGTH).trimEnd();
}
