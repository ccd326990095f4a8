import { connection } from 'test/wires';

export const PERSON_ID = '005000000000001AAA';

const skill = (id: string, name: string, domain: string, anchors: Record<string, string> = {}): object => ({
  Id: id,
  Name: name,
  Code__c: name.toLowerCase(),
  Domain__c: domain,
  ...anchors,
});

/** Negotiation is weakest; Pricing has no readiness yet, Sales tools no target. */
export function skillsAnswer(state: string | null = null): object {
  return {
    Skill__c: connection([
      skill('s1', 'Discovery', 'Business Problem'),
      skill('s2', 'Negotiation', 'Selling Process', { Anchor_1__c: 'Offers first.', Anchor_3__c: 'Trades.' }),
      skill('s3', 'Pricing', 'Solution'),
      skill('s4', 'Sales tools', 'Sales Technology'),
    ]),
    skills: connection([
      { Id: 'r1', Skill__c: 's1', Score__c: 66, Target__c: 70, Enough_Evidence__c: true, State__c: state },
      { Id: 'r2', Skill__c: 's2', Score__c: 48, Target__c: 75, Enough_Evidence__c: true, State__c: state },
      { Id: 'r3', Skill__c: 's3', Score__c: 50, Target__c: 60, Enough_Evidence__c: false, State__c: null },
    ]),
    overall: connection([]),
  };
}
