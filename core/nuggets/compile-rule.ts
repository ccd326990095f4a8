import { dayOf, instantOf } from '../situation/days.ts';
import { normalizeText } from '../situation/normalize-text.ts';
import { readNumber } from '../situation/read-value.ts';
import type { Signal, SignalRegistry, SignalType } from '../situation/types.ts';
import type { Condition } from './condition.ts';
import { numberToken } from './fact.ts';
import { ruleStrength } from './rule-strength.ts';
import type { RuleFault, RuleFaultCode, RuleOperator, SituationRule } from './types.ts';

/** A rule that can be evaluated. */
export interface CompiledRule {
  readonly rule: SituationRule;
  readonly signal: Signal;
  readonly condition: Condition;
  /** How specific the rule is, 0 or more. */
  readonly strength: number;
}

const EQUALITIES: readonly RuleOperator[] = ['equals', 'not equals', 'in', 'not in'];
const PRESENCE: readonly RuleOperator[] = ['blank', 'not blank'];
const ORDER: readonly RuleOperator[] = ['greater', 'less', 'between'];

const OPERATORS: Readonly<Record<SignalType, readonly RuleOperator[]>> = {
  text: [...EQUALITIES, 'contains', ...PRESENCE],
  boolean: [...EQUALITIES, ...PRESENCE],
  number: [...EQUALITIES, ...ORDER, ...PRESENCE],
  date: [...EQUALITIES, ...ORDER, 'within days', ...PRESENCE],
};

const ALL_OPERATORS: ReadonlySet<string> = new Set([...OPERATORS.text, ...OPERATORS.date]);

/** The operators an author may use with a signal, in the order they should be offered. */
export function operatorsFor(signal: Signal): readonly RuleOperator[] {
  return signal.unit === 'days' ? [...OPERATORS[signal.type], 'within days'] : OPERATORS[signal.type];
}

/** Why a rule cannot be evaluated, or undefined where it can. */
export function checkRule(rule: SituationRule, registry: SignalRegistry): RuleFault | undefined {
  const compiled = compileRule(rule, registry);
  return 'condition' in compiled ? undefined : compiled;
}

/** Reads a rule once, so that it can be evaluated often; or says why it cannot. */
export function compileRule(rule: SituationRule, registry: SignalRegistry): CompiledRule | RuleFault {
  const signal = registry.signals.get(rule.signal);
  if (!signal) {
    return faultOf(rule, 'unknownSignal', `There is no signal "${rule.signal}": choose one from the list of signals.`);
  }
  if (!ALL_OPERATORS.has(rule.operator)) {
    return faultOf(rule, 'unknownOperator', `"${rule.operator}" is not an operator: use one of ${listed(signal)}.`);
  }
  if (!operatorsFor(signal).includes(rule.operator)) {
    return faultOf(
      rule,
      'wrongType',
      `"${rule.operator}" cannot be asked of ${signal.label} (${signal.type}): use one of ${listed(signal)}.`,
    );
  }
  const condition = conditionOf(rule, signal);
  if (!('kind' in condition)) return condition;
  return { rule, signal, condition, strength: ruleStrength(condition, signal, rule.weight) };
}

function conditionOf(rule: SituationRule, signal: Signal): Condition | RuleFault {
  if (rule.operator === 'blank' || rule.operator === 'not blank') {
    return { kind: 'blank', negated: rule.operator === 'not blank' };
  }
  const value = (rule.value ?? '').trim();
  if (value === '') {
    return faultOf(rule, 'missingValue', `The rule on ${signal.label} has no value: enter what to compare with.`);
  }
  switch (rule.operator) {
    case 'equals':
    case 'not equals':
      return oneOf(rule, signal, [value], rule.operator === 'not equals');
    case 'in':
    case 'not in':
      return oneOf(rule, signal, partsOf(value), rule.operator === 'not in');
    case 'contains':
      return { kind: 'contains', token: normalizeText(value) };
    case 'greater':
    case 'less':
      return bounded(rule, signal, value);
    case 'between':
      return between(rule, signal, partsOf(value));
    case 'within days':
      return withinDays(rule, signal, value);
  }
}

function oneOf(rule: SituationRule, signal: Signal, values: readonly string[], negated: boolean) {
  if (values.length === 0) {
    return faultOf(rule, 'missingValue', `The rule on ${signal.label} has no value: enter what to compare with.`);
  }
  const tokens = new Set<string>();
  for (const value of values) {
    const token = tokenOf(rule, signal, value);
    if (typeof token !== 'string') return token;
    tokens.add(token);
  }
  return { kind: 'oneOf', tokens, negated } as const;
}

function tokenOf(rule: SituationRule, signal: Signal, value: string): string | RuleFault {
  const text = normalizeText(value);
  if (signal.type === 'text') return text;
  if (signal.type === 'boolean') {
    if (text === 'true' || text === 'false') return text;
    return faultOf(rule, 'wrongType', `${signal.label} is yes or no: use true or false instead of "${value}".`);
  }
  const number = boundOf(rule, signal, value);
  return typeof number === 'number' ? numberToken(number) : number;
}

function bounded(rule: SituationRule, signal: Signal, value: string): Condition | RuleFault {
  const bound = boundOf(rule, signal, value);
  if (typeof bound !== 'number') return bound;
  return rule.operator === 'greater'
    ? { kind: 'range', low: bound, high: Infinity, open: true, fromToday: false }
    : { kind: 'range', low: -Infinity, high: bound, open: true, fromToday: false };
}

function between(rule: SituationRule, signal: Signal, parts: readonly string[]): Condition | RuleFault {
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined) {
    return faultOf(rule, 'invalidRange', `"between" on ${signal.label} needs two values, such as 10;20.`);
  }
  const low = boundOf(rule, signal, first);
  if (typeof low !== 'number') return low;
  const high = boundOf(rule, signal, second);
  if (typeof high !== 'number') return high;
  if (low > high) {
    return faultOf(rule, 'invalidRange', `"between" on ${signal.label} runs from ${first} to ${second}: swap the two.`);
  }
  return { kind: 'range', low, high, open: false, fromToday: false };
}

function withinDays(rule: SituationRule, signal: Signal, value: string): Condition | RuleFault {
  const days = readNumber(value);
  if (days === undefined || !Number.isInteger(days)) {
    return faultOf(rule, 'invalidNumber', `"within days" on ${signal.label} needs a whole number, not "${value}".`);
  }
  const [low, high] = days < 0 ? [days, 0] : [0, days];
  return { kind: 'range', low, high, open: false, fromToday: signal.type === 'date' };
}

/** The number a text stands for: for a date, its day number. */
function boundOf(rule: SituationRule, signal: Signal, value: string): number | RuleFault {
  if (signal.type === 'date') {
    const instant = instantOf(value);
    return instant === undefined
      ? faultOf(rule, 'invalidDate', `${signal.label} is a date: write it as 2026-03-31, not "${value}".`)
      : dayOf(instant);
  }
  return (
    readNumber(value) ??
    faultOf(rule, 'invalidNumber', `${signal.label} is a number: "${value}" cannot be read as one.`)
  );
}

function partsOf(list: string): string[] {
  return list
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function listed(signal: Signal): string {
  return operatorsFor(signal).join(', ');
}

function faultOf(rule: SituationRule, code: RuleFaultCode, message: string): RuleFault {
  return { code, message, signal: rule.signal, value: rule.value, ruleId: rule.id };
}
