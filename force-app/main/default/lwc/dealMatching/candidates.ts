import type { NuggetSummary, RuleOperator } from 'c/core';
import { number, recordsIn, related, text, type PlainRecord } from 'c/graphqlRecords';

/** The candidates that `CANDIDATES_QUERY` answered, each once, the specific ones first. */
export function toCandidates(data: unknown): NuggetSummary[] {
  const byId = new Map<string, NuggetSummary>();
  for (const record of [...recordsIn(data, 'specific'), ...recordsIn(data, 'general')]) {
    const nugget = toNuggetSummary(record);
    if (!byId.has(nugget.id)) byId.set(nugget.id, nugget);
  }
  return [...byId.values()];
}

function toNuggetSummary(record: PlainRecord): NuggetSummary {
  return {
    id: text(record, 'Id') ?? '',
    key: text(record, 'Key__c') ?? '',
    title: text(record, 'Name') ?? '',
    kind: text(record, 'Kind__c') ?? '',
    minutes: number(record, 'Minutes__c') ?? 0,
    verifiedOn: text(record, 'Verified_On__c'),
    verificationDue: text(record, 'Verification_Due__c'),
    shown: number(record, 'Shown_Count__c'),
    helpful: number(record, 'Helpful_Count__c'),
    notHelpful: number(record, 'Not_Helpful_Count__c'),
    createdAt: text(record, 'CreatedDate'),
    skills: related(record, 'Nugget_Skills__r').map((child) => ({
      skillId: text(child, 'Skill__c') ?? '',
      skillCode: text(child, 'Skill__r.Code__c') ?? '',
      skillName: text(child, 'Skill__r.Name'),
      weight: number(child, 'Weight__c') ?? 1,
    })),
    rules: related(record, 'Situation_Rules__r').map((child) => ({
      signal: text(child, 'Signal__c') ?? '',
      operator: (text(child, 'Operator__c') ?? '') as RuleOperator,
      value: text(child, 'Value__c'),
      group: number(child, 'Group__c') ?? 1,
      weight: number(child, 'Weight__c'),
    })),
  };
}
