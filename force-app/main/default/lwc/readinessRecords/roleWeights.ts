import { number, recordsIn, text } from 'c/graphqlRecords';

/** What a role's targets weigh, by skill, of an answer that holds `Skill_Target__c` of all roles. */
export function roleWeights(data: unknown, role: string | undefined): Map<string, number> {
  const targets = recordsIn(data, 'Skill_Target__c').filter((record) => text(record, 'Sales_Role__c') === role);
  return new Map(
    targets.map((record) => [text(record, 'Skill__r.Code__c') ?? '', number(record, 'Weight__c') ?? 1] as const),
  );
}
