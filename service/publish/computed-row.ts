import type { OrgInput } from '../connection/index.ts';

/** A row on its way to the org. */
export interface ComputedRow<Content> {
  /** External id. */
  readonly key: string;
  /** Whom it is about; null for a row about nobody. */
  readonly personId: string | null;
  readonly content: Content;
  readonly record: OrgInput;
}
