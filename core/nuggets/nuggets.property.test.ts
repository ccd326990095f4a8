import fc from 'fast-check';
import { createSignalRegistry } from '../situation/index.ts';
import type { SignalValue, Situation } from '../situation/types.ts';
import { anchorKeysByRule, anchorQueryKeys, buildRuleIndex, rankNuggets } from './index.ts';
import { nuggetHolds, ruleHolds } from './plain-evaluator.ts';
import type { NuggetSummary, RankContext, RuleOperator, SituationRule } from './types.ts';

const registry = createSignalRegistry([{ code: 'renewal', label: 'Renewal', type: 'date', path: 'Renewal__c' }]);
const now = new Date('2026-03-01T12:00:00Z');
const NAMES = ['Alpha', 'beta ', 'Gamma', 'Ünal', 'a&b=c'];
const DATES = ['2026-02-20', '2026-03-01', '2026-03-05T10:00:00Z'];
const OPERATORS: readonly RuleOperator[] = [
  'equals', 'not equals', 'in', 'not in', 'contains', 'greater', 'less', 'between', 'blank', 'not blank', 'within days',
]; // prettier-ignore
const SIGNALS = ['stage', 'competitor', 'industry', 'product', 'product_family', 'next_step', 'is_won', 'amount', 'days_to_close', 'renewal', 'weather']; // prettier-ignore

const name = fc.constantFrom(...NAMES);
const number = fc.integer({ min: -3, max: 6 });
const value = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 3, arbitrary: number.map(String) },
  fc.array(fc.oneof(name, number.map(String)), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(';')),
  fc.constantFrom('true', 'false', '', ...DATES),
);
const rule: fc.Arbitrary<SituationRule> = fc.record({
  signal: fc.constantFrom(...SIGNALS),
  operator: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<RuleOperator>('equals', 'in') },
    fc.constantFrom(...OPERATORS),
  ),
  value: fc.option(value, { nil: undefined, freq: 9 }),
  group: fc.integer({ min: 1, max: 3 }),
  weight: fc.option(fc.constantFrom(0, 0.5, 1, 2), { nil: undefined }),
});
const nuggets: fc.Arbitrary<NuggetSummary[]> = fc
  .array(
    fc.record({
      rules: fc.array(rule, { maxLength: 6 }),
      minutes: fc.integer({ min: 0, max: 6 }),
      skillCode: fc.constantFrom('negotiating', 'discounting'),
      shown: fc.integer({ min: 0, max: 40 }),
      helpful: fc.integer({ min: 0, max: 10 }),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ skillCode, ...draft }, position) => ({
      ...draft,
      id: `id${position}`,
      key: `key${position}`,
      title: `Nugget ${position}`,
      kind: 'Product',
      skills: [{ skillId: skillCode, skillCode, weight: 1 }],
    })),
  );
const situation: fc.Arbitrary<Situation> = fc
  .record(
    {
      stage: name,
      competitor: name,
      industry: name,
      product: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
      product_family: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
      next_step: name,
      is_won: fc.boolean(),
      amount: number,
      days_to_close: number,
      renewal: fc.constantFrom(...DATES),
    },
    { requiredKeys: [] },
  )
  .map((facts) => ({ facts: new Map<string, SignalValue>(Object.entries(facts)), now }));
const context: fc.Arbitrary<RankContext> = fc.record({
  now: fc.constant(now),
  skills: fc
    .record({ score: fc.integer({ min: 0, max: 100 }), target: fc.constant(70) })
    .map((standing) => new Map([['negotiating', standing]])),
  history: fc.constant([]),
  budget: fc.record({ nuggets: fc.integer({ min: 0, max: 4 }), minutes: fc.integer({ min: 0, max: 9 }) }),
});

describe('matching', () => {
  it('finds exactly the nuggets of which a group holds', () => {
    fc.assert(
      fc.property(nuggets, fc.array(situation, { minLength: 1, maxLength: 4 }), (library, situations) => {
        const index = buildRuleIndex(library, registry);
        for (const one of situations) {
          const found = index.match(one).map(({ nugget }) => nugget.id);
          expect(found).toEqual(library.filter((nugget) => nuggetHolds(nugget, one, registry)).map(({ id }) => id));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the most specific group that holds, and only rules that hold', () => {
    fc.assert(
      fc.property(nuggets, situation, (library, one) => {
        for (const { held, specificity, nugget, group } of buildRuleIndex(library, registry).match(one)) {
          expect(held.every((each) => ruleHolds(each.rule, one, registry))).toBe(true);
          expect(held.map((each) => each.rule)).toEqual(nugget.rules.filter((each) => each.group === group));
          expect(held.reduce((sum, { strength }) => sum + strength, 0)).toBeCloseTo(specificity);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('anchors', () => {
  it('reach every nugget that matches', () => {
    fc.assert(
      fc.property(nuggets, situation, (library, one) => {
        const asked = new Set(anchorQueryKeys(one, registry));
        for (const nugget of library.filter((each) => nuggetHolds(each, one, registry))) {
          expect(anchorKeysByRule(nugget.rules, registry).some((key) => asked.has(key))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('ranking', () => {
  it('keeps to the budget and shows only what matches', () => {
    fc.assert(
      fc.property(nuggets, situation, context, (library, one, given) => {
        const shown = rankNuggets(buildRuleIndex(library, registry).match(one), given);
        expect(shown.length).toBeLessThanOrEqual(given.budget?.nuggets ?? 3);
        expect(shown.reduce((sum, { nugget }) => sum + nugget.minutes, 0)).toBeLessThanOrEqual(
          given.budget?.minutes ?? 5,
        );
        for (const { nugget } of shown) expect(nuggetHolds(nugget, one, registry)).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which nuggets arrive', () => {
    fc.assert(
      fc.property(nuggets, situation, context, fc.infiniteStream(fc.nat()), (library, one, given, stream) => {
        const shuffled = library
          .map((nugget) => ({ nugget, place: stream.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ nugget }) => nugget);
        const first = rankNuggets(buildRuleIndex(library, registry).match(one), given);
        expect(rankNuggets(buildRuleIndex(shuffled, registry).match(one), given)).toEqual(first);
      }),
    );
  });

  it('never lowers a nugget for one more rule that is true', () => {
    fc.assert(
      fc.property(
        nuggets,
        situation,
        context,
        fc.array(rule, { minLength: 1, maxLength: 30 }),
        (library, one, given, extra) => {
          const unlimited = { ...given, budget: { nuggets: Infinity, minutes: Infinity } };
          const before = rankNuggets(buildRuleIndex(library, registry).match(one), unlimited);
          const added = extra.find((each) => ruleHolds(each, one, registry));
          const [target] = before.slice(-1);
          if (!added || !target) return;
          const changed = library.map((nugget) =>
            nugget.id === target.nugget.id ? { ...nugget, rules: [...nugget.rules, added] } : nugget,
          );
          const matches = buildRuleIndex(changed, registry).match(one);
          const after = rankNuggets(matches, unlimited);
          const place = (ranked: typeof after) => ranked.findIndex(({ nugget }) => nugget.id === target.nugget.id);
          expect(after[place(after)]?.score).toBeGreaterThanOrEqual(target.score);
          expect(place(after)).toBeLessThanOrEqual(place(before));
          const isShown = (ranked: typeof after) => place(ranked) >= 0;
          const wasShown = isShown(rankNuggets(buildRuleIndex(library, registry).match(one), given));
          expect(!wasShown || isShown(rankNuggets(matches, given))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
