import { instantOf } from '../situation/days.ts';
import { EvidenceError } from './evidence-error.ts';
import type { Evidence } from './types.ts';

/** When the evidence was observed, in epoch milliseconds. Throws {@link EvidenceError} where that is no date. */
export function momentOf({ id, at }: Evidence): number {
  const moment = instantOf(at);
  if (moment !== undefined) return moment;
  throw new EvidenceError('invalidDate', at, `Evidence ${id} has the date "${at}": an ISO date is needed.`);
}

/** The observed value. Throws {@link EvidenceError} where it is not a number from 0 to 1. */
export function valueOf({ id, value }: Evidence): number {
  if (value >= 0 && value <= 1) return value;
  throw new EvidenceError('invalidValue', String(value), `Evidence ${id} has the value ${value}: 0 to 1 is needed.`);
}
