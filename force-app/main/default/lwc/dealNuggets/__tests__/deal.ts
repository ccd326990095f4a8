import { connection } from 'test/wires';

export const DEAL_ID = '006000000000001AAA';

/** A deal in negotiation against Globex whose close date slipped twice. */
export const DEAL_FIELDS = {
  StageName: 'Negotiation/Review',
  Main_Competitor__c: 'Globex',
  PushCount: 2,
  Amount: 125000,
  IsClosed: false,
  IsWon: false,
  'Account.Industry': 'Retail',
};

export const CONTEXT = {
  Signal__c: connection([]),
  Readiness__c: connection([
    {
      Id: 'a05000000000001',
      Score__c: 42,
      Target__c: 70,
      Enough_Evidence__c: true,
      Due_For_Review__c: null,
      Skill__r: { Code__c: 'discounting', Name: 'Discounting' },
    },
  ]),
  Learning_Event__c: connection([]),
  Opportunity: connection([{ Id: DEAL_ID, OpportunityContactRoles: [], OpportunityLineItems: [] }]),
};

interface Rule {
  readonly signal: string;
  readonly value: string;
  readonly operator?: string;
}

/** A candidate as the query answers it. */
export function candidate(id: string, title: string, rules: readonly Rule[], more: object = {}): object {
  return {
    Id: id,
    Key__c: id,
    Name: title,
    Kind__c: 'Best practice',
    Minutes__c: 2,
    Verified_On__c: null,
    Verification_Due__c: null,
    Shown_Count__c: 0,
    Helpful_Count__c: 0,
    Not_Helpful_Count__c: 0,
    CreatedDate: '2026-01-10T10:00:00.000Z',
    Nugget_Skills__r: [{ Skill__c: 's1', Weight__c: 1, Skill__r: { Code__c: 'discounting', Name: 'Discounting' } }],
    Situation_Rules__r: rules.map(({ signal, value, operator = 'equals' }) => ({
      Signal__c: signal,
      Operator__c: operator,
      Value__c: value,
      Group__c: 1,
      Weight__c: null,
    })),
    ...more,
  };
}

export const NEGOTIATING = candidate('a01000000000001', 'Negotiating with procurement', [
  { signal: 'stage', value: 'Negotiation/Review' },
]);
export const GLOBEX = candidate('a01000000000002', 'Beating Globex on total cost', [
  { signal: 'competitor', value: 'Globex' },
  { signal: 'stage', value: 'Negotiation/Review' },
]);
export const PROSPECTING = candidate('a01000000000003', 'Opening a first call', [
  { signal: 'stage', value: 'Prospecting' },
]);

/** The answer with candidates in its two parts. */
export function candidates(specific: readonly object[], general: readonly object[] = []): object {
  return { specific: connection(specific), general: connection(general) };
}
