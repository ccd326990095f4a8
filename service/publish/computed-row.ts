import type { OrgInput } from '../connection/index.ts';

/** A row on its way to the org. */
export interface ComputedRow<Content> {
  /** External id. */
  readonly key: string;
  /** Whom it is about; null for a row about nobody. */
  readonly personId: string | null;
  readonly content: Content;
  readonly record: OrgInput;
  /**
   * Evidence__c, which follows from the row's state and costs a reading: added to the record where the state changed,
   * left in the org as it is where it did not.
   */
  readonly evidence?: () => string;
}
