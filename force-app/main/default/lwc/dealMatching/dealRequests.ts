import USER_ID from '@salesforce/user/Id';
import type { DealContext } from './dealContext';

/** The variables of `CONTEXT_QUERY`: the same in every component of a deal's page, so that they share one request. */
export function contextVariables(recordId: string | undefined): Record<string, unknown> {
  return { recordId, userId: USER_ID };
}

/** The fields of the deal that its signals are read from; undefined until the signals are known. */
export function dealFieldsOf(context: DealContext | undefined): string[] | undefined {
  return context?.registry.opportunityFields.map((path) => `Opportunity.${path}`);
}
