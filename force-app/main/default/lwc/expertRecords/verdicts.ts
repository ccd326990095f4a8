import { recordsIn, text } from 'c/graphqlRecords';

/**
 * What was said last of each answer (`Verified` or `Outdated`), by the answer's id.
 *
 * @param data what a query answered that lists `Verification__c`, latest first
 */
export function latestVerdicts(data: unknown): ReadonlyMap<string, string> {
  const earliestFirst = recordsIn(data, 'Verification__c').reverse();
  return new Map(earliestFirst.map((record) => [text(record, 'Answer__c') ?? '', text(record, 'Kind__c') ?? '']));
}
