import { momentOf } from './evidence-moment.ts';
import { practiceRule } from './practice-rule.ts';
import type { Evidence } from './types.ts';

/**
 * Evidence in its one order: by time, then id, each id once. A check on the same question by the same person less
 * than 24 hours after the last one that counted is practice, not evidence, and is dropped.
 * The input is not changed. Throws EvidenceError for a date that is none.
 */
export function orderEvidence(evidence: readonly Evidence[]): Evidence[] {
  const counts = practiceRule();
  return sortedEvidence(evidence).flatMap(({ piece, moment }) => (counts(piece, moment) ? [piece] : []));
}

/** Evidence by time, then id, each id once, practice included. Throws EvidenceError for a date that is none. */
export function sortedEvidence(evidence: readonly Evidence[]): { readonly piece: Evidence; readonly moment: number }[] {
  const dated = evidence.map((piece) => ({ piece, moment: momentOf(piece) }));
  dated.sort((a, b) => a.moment - b.moment || compareIds(a.piece.id, b.piece.id));
  const ids = new Set<string>();
  return dated.filter(({ piece: { id } }) => !ids.has(id) && ids.add(id));
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
