import { createSignalRegistry, situationOf } from '../situation/index.ts';
import { buildRuleIndex, rankNuggets } from './index.ts';
import type { LearningEventFact, NuggetSummary, RankContext, SituationRule } from './types.ts';

const now = new Date('2026-03-01T09:00:00Z');
const registry = createSignalRegistry();
const situation = situationOf(
  { fields: { StageName: 'Negotiation', Main_Competitor__c: 'Globex', PushCount: 2 } },
  registry,
  now,
);
const inNegotiation: SituationRule = { signal: 'stage', operator: 'equals', value: 'Negotiation', group: 1 };
const againstGlobex: SituationRule = { signal: 'competitor', operator: 'in', value: 'Globex;Initech', group: 1 };

function nugget(key: string, change: Partial<NuggetSummary> = {}): NuggetSummary {
  const skills = [{ skillId: 's1', skillCode: 'discounting', skillName: 'Discounting', weight: 1 }];
  return { id: `id-${key}`, key, title: key, kind: 'Product', minutes: 1, skills, rules: [inNegotiation], ...change };
}

function rank(library: readonly NuggetSummary[], change: Partial<RankContext> = {}) {
  const context: RankContext = { now, skills: new Map(), history: [], ...change };
  return rankNuggets(buildRuleIndex(library, registry).match(situation), context);
}

const keysOf = (...parameters: Parameters<typeof rank>) => rank(...parameters).map(({ nugget: { key } }) => key);

describe('rankNuggets', () => {
  it('puts the more specific match first', () => {
    expect(keysOf([nugget('a'), nugget('b', { rules: [inNegotiation, againstGlobex] })])).toEqual(['b', 'a']);
  });

  it('puts the larger gap first', () => {
    const other = nugget('b', { skills: [{ skillId: 's2', skillCode: 'closing', weight: 1 }] });
    const skills = new Map([
      ['discounting', { score: 60, target: 70 }],
      ['closing', { score: 30, target: 70 }],
    ]);
    expect(keysOf([nugget('a'), other], { skills })).toEqual(['b', 'a']);
  });

  it('prefers what is verified to what is not, and that to what is overdue', () => {
    const library = [
      nugget('a', { verifiedOn: '2025-01-01', verificationDue: '2026-02-28' }),
      nugget('b'),
      nugget('c', { verifiedOn: '2025-01-01', verificationDue: '2026-03-01' }),
    ];
    expect(keysOf(library)).toEqual(['c', 'b', 'a']);
  });

  it('prefers what helped, gives the unknown the benefit of the doubt, and drops what did not help', () => {
    const library = [
      nugget('disliked', { shown: 100, helpful: 2, notHelpful: 18 }),
      nugget('average', { shown: 100, helpful: 12, notHelpful: 8 }),
      nugget('unknown'),
      nugget('liked', { shown: 100, helpful: 19, notHelpful: 1 }),
    ];
    const budget = { nuggets: 4, minutes: 9 };
    expect(keysOf(library, { budget })).toEqual(['liked', 'unknown', 'average', 'disliked']);
  });

  it('ends the benefit of the doubt when many saw a nugget and nobody judged it', () => {
    expect(keysOf([nugget('ignored', { shown: 1000 }), nugget('unknown')])).toEqual(['unknown', 'ignored']);
  });

  it('prefers the level that suits the person', () => {
    const skills = new Map([['discounting', { score: 85, target: 70 }]]);
    expect(keysOf([nugget('a', { level: 1 }), nugget('b', { level: 5 })], { skills })).toEqual(['b', 'a']);
  });

  it('orders equals by minutes, then key', () => {
    expect(keysOf([nugget('c'), nugget('b'), nugget('d', { minutes: 0 })])).toEqual(['d', 'b', 'c']);
  });

  it('passes over what is too long and goes on with what fits', () => {
    const rules = [inNegotiation, againstGlobex];
    const library = [nugget('a', { minutes: 4, rules }), nugget('b', { minutes: 3, rules }), nugget('c')];
    // b is as specific as a and shorter, a no longer fits, c does.
    expect(keysOf(library)).toEqual(['b', 'c']);
  });

  it('shows a key once', () => {
    expect(keysOf([nugget('a'), nugget('a', { id: 'copy' })])).toEqual(['a']);
  });

  const event = (type: LearningEventFact['type'], at: string, undone = false): LearningEventFact => {
    return { nuggetId: 'id-a', type, at, undone };
  };
  it.each<[string, LearningEventFact, string | undefined, boolean]>([
    ['dismissed yesterday', event('Dismissed', '2026-02-28T09:00:00Z'), undefined, false],
    ['dismissed yesterday and undone', event('Dismissed', '2026-02-28T09:00:00Z', true), undefined, true],
    ['dismissed long ago', event('Dismissed', '2026-01-01T09:00:00Z'), undefined, true],
    ['completed yesterday', event('Completed', '2026-02-28T09:00:00Z'), undefined, false],
    ['completed yesterday, review not due', event('Completed', '2026-02-28T09:00:00Z'), '2026-03-02', false],
    ['completed yesterday, review due', event('Completed', '2026-02-28T09:00:00Z'), '2026-03-01', true],
    ['viewed yesterday', event('Viewed', '2026-02-28T09:00:00Z'), undefined, true],
  ])('%s: shown %#', (_name, one, dueForReview, shown) => {
    const skills = new Map([['discounting', { dueForReview }]]);
    expect(keysOf([nugget('a')], { history: [one], skills }).length === 1).toBe(shown);
  });

  it('holds back what this person found not helpful', () => {
    const history = [event('Not Helpful', '2026-02-28T09:00:00Z')];
    expect(keysOf([nugget('a'), nugget('b')], { history })).toEqual(['b', 'a']);
  });
});

describe('reasons', () => {
  it('are the terms of the score, strongest first', () => {
    const skills = new Map([
      ['discounting', { score: 41.6, target: 70, dueForReview: '2026-02-01', name: 'Discounts' }],
    ]);
    const [shown] = rank(
      [
        nugget('a', {
          rules: [
            inNegotiation,
            againstGlobex,
            { signal: 'close_date_pushes', operator: 'greater', value: '1', group: 1 },
          ],
          verifiedOn: '2026-01-15',
          helpful: 8,
          notHelpful: 3,
        }),
      ],
      { skills },
    );
    expect(shown?.reasons.map(({ labelKey, values }) => [labelKey, ...values])).toEqual([
      ['reasonSignal', 'Competitor', 'Globex'],
      ['reasonGap', 'Discounts', '42', '70'],
      ['reasonSignal', 'Stage', 'Negotiation'],
      ['reasonDue', 'Discounts'],
      ['reasonPushes', 'Close date pushes', '2'],
      ['reasonVerified', '2026-01-15'],
      ['reasonHelped', '8', '11'],
    ]);
  });

  it('say what was not measured and what is new', () => {
    const skills = new Map([['discounting', { target: 70 }]]);
    const [shown] = rank([nugget('a', { createdAt: '2026-02-20T00:00:00Z' })], { skills });
    expect(shown?.reasons.map(({ code, labelKey }) => [code, labelKey])).toEqual([
      ['signal', 'reasonSignal'],
      ['gap', 'reasonGapUnknown'],
      ['new', 'reasonNew'],
    ]);
  });
});
