import { DAY } from '../situation/days.ts';
import { momentOf } from './evidence-moment.ts';
import type { Evidence } from './types.ts';

/**
 * Evidence in its one order: by time, then id, each id once. A check on the same question by the same person less
 * than 24 hours after the last one that counted is practice, not evidence, and is dropped.
 * The input is not changed. Throws EvidenceError for a date that is none.
 */
export function orderEvidence(evidence: readonly Evidence[]): Evidence[] {
  const dated = evidence.map((piece) => ({ piece, moment: momentOf(piece) }));
  dated.sort((a, b) => a.moment - b.moment || compareIds(a.piece.id, b.piece.id));
  const ids = new Set<string>();
  const counted = new Map<string, number>();
  return dated.flatMap(({ piece, moment }) => {
    if (ids.has(piece.id)) return [];
    ids.add(piece.id);
    if (piece.kind === 'check' && piece.itemId !== undefined) {
      const key = `${piece.personId} ${piece.itemId}`;
      const last = counted.get(key);
      if (last !== undefined && moment - last < DAY) return [];
      counted.set(key, moment);
    }
    return [piece];
  });
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
