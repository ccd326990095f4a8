import type { Evaluation } from '../query/sql-scope.ts';

/** When and for whom a write happens: the same for every record of a call. */
export interface WriteMoment {
  /** 'YYYY-MM-DDTHH:MM:SS.sssZ' by the org's clock. */
  readonly now: string;
  /** Real time, in the order of the writes. */
  readonly stamp: string;
  readonly userId: string;
  /** What formulas ask: the clock, in the writer's time zone, and the writer. */
  readonly formulaContext: Evaluation;
}
