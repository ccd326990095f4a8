import { createSignalRegistry, daysBetween, instantOf, situationOf, SignalError } from './index.ts';
import type { CustomSignal, DealFacts } from './types.ts';

const now = new Date('2026-03-01T15:00:00Z');
const registry = createSignalRegistry([{ code: 'tier', label: 'Tier', type: 'text', path: 'Account.Tier__c' }]);

function factsOf(deal: DealFacts) {
  return Object.fromEntries(situationOf(deal, registry, now).facts);
}

describe('situationOf', () => {
  it('reads straight fields and leaves blank ones out', () => {
    expect(
      factsOf({
        fields: {
          StageName: ' Negotiation ',
          Amount: 0,
          'Account.Industry': null,
          NextStep: '',
          IsWon: false,
          'Account.Tier__c': 'Gold',
        },
      }),
    ).toEqual({ stage: 'Negotiation', amount: 0, is_won: false, tier: 'Gold' });
  });

  it('counts calendar days in UTC', () => {
    expect(
      factsOf({
        fields: {
          CreatedDate: '2026-01-01T23:59:59.000+0000',
          LastStageChangeDate: '2026-02-28T23:00:00.000Z',
          LastActivityDate: '2026-02-20',
          CloseDate: '2026-02-27',
        },
      }),
    ).toEqual({ days_open: 59, days_in_stage: 1, days_since_activity: 9, days_to_close: -2 });
  });

  it('takes the creation date for the stage where the stage never changed', () => {
    expect(factsOf({ fields: { CreatedDate: '2026-02-01T00:00:00Z', LastStageChangeDate: null } })).toMatchObject({
      days_in_stage: 28,
    });
  });

  it('lists products once each', () => {
    const facts = factsOf({ fields: {}, products: ['A', ' A', 'B', ''], productFamilies: [], lineItemCount: 3 });
    expect(facts).toEqual({ product: ['A', 'B'], line_items: 3 });
  });

  it('takes a value of another type for blank', () => {
    expect(factsOf({ fields: { Amount: 'much', HasOverdueTask: 'yes' } })).toEqual({});
  });
});

describe('createSignalRegistry', () => {
  it('names every field it needs once', () => {
    expect(registry.opportunityFields).toContain('Account.Tier__c');
    expect(new Set(registry.opportunityFields).size).toBe(registry.opportunityFields.length);
  });

  const good: CustomSignal = { code: 'region', label: 'Region', type: 'text', path: 'Region__c' };
  it.each<[string, Partial<CustomSignal>]>([
    ['duplicateCode', { code: 'stage' }],
    ['invalidCode', { code: 'Region' }],
    ['invalidPath', { path: 'Region__c; DELETE' }],
    ['invalidPath', { path: 'a.b.c.d.e.f' }],
    ['missingLabel', { label: ' ' }],
  ])('refuses with %s', (code, change) => {
    expect(() => createSignalRegistry([{ ...good, ...change }])).toThrow(SignalError);
    expect(() => createSignalRegistry([{ ...good, ...change }])).toThrow(expect.objectContaining({ code }));
  });

  it('refuses the same code twice', () => {
    expect(() => createSignalRegistry([good, good])).toThrow('choose another code');
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-01', Date.UTC(2026, 2, 1)],
    ['2026-03-01T10:00:00.000+0000', Date.UTC(2026, 2, 1, 10)],
    ['2026-03-01T10:00:00', Date.UTC(2026, 2, 1, 10)],
    ['2026-03-01T10:00:00+02:00', Date.UTC(2026, 2, 1, 8)],
    ['1 March', undefined],
    ['2026-13-01', undefined],
  ])('reads %s', (text, instant) => expect(instantOf(text)).toBe(instant));

  it('counts negative days backwards', () => expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2));
});
