import { createSignalRegistry, situationOf } from '../situation/index.ts';
import { anchorKeys, anchorKeysByRule, anchorQueryKeys } from './anchors.ts';
import type { RuleOperator, SituationRule } from './types.ts';

const registry = createSignalRegistry();

function group(...rows: [string, RuleOperator, string?][]): SituationRule[] {
  return rows.map(([signal, operator, value]) => ({ signal, operator, value, group: 1 }));
}

describe('anchorKeys', () => {
  it.each<[string, SituationRule[], string[]]>([
    ['one equality', group(['stage', 'equals', 'Negotiation ']), ['stage=negotiation']],
    [
      'the most selective pair',
      group(['type', 'equals', 'New'], ['stage', 'equals', 'Negotiation'], ['competitor', 'equals', 'Globex']),
      ['competitor=globex&stage=negotiation', '-', '-'],
    ],
    [
      'one key for each combination, where the rows suffice',
      group(['stage', 'in', 'A;B'], ['competitor', 'equals', 'X']),
      ['competitor=x&stage=a', 'competitor=x&stage=b'],
    ],
    [
      'fewer signals where they do not',
      group(['stage', 'in', 'A;B;C'], ['competitor', 'equals', 'X']),
      ['competitor=x', '-'],
    ],
    ['no equality that fits', group(['stage', 'in', 'A;B']), ['*']],
    ['no positive equality', group(['amount', 'greater', '5'], ['stage', 'not equals', 'A']), ['*', '-']],
    ['a number does not anchor', group(['probability', 'equals', '50']), ['*']],
    ['free text does not anchor', group(['next_step', 'equals', 'call']), ['*']],
    ['yes or no anchors alone', group(['is_won', 'equals', 'True']), ['is_won=true']],
    [
      'two lists make no pair',
      group(['product', 'equals', 'A'], ['product_family', 'equals', 'F']),
      ['product=a', '-'],
    ],
    ['a fault', group(['stage', 'equals', 'A'], ['weather', 'equals', 'sunny']), ['-', '-']],
  ])('%s', (_name, rules, keys) => expect(anchorKeys(rules, registry)).toEqual(keys));

  it('follows measured selectivity', () => {
    const rules = group(['stage', 'equals', 'A'], ['competitor', 'in', 'X;Y;Z']);
    const common = new Map([
      ['competitor=x', 0.5],
      ['stage=a', 0.02],
    ]);
    expect(anchorKeys(rules, registry, common)).toEqual(['stage=a', '-']);
  });

  it('keeps to the length of the field', () => {
    const [key] = anchorKeys(group(['stage', 'equals', 'x'.repeat(255)]), registry);
    expect(key).toHaveLength(255);
  });

  it('gives the keys of all groups in the order of the rows', () => {
    const rules = [
      { signal: 'stage', operator: 'equals' as const, value: 'A', group: 2 },
      { signal: 'competitor', operator: 'blank' as const, group: 1 },
      { signal: 'type', operator: 'equals' as const, value: 'New', group: 2 },
    ];
    expect(anchorKeysByRule(rules, registry)).toEqual(['stage=a&type=new', '*', '-']);
  });
});

describe('anchorQueryKeys', () => {
  it('asks for singles, pairs and what any situation may hold', () => {
    const deal = { fields: { StageName: 'Negotiation', Amount: 5, IsWon: false, Main_Competitor__c: 'Globex' } };
    expect(anchorQueryKeys(situationOf(deal, registry, new Date(0)), registry)).toEqual([
      '*',
      'competitor=globex',
      'competitor=globex&stage=negotiation',
      'is_won=false',
      'stage=negotiation',
    ]);
  });

  it('stays within a few hundred keys for a deal with many products', () => {
    const names = ['StageName', 'Type', 'LeadSource', 'Account.Industry', 'Account.Type', 'Account.BillingCountry', 'Main_Competitor__c', 'ForecastCategoryName']; // prettier-ignore
    const deal = {
      fields: Object.fromEntries(names.map((field) => [field, 'x'])),
      products: Array.from({ length: 30 }, (_unused, i) => `product ${i}`),
      productFamilies: ['a', 'b', 'c'],
    };
    expect(anchorQueryKeys(situationOf(deal, registry, new Date(0)), registry).length).toBeLessThan(350);
  });
});
