import type { OrgRecord } from '../connection/index.ts';
import { numberOf, requiredTextOf, textOf } from '../sync/field-values.ts';
import type { Decision, Decisions } from './decide-exchange.ts';

/** The query for what people said to some exchanges, and to all. */
export function decisionsOn(condition: string): string {
  return `SELECT Key__c, Decision__c, Agreed_Version__c, Shown_Version__c FROM Capture_Consent__c WHERE Captured_Exchange__c = null OR ${condition}`;
}

/** What people said, from the rows of {@link decisionsOn}. */
export function toDecisions(rows: readonly OrgRecord[]): Decisions {
  return new Map(rows.map((row) => [requiredTextOf(row, 'Key__c'), decisionOf(row)]));
}

/**
 * What a row says by now. An agreement to another version than the one that is shown is none: it may have been saved
 * while the copy was being renewed. Rows about every exchange have no versions.
 */
export function decisionOf(row: OrgRecord): Decision {
  const decision = (textOf(row, 'Decision__c') ?? 'Pending') as Decision;
  const [agreed, shown] = [numberOf(row, 'Agreed_Version__c'), numberOf(row, 'Shown_Version__c')];
  if (decision === 'Pending') return agreed === null ? decision : 'Reopened';
  return decision === 'Agreed' && shown !== null && agreed !== shown ? 'Reopened' : decision;
}
