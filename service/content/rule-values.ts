import type { RuleOperator } from '../../core/index.ts';
import type { RuleFile } from './schemas.ts';

/** A rule as the org holds it. */
export interface RuleCondition {
  readonly signal: string;
  readonly operator: RuleOperator;
  readonly value?: string;
  readonly weight?: number;
}

const OPERATORS: Readonly<Record<Exclude<keyof RuleFile, 'signal' | 'weight'>, RuleOperator>> = {
  is: 'equals',
  isNot: 'not equals',
  in: 'in',
  notIn: 'not in',
  contains: 'contains',
  greater: 'greater',
  less: 'less',
  between: 'between',
  blank: 'blank',
  notBlank: 'not blank',
  withinDays: 'within days',
};

const VALUE_LENGTH = 255;

/** The org's form of a rule of a file, or what is wrong with it in words. */
export function ruleCondition(rule: RuleFile): RuleCondition | { readonly problem: string } {
  const keys = (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).filter((key) => rule[key] !== undefined);
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    const names = Object.keys(OPERATORS).join(', ');
    return {
      problem: `a rule needs exactly one of ${names}; this one has ${keys.length === 0 ? 'none' : keys.join(' and ')}`,
    };
  }
  const raw = rule[key];
  const values = key === 'blank' || key === 'notBlank' ? [] : (Array.isArray(raw) ? raw : [raw]).map(textOf);
  const separated = values.find((value) => value.includes(';'));
  if (separated !== undefined) return { problem: `a value cannot hold ";": ${separated}` };
  const value = values.join(';');
  if (value.length > VALUE_LENGTH) {
    return {
      problem: `the values of one rule are ${value.length} characters together, at most ${VALUE_LENGTH} fit; split the group in two`,
    };
  }
  return {
    signal: rule.signal,
    operator: OPERATORS[key],
    ...(values.length > 0 ? { value } : {}),
    ...(rule.weight === undefined ? {} : { weight: rule.weight }),
  };
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}
