import { dayOf, instantOf } from '../situation/days.ts';
import { normalizeText } from '../situation/normalize-text.ts';
import type { Signal, SignalRegistry, SignalValue, Situation } from '../situation/types.ts';
import { checkRule } from './compile-rule.ts';
import type { NuggetSummary, SituationRule } from './types.ts';

/**
 * What the operators mean, written to be read and not to be fast: the index must agree with it. Used by tests.
 */
export function nuggetHolds(nugget: NuggetSummary, situation: Situation, registry: SignalRegistry): boolean {
  const groups = new Set(nugget.rules.map(({ group }) => group));
  return [...groups].some((group) =>
    nugget.rules.filter((rule) => rule.group === group).every((rule) => ruleHolds(rule, situation, registry)),
  );
}

/** Does one rule hold? A rule with a fault never does. */
export function ruleHolds(rule: SituationRule, situation: Situation, registry: SignalRegistry): boolean {
  const signal = registry.signals.get(rule.signal);
  if (signal === undefined || checkRule(rule, registry) !== undefined) return false;
  const fact = situation.facts.get(rule.signal);
  const facts = fact === undefined ? [] : typeof fact === 'object' ? fact : [fact];
  const value = rule.value ?? '';
  const values = value.split(';').filter((part) => part.trim() !== '');
  const today = dayOf(situation.now.getTime());
  const some = (test: (one: SignalValue) => boolean) => facts.some(test);
  const number = (one: SignalValue) => comparable(signal, one);
  switch (rule.operator) {
    case 'blank':
      return facts.length === 0;
    case 'not blank':
      return facts.length > 0;
    case 'equals':
      return some((one) => same(signal, one, value));
    case 'not equals':
      return !some((one) => same(signal, one, value));
    case 'in':
      return some((one) => values.some((part) => same(signal, one, part)));
    case 'not in':
      return !some((one) => values.some((part) => same(signal, one, part)));
    case 'contains':
      return some((one) => normalizeText(String(one)).includes(normalizeText(value)));
    case 'greater':
      return some((one) => number(one) > comparable(signal, value));
    case 'less':
      return some((one) => number(one) < comparable(signal, value));
    case 'between': {
      const [low = '', high = ''] = values;
      return some((one) => number(one) >= comparable(signal, low) && number(one) <= comparable(signal, high));
    }
    case 'within days': {
      const limit = Number(value);
      return some((one) => {
        const days = signal.type === 'date' ? number(one) - today : number(one);
        return limit < 0 ? days >= limit && days <= 0 : days >= 0 && days <= limit;
      });
    }
  }
}

function same(signal: Signal, fact: SignalValue, value: string): boolean {
  return signal.type === 'number' || signal.type === 'date'
    ? comparable(signal, fact) === comparable(signal, value)
    : normalizeText(String(fact)) === normalizeText(value);
}

function comparable(signal: Signal, value: SignalValue): number {
  return signal.type === 'date' ? dayOf(instantOf(String(value).trim()) ?? NaN) : Number(value);
}
