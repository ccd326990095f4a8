import { createSignalRegistry, situationOf } from '../situation/index.ts';
import type { DealFacts } from '../situation/types.ts';
import { checkRule } from './compile-rule.ts';
import { buildRuleIndex } from './rule-index.ts';
import type { NuggetSummary, RuleOperator, SituationRule } from './types.ts';

const now = new Date('2026-03-01T00:00:00Z');
const registry = createSignalRegistry([{ code: 'renewal', label: 'Renewal', type: 'date', path: 'Renewal__c' }]);
const deal: DealFacts = {
  fields: { StageName: 'Negotiation', Amount: 100, IsWon: false, Renewal__c: '2026-03-11', CloseDate: '2026-03-15' },
  products: ['Alpha', 'Beta'],
};

function nuggetWith(rules: readonly SituationRule[]): NuggetSummary {
  return { id: 'n', key: 'n', title: 'N', kind: 'Product', minutes: 1, skills: [], rules };
}

function rule(signal: string, operator: string, value?: string): SituationRule {
  return { signal, operator: operator as RuleOperator, value, group: 1 };
}

describe('a rule', () => {
  it.each<[string, string, string | undefined, boolean]>([
    ['stage', 'equals', ' negotiation ', true],
    ['stage', 'not equals', 'Negotiation', false],
    ['stage', 'in', 'Proposal; Negotiation', true],
    ['stage', 'not in', 'Proposal;Negotiation', false],
    ['stage', 'contains', 'GOTI', true],
    ['competitor', 'equals', 'Globex', false],
    ['competitor', 'not equals', 'Globex', true],
    ['competitor', 'not in', 'Globex', true],
    ['competitor', 'contains', 'Glo', false],
    ['competitor', 'blank', undefined, true],
    ['competitor', 'not blank', undefined, false],
    ['amount', 'equals', '100.0', true],
    ['amount', 'greater', '100', false],
    ['amount', 'greater', '99.9', true],
    ['amount', 'less', '100', false],
    ['amount', 'between', '100;200', true],
    ['probability', 'less', '50', false],
    ['is_won', 'equals', 'false', true],
    ['product', 'equals', 'beta', true],
    ['product', 'not equals', 'beta', false],
    ['product', 'in', 'Gamma;Alpha', true],
    ['renewal', 'within days', '10', true],
    ['renewal', 'within days', '9', false],
    ['renewal', 'within days', '-10', false],
    ['renewal', 'greater', '2026-03-10', true],
    ['renewal', 'between', '2026-03-11;2026-03-11', true],
    ['renewal', 'equals', '2026-03-11', true],
    ['days_to_close', 'within days', '14', true],
    ['days_to_close', 'within days', '13', false],
  ])('%s %s %s is %s', (signal, operator, value, expected) => {
    const index = buildRuleIndex([nuggetWith([rule(signal, operator, value)])], registry);
    expect(index.faults).toEqual([]);
    expect(index.match(situationOf(deal, registry, now)).length === 1).toBe(expected);
  });

  it.each<[string, string, string, string | undefined]>([
    ['unknownSignal', 'weather', 'equals', 'sunny'],
    ['unknownOperator', 'stage', 'resembles', 'x'],
    ['wrongType', 'stage', 'greater', '3'],
    ['wrongType', 'amount', 'contains', '3'],
    ['wrongType', 'amount', 'within days', '3'],
    ['wrongType', 'is_won', 'equals', 'maybe'],
    ['missingValue', 'stage', 'equals', undefined],
    ['missingValue', 'stage', 'in', ' ; '],
    ['invalidNumber', 'amount', 'greater', '1,000'],
    ['invalidNumber', 'days_open', 'within days', '1.5'],
    ['invalidDate', 'renewal', 'less', '31.12.2026'],
    ['invalidRange', 'amount', 'between', '5'],
    ['invalidRange', 'amount', 'between', '9;5'],
  ])('has the fault %s when it is %s %s %s, and is never true', (code, signal, operator, value) => {
    const faulty = { ...rule(signal, operator, value), id: 'r1' };
    expect(checkRule(faulty, registry)).toMatchObject({ code, signal, value });
    const index = buildRuleIndex([nuggetWith([rule('stage', 'equals', 'Negotiation'), faulty])], registry);
    expect(index.faults).toMatchObject([{ code, nuggetId: 'n', ruleId: 'r1' }]);
    expect(index.match(situationOf(deal, registry, now))).toEqual([]);
  });

  it('leaves the other groups of its nugget alone when it is faulty', () => {
    const rules = [rule('weather', 'equals', 'sunny'), { ...rule('stage', 'equals', 'Negotiation'), group: 2 }];
    const index = buildRuleIndex([nuggetWith(rules)], registry);
    expect(index.match(situationOf(deal, registry, now))).toMatchObject([{ group: 2 }]);
  });
});

it('a nugget without rules matches nothing', () => {
  expect(buildRuleIndex([nuggetWith([])], registry).match(situationOf(deal, registry, now))).toEqual([]);
});
