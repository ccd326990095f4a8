import { emptyPerson, emptyState, serializePerson, serializeState } from 'c/core';
import { connection } from 'test/wires';

/** What sfdx-lwc-jest says the current user is. */
export const ME = '005000000000000000';
export const OTHER = '005000000000042AAA';

const state = serializeState(emptyState());

function row(scope: string, more: object): object {
  return {
    Id: `a05-${JSON.stringify(more).length}-${scope}`,
    Scope__c: scope,
    Person__c: ME,
    Domain__c: null,
    Score__c: 48,
    Lower__c: 40,
    Upper__c: 58,
    Target__c: 70,
    Gap_Flagged__c: true,
    Evidence_Count__c: 6,
    Enough_Evidence__c: true,
    Last_Evidence_At__c: '2026-11-01T10:00:00.000Z',
    Due_For_Review__c: null,
    Computed_At__c: '2026-11-23T14:00:00.000Z',
    State__c: state,
    Evidence__c: '[]',
    Skill__r: null,
    ...more,
  };
}

const evidence = (n: number, kind: string, value: number, points: number): object => ({
  evidenceId: `e${n}`,
  kind,
  at: `2026-10-${String(n).padStart(2, '0')}T10:00:00.000Z`,
  points,
  value,
});

export const DISCOUNTING = row('Skill', {
  Id: 'a05s1',
  Due_For_Review__c: '2026-10-03',
  Skill__r: {
    Code__c: 'discounting',
    Name: 'Discounting',
    Domain__c: 'Selling Process',
    Component__c: 'Expertise',
    Difficulty_State__c: null,
  },
  Evidence__c: JSON.stringify([
    evidence(1, 'check', 1, 3.24),
    evidence(2, 'check', 0, -2.1),
    evidence(3, 'assessment', 0.6, 1),
    evidence(4, 'completion', 1, 0.02),
    evidence(5, 'outcome', 1, 0.4),
    evidence(6, 'outcome', 0, -0.4),
  ]),
});
const PRICING = row('Skill', {
  Id: 'a05s2',
  Score__c: 81,
  Gap_Flagged__c: false,
  Skill__r: {
    Code__c: 'pricing',
    Name: 'Pricing',
    Domain__c: 'Product',
    Component__c: 'Knowledge',
    Difficulty_State__c: null,
  },
});

export const ROWS = [
  DISCOUNTING,
  PRICING,
  row('Domain', { Id: 'a05d1', Domain__c: 'Product', Score__c: 81, Gap_Flagged__c: false }),
  row('Domain', { Id: 'a05d2', Domain__c: 'Selling Process' }),
  row('Overall', { Id: 'a05o', Score__c: 64, State__c: serializePerson(emptyPerson()) }),
];

/** What the profile's query answers; `rows` is what sharing lets through. */
export function profileAnswer(rows: readonly object[] = ROWS, more: object = {}): object {
  return {
    User: connection([{ Id: ME, Name: 'Ana Ruiz', Sales_Role__c: 'Account Executive' }]),
    Readiness__c: connection(rows),
    Skill_Target__c: connection([]),
    Check_Response__c: connection([]),
    Learning_Event__c: connection([]),
    ...more,
  };
}

export const SKILL_NUGGETS = {
  Nugget__c: connection([
    {
      Id: 'a01',
      Name: 'Trade, never give',
      Minutes__c: 2,
      Level__c: 1,
      Nugget_Skills__r: [{ Weight__c: 1, Skill__r: { Code__c: 'discounting' } }],
    },
  ]),
};
