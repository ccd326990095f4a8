import { DAY } from '../situation/days.ts';
import type { Evidence } from './types.ts';

/** A check that counted: whose, of which question, and when (epoch milliseconds). */
export interface CountedCheck {
  readonly personId: string;
  readonly itemId: string;
  readonly moment: number;
}

/** How many checks are remembered before those that are too old to matter are dropped. */
const SWEEP_SIZE = 20_000;

/**
 * Tells evidence from practice: a check on the same question by the same person less than 24 hours after the last one
 * that counted does not count. Pieces must be asked about in their order, each once; `earlier` are the checks that
 * counted in the 24 hours before the first.
 *
 * @returns whether the piece counts
 */
export function practiceRule(earlier: Iterable<CountedCheck> = []): (piece: Evidence, moment: number) => boolean {
  const counted = new Map<string, number>();
  for (const { personId, itemId, moment } of earlier) counted.set(`${personId} ${itemId}`, moment);
  let sweepAt = SWEEP_SIZE;
  return ({ kind, personId, itemId }, moment) => {
    if (kind !== 'check' || itemId === undefined) return true;
    const key = `${personId} ${itemId}`;
    const last = counted.get(key);
    if (last !== undefined && moment - last < DAY) return false;
    counted.set(key, moment);
    if (counted.size >= sweepAt) {
      for (const [old, at] of counted) if (moment - at >= DAY) counted.delete(old);
      sweepAt = counted.size + SWEEP_SIZE;
    }
    return true;
  };
}
